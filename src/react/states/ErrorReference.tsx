'use client'

import { useState, type ReactNode } from 'react'
import type { ErrorDetails } from '../hooks/useApiError.js'
import { useMessages } from '../hooks/useMessages.js'

/** What support can look the failure up by, folded away: code, time and reference, with a button that copies them. */
export function ErrorReference({ details }: { readonly details: ErrorDetails | null }): ReactNode {
  const { ui } = useMessages()
  const [isCopied, setIsCopied] = useState(false)
  if (details === null) return null

  const rows = [
    [ui('referenceCode').text, details.code],
    [ui('referenceTime').text, details.time === undefined ? undefined : new Date(details.time).toISOString()],
    [ui('referenceId').text, details.requestId],
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
