// Warnings in development; callers guard these with `process.env.NODE_ENV !== 'production'`.
import { developerWarning } from '../../internal/developerMessage.js'

export function warnOfMissingToaster(code: string): void {
  developerWarning(
    `A failure (${code}) wants a toast, but no <ApiErrorToaster /> is mounted.`,
    'It waits in the queue, and nobody sees it.',
    'Render <ApiErrorToaster /> once, inside <ApiErrorProvider>.',
  )
}

/** Two things on the page show toasts. */
export function warnOfTwoToasters(): void {
  developerWarning(
    'There are two toasters: <ApiErrorToaster /> or useErrorToasts() is used twice.',
    'Only the first shows toasts, or each failure would be shown twice.',
    'Keep one, at the root of the app.',
  )
}
