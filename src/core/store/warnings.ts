// Warnings in development; callers guard these with `process.env.NODE_ENV !== 'production'`.
import { developerWarning } from '../../internal/developerMessage.js'

export function warnOfReadBody(): void {
  developerWarning(
    'A Response was thrown whose body had been read.',
    'Only its status is known: no field can be marked, and the words are general.',
    'Throw before reading it: const response = await fetch(url).then(ensureOk).',
  )
}

export function warnOfMissingToaster(code: string): void {
  developerWarning(
    `A failure (${code}) wants a toast, but no <ApiErrorToaster /> is mounted.`,
    'It waits in the queue, and nobody sees it.',
    'Render <ApiErrorToaster /> once, inside <ApiErrorProvider>.',
  )
}
