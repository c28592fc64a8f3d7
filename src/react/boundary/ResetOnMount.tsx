'use client'

import { useState } from 'react'

/**
 * Lets a query that failed on an earlier visit try again: without it the old error would be thrown at once.
 * In render, as the content decides whether to fetch when it renders; it touches only the boundary's own flag.
 */
export function ResetOnMount({ reset }: { readonly reset: () => void }): null {
  useState(() => reset())
  return null
}
