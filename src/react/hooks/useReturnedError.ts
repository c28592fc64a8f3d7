'use client'

import { useEffect, useRef, useState } from 'react'
import { returnedFailure } from '../../core/normalize/returnedFailure.js'
import { sending } from '../../core/store/actions.js'
import type { FailureRecord } from '../../core/store/record.js'
import { useErrorStore } from '../provider/ClientContext.js'
import { useScope } from '../provider/ScopeContext.js'

/** A value that is shown. */
interface Shown {
  readonly value: unknown
  readonly record: FailureRecord | undefined
  isWanted: boolean
}

/**
 * Shows a failure that comes as a value, in the nearest scope and for as long as the value is there: the state of
 * `useActionState`, a router's action data or loader data. Another value is another try.
 *
 * @param value what the action returned; shown if it is an error, an answer that is not ok, `{ error }`,
 *   `{ serverError, validationErrors }` or a body with a ResponseStatus, or if one of the client's parsers knows it
 * @example
 * const [state, action] = useActionState(sendSms, null)
 * useReturnedError(state)
 */
export function useReturnedError(value: unknown): void {
  const store = useErrorStore()
  const scope = useScope()?.scope
  const [identity] = useState(() => ({}))
  const shown = useRef<Shown>(undefined)
  const attempts = useRef(0)

  useEffect(() => {
    const isKnown = store.options.parsers?.some((parse) => parse(value) !== undefined) === true
    const failure = isKnown ? value : returnedFailure(value)
    if (failure === undefined) return undefined
    // StrictMode runs the effect twice for one value.
    const known = shown.current?.value === value ? shown.current : undefined
    const entry = known ?? { value, record: fail(failure), isWanted: true }
    entry.isWanted = true
    shown.current = entry
    return () => {
      entry.isWanted = false
      queueMicrotask(() => {
        if (entry.isWanted) return
        if (shown.current === entry) shown.current = undefined
        if (entry.record !== undefined) store.close(entry.record, 'left')
      })
    }
    function fail(thrown: unknown): FailureRecord | undefined {
      return store.fail(thrown, {
        ...sending(store, scope?.id),
        type: 'mutation',
        identity,
        call: value,
        attempt: ++attempts.current,
        scopeIds: scope === undefined ? [] : [scope.id],
      })
    }
  }, [store, scope, identity, value])
}
