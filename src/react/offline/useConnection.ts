'use client'

import { onlineManager } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'

const subscribe = (listener: () => void): (() => void) => onlineManager.subscribe(listener)
const isOnline = (): boolean => onlineManager.isOnline()
const always = (): true => true

/** Whether there is a connection, as TanStack Query sees it; `back` for a while after one was missing. */
export function useConnection(backFor: number): 'online' | 'offline' | 'back' {
  const isConnected = useSyncExternalStore(subscribe, isOnline, always)
  const [wasOffline, setWasOffline] = useState(false)

  if (!isConnected && !wasOffline) setWasOffline(true)

  useEffect(() => {
    if (!isConnected || !wasOffline) return undefined
    const timer = setTimeout(() => setWasOffline(false), backFor)
    return () => clearTimeout(timer)
  }, [isConnected, wasOffline, backFor])

  if (!isConnected) return 'offline'
  return wasOffline ? 'back' : 'online'
}
