'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { ApiErrorClient } from '../../query/ApiErrorClient.js'

/** A switch of language can change the labels on the page in the same turn: once they are there, what names them is said again. */
export function useLabelsOnPage({ messages }: ApiErrorClient): void {
  const getVersion = (): number => messages.version
  const version = useSyncExternalStore(messages.subscribe, getVersion, getVersion)
  const known = useRef(version)
  useEffect(() => {
    if (known.current === version) return
    messages.settle()
    known.current = messages.version
  }, [messages, version])
}
