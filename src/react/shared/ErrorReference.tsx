'use client'

import { useState, type ReactNode } from 'react'
import type { ApiError } from '../../core/ApiError.js'
import { useMessages } from '../hooks/useMessages.js'

/** What support needs, in a `<details>`: code, time and reference, with a button that copies them. */
export function ErrorReference({
  error,
  time,
}: {
  readonly error: ApiError
  readonly time: number | undefined
}): ReactNode {
  const { ui } = useMessages()
  const [isCopied, setIsCopied] = useState(false)

  const rows = [
    [ui('referenceCode').text, error.code],
    [ui('referenceTime').text, time === undefined ? undefined : new Date(time).toISOString()],
    [ui('referenceId').text, error.requestId],
  ].filter((row): row is [string, string] => row[1] !== undefined)

  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(rows.map(([name, value]) => `${name}: ${value}`).join('\n'))
    setIsCopied(true)
  }
  return (
    <details className="rae-reference">
      <summary>{ui('details').text}</summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" className="rae-button" onClick={() => void copy().catch(() => undefined)}>
        {ui('copyDetails').text}
      </button>
      <span role="status">{isCopied && ui('copied').text}</span>
    </details>
  )
}
