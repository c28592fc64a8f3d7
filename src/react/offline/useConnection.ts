'use client'

import { onlineManager } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'

type Connection = 'online' | 'offline' | 'back'

/** Whether there is a connection, as TanStack Query sees it; `back` for a while after one was missing. */
export function useConnection(backFor: number): Connection {
  const { subscribe, get } = useMemo(() => watchConnection(backFor), [backFor])
  return useSyncExternalStore(subscribe, get, getAtFirst)
}

/** The snapshot of the server, which has a connection. */
const getAtFirst = (): Connection => 'online'

function watchConnection(backFor: number): {
  readonly subscribe: (listener: () => void) => () => void
  readonly get: () => Connection
} {
  let connection: Connection = onlineManager.isOnline() ? 'online' : 'offline'
  return {
    get: () => connection,
    subscribe: (listener) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const change = (next: Connection): void => {
        connection = next
        clearTimeout(timer)
        if (next === 'back') timer = setTimeout(change, backFor, 'online')
        listener()
      }
      const follow = (): void => {
        if (!onlineManager.isOnline()) change('offline')
        else if (connection === 'offline') change('back')
      }
      const unsubscribe = onlineManager.subscribe(follow)
      // StrictMode subscribes twice, and the first unsubscribe has cleared the timer.
      if (connection === 'back') change('back')
      follow()
      return () => {
        clearTimeout(timer)
        unsubscribe()
      }
    },
  }
}
