'use client'

import { useSyncExternalStore, type ReactNode } from 'react'
import { useTranslator } from './ClientContext.js'
import type { Status } from './StatusContext.js'

const getAbsent = () => 'absent' as const

/** A polite live region for what happens after Try again; not there until something could be tried again. */
export function StatusRegion({ status }: { readonly status: Status }): ReactNode {
  const key = useSyncExternalStore(status.subscribe, status.get, getAbsent)
  const translator = useTranslator()
  if (key === 'absent') return null
  return (
    <span role="status" className="rae-hidden">
      {key !== 'ready' && translator.ui(key).text}
    </span>
  )
}
