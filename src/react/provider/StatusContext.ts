'use client'

import type { QueryCache } from '@tanstack/react-query'
import { createContext } from 'react'
import { Emitter } from '../../internal/Emitter.js'

/** What the status says: `ready` to say something, `absent` as long as there was nothing that could be tried again. */
export type StatusKey = 'absent' | 'ready' | 'tryingAgain' | 'loaded'

/** Says what becomes of a Try again; it outlives the state in which that was pressed. */
export interface Status {
  readonly subscribe: (listener: () => void) => () => void
  readonly get: () => StatusKey
  /** A state with Try again has come: the live region has to be there before what it says. */
  readonly prepare: () => void
  readonly say: (key: StatusKey) => void
  /** Says that a query is fetched again, and that it has loaded when it has. */
  readonly follow: (query: unknown, cache: QueryCache | undefined) => void
}

export function createStatus(): Status {
  const emitter = new Emitter()
  let current: StatusKey = 'absent'
  let stop: (() => void) | undefined

  function say(key: StatusKey): void {
    stop?.()
    stop = undefined
    if (current === key) return
    current = key
    emitter.emit()
  }
  return {
    subscribe: emitter.subscribe,
    get: () => current,
    prepare: () => say('ready'),
    say,
    follow(query, cache) {
      say('tryingAgain')
      stop = cache?.subscribe((event) => {
        if (event.query !== query || event.type !== 'updated') return
        // A failure is said by the state that comes back. A render in between would make React start over with content
        // that suspends, and before 5.90 TanStack Query would fetch it once more.
        if (event.action.type === 'success') say('loaded')
      })
    },
  }
}

/** Outside of a provider nobody hears it. */
export const StatusContext = createContext<Status>(createStatus())
