'use client'

import { useCallback } from 'react'
import { useErrorStore } from '../provider/ClientContext.js'
import { useMessages } from './useMessages.js'

/** The words of a failure as a whole. */
export interface ErrorMessage {
  readonly title: string
  readonly message: string
  readonly nextStep: string
}

/**
 * Returns a function that puts any thrown value into words of the current language; it claims nothing.
 *
 * @returns a function of the failure, the same one until a word can have changed; it never throws
 * @example
 * const toMessage = useErrorMessage()
 * announce(toMessage(failure).title)
 */
export function useErrorMessage(): (failure: unknown) => ErrorMessage {
  const store = useErrorStore()
  const { describe } = useMessages()
  return useCallback(
    (failure: unknown) => {
      const error = store.normalize(failure)
      const [issue] = error.issues
      if (issue === undefined) return { title: '', message: '', nextStep: '' }
      const whole = issue.code === error.code ? issue : { ...issue, code: error.code }
      const { title, text, nextStep } = describe({ issue: whole, record: { error } })
      return { title: title.text, message: text.text, nextStep: nextStep.text }
    },
    [store, describe],
  )
}
