// Warnings in development; callers guard these with `process.env.NODE_ENV !== 'production'`.
import { developerWarning } from '../../internal/developerMessage.js'
import type { MessageProblem } from '../localize/Translator.js'

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

/** A mutation was called outside of the boundary that has the fields, as by the component that renders it. */
export function warnOfFieldsBeside(names: readonly string[]): void {
  if (names.length === 0) return
  developerWarning(
    `A mutation has failed at fields of an <ApiErrorBoundary> or <ApiForm> that it is not called in: ${[...new Set(names)].join(', ')}.`,
    'They are not marked, and a toast or another summary says what is wrong.',
    'Call useMutation() in a component inside of it, or give the mutation to <ApiForm mutation={…}>.',
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

/** Something went wrong while a failure was shown, and the app has no `onInternalError` that would hear of it. */
export function warnOfProblem(problem: unknown): void {
  if (isMessageProblem(problem)) return warnOfWords(problem)
  developerWarning(
    `Something has thrown while a failure was shown: ${String(problem)}.`,
    'The failure is shown all the same, in the plainest way.',
    'Look at what the app hands over: onReport, policy, catalog, parsers, aliases. The option onInternalError gets the whole error.',
  )
}

const isMessageProblem = (problem: unknown): problem is MessageProblem =>
  typeof problem === 'object' && problem !== null && 'kind' in problem && 'locale' in problem

/** What a server sends or a language lacks is no mistake in the app's code, and goes to `onInternalError` only. */
function warnOfWords({ kind, key, locale, detail }: MessageProblem): void {
  if (kind === 'malformed') {
    developerWarning(
      `The message ${key} for ${locale} is malformed: ${String(detail)}.`,
      'The next best words are shown.',
      "Write it as in '{max, plural, one {# character} other {# characters}}'; a brace that is text stands between apostrophes.",
    )
  } else if (kind === 'missing-translation' && key.startsWith('custom.')) {
    developerWarning(
      `meta.apiError.message says ${JSON.stringify(key.slice('custom.'.length))}, and there are no such words.`,
      'The words of the code are shown.',
      `Add them: messages: { ${locale}: { custom: { … } } }.`,
    )
  } else if (kind === 'unknown-locale') {
    developerWarning(
      `There are no words for the language ${JSON.stringify(key)}.`,
      'Those of another language are shown.',
      "Pass a pack or a loader for it: locales: [en, { nl: () => import('react-api-errors/locales/nl') }].",
    )
  }
}
