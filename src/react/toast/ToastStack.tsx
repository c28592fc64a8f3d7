'use client'

import type { ReactNode } from 'react'
import type { ApiToast } from '../../core/client/ToastQueue.js'
import { useMessages } from '../hooks/useMessages.js'
import { Text } from '../shared/Text.js'
import { Toast, type ToastProps } from './Toast.js'

interface ToastStackProps extends Omit<ToastProps, 'toast'> {
  readonly visible: readonly ApiToast[]
  /** How many have no place. */
  readonly waiting: number
}

/** The toasts on screen, newest on top, and how many wait. `useTopLayer` keeps it above the page. */
export function ToastStack({ visible, waiting, ...props }: ToastStackProps): ReactNode {
  const { ui } = useMessages()
  return (
    <div className="rae-toasts">
      <ol>
        {visible.map((toast) => (
          <Toast key={toast.id} toast={toast} {...props} />
        ))}
      </ol>
      {waiting > 0 && <Text of={ui('moreToasts', { count: waiting })} as="p" className="rae-toasts-more" />}
    </div>
  )
}
