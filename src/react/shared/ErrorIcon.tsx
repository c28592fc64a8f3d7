import type { ReactNode } from 'react'
import type { Severity } from '../../core/types.js'

/** One silhouette for each severity, so that color is not the only cue (WCAG 1.4.1). */
const PATHS = {
  error: 'M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3zM9 5v6h2V5zm0 8v2h2v-2z',
  warning: 'M10 1.5 19.5 18H.5zM9 7v5.5h2V7zm0 7v2h2v-2z',
  info: 'M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 5h2v2H9zm0 4h2v6H9z',
} as const satisfies Record<Severity, string>

/** The icon beside a message; decoration, as the words say the same. */
export function ErrorIcon({ severity }: { readonly severity: Severity }): ReactNode {
  return (
    <svg className="rae-icon" data-severity={severity} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path fill="currentColor" fillRule="evenodd" d={PATHS[severity]} />
    </svg>
  )
}
