import { developerWarning } from '../../internal/developerMessage.js'

/** Tells the developer of a form with more than one summary; for development. */
export function warnOfSummaries(count: number): void {
  if (count < 2) return
  developerWarning(
    'There are two <ErrorSummary /> for one form.',
    'Each lists every problem, so people read and hear it twice.',
    'Keep one; for two forms, wrap each in an <ApiErrorBoundary>.',
  )
}
