'use client'

import { useState } from 'react'

const NO_KEYS: readonly unknown[] = []

/**
 * Lets a query that failed on an earlier visit try again, when the boundary mounts and when its `resetKeys` change:
 * without it the old error would be thrown at once.
 * In render, as the content decides whether to fetch when it renders; it touches only the boundary's own flag.
 */
export function ResetOnMount({ reset, keys = NO_KEYS }: { readonly reset: () => void; readonly keys?: readonly unknown[] | undefined }): null {
  const [seen, setSeen] = useState<readonly unknown[]>()
  const isSame = seen !== undefined && seen.length === keys.length && seen.every((key, index) => Object.is(key, keys[index]))
  if (!isSame) {
    reset()
    setSeen(keys)
  }
  return null
}
