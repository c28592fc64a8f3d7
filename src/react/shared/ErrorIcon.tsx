import type { ReactNode } from 'react'
import type { Severity } from '../../core/types.js'

/** The icon beside a message, drawn by the style sheet; decoration, as the words say the same. */
export function ErrorIcon({ severity }: { readonly severity: Severity }): ReactNode {
  return <span className="rae-icon" data-severity={severity} aria-hidden="true" />
}
