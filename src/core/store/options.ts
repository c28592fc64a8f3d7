import { errorCatalog, pseudoCatalog } from '../../catalog.js'
import { attempt } from '../../internal/attempt.js'
import { developerError, developerWarning } from '../../internal/developerMessage.js'
import type { ApiError } from '../ApiError.js'
import type { LocaleSource } from '../localize/MessageRegistry.js'
import type { AppMessages } from '../localize/Pack.js'
import type { BodyParser } from '../normalize/BodyParser.js'
import { own } from '../localize/own.js'
import type { Code } from '../register.js'
import { editDistance } from '../route/nearestName.js'
import type { PolicyOptions } from '../route/policy.js'
import type { Catalog, Definition, Home, Origin, Params, Preference, Severity } from '../types.js'
import type { CloseReason } from './record.js'
import type { OnUnauthorized } from './SignIn.js'
import { warnOfProblem } from './warnings.js'

/** What `onReport` gets beside the error; nothing that the user typed. */
export interface ReportContext {
  /** What failed; `report` for what the app told of itself. */
  readonly type: Origin['type']
  /** The query's or mutation's key. */
  readonly key: readonly unknown[] | undefined
  /** Where its issues are shown, one entry an issue; `none` for a failure that was closed before it had a place. */
  readonly homes: readonly Home[]
  /** How much it matters to who runs the app, where the catalog's row says so. */
  readonly level?: Severity | undefined
  /** Which call of its observer failed, from 1. */
  readonly attempt: number
  /** Why it was closed before it was reported; `undefined` for one that is shown. */
  readonly closed?: CloseReason | undefined
  /** Whether a later try of the same form made it moot. */
  readonly isSuperseded: boolean
}

/** Whose text is the message: by code, or as a function of it. */
export type Prefer = Readonly<Partial<Record<Code, Preference>>> | ((code: string) => Preference | undefined)

/** Adds to what a code means whose text the app prefers for it. */
export function withPreference(definition: Definition, code: string, prefer: Prefer | undefined): Definition {
  const preference = typeof prefer === 'function' ? prefer(code) : own(prefer, code)
  if (preference !== 'server' && preference !== 'ours' && preference !== 'both') return definition
  return { ...definition, prefer: preference, detail: preference !== 'ours' }
}

/** Options of {@link ApiErrorClient}. Only `locales` is required. */
export interface ApiErrorClientOptions {
  /** The languages: packs of `react-api-errors/locales/…`, or functions that load them. The first is the default. */
  readonly locales: LocaleSource
  /** The language of words that another lacks. @default 'en', else the first of `locales` */
  readonly fallbackLocale?: string
  /** Words of the app over those of the packs, by language. */
  readonly messages?: AppMessages
  /** Labels of fields that are not on screen, by the server's name. */
  readonly fieldLabels?: Readonly<Record<string, string>>
  /** Rows over the documented ones, made by {@link defineCatalog}. @default the documented 53 codes */
  readonly catalog?: Catalog
  /** Which homes are tried in which situation. */
  readonly policy?: PolicyOptions
  /** Whose text is the message, by code. @default ours, with the server's as a detail for codes whose facts are only there */
  readonly prefer?: Prefer
  /** Reads limits and other facts for our words out of the server's text, such as `{ max: 160 }`. */
  readonly readLimits?: (serverMessage: string, code: string) => Params | undefined
  /** Body formats of the app's own, tried before the documented one. */
  readonly parsers?: readonly BodyParser[]
  /** The app's names of fields: server's name → form's name. */
  readonly aliases?: Readonly<Record<string, string>>
  /** Called once for all requests that wait for a sign-in. Without it a 401 is shown like any other failure. */
  readonly onUnauthorized?: OnUnauthorized
  /** Called once for each failure, whatever shows it. */
  readonly onReport?: (error: ApiError, context: ReportContext) => void
  /** Called when something inside goes wrong; showing an error never throws. @default in development, the console */
  readonly onInternalError?: (cause: unknown) => void
}

/** Tells the app that something has gone wrong inside; never throws. */
export function tellProblem({ onInternalError }: ApiErrorClientOptions, cause: unknown): void {
  attempt(() => onInternalError?.(cause))
  if (process.env.NODE_ENV !== 'production' && onInternalError === undefined) attempt(() => warnOfProblem(cause))
}

const KNOWN = new Set<string>([
  'locales',
  'fallbackLocale',
  'messages',
  'fieldLabels',
  'catalog',
  'policy',
  'prefer',
  'readLimits',
  'parsers',
  'aliases',
  'onUnauthorized',
  'onReport',
  'onInternalError',
] satisfies (keyof ApiErrorClientOptions)[])

/**
 * Checks what the types cannot: options that came from plain JavaScript or through a cast. For development.
 *
 * @throws for an option that would do nothing
 */
export function checkOptions(options: ApiErrorClientOptions): void {
  for (const name of Object.keys(options)) {
    if (KNOWN.has(name)) continue
    throw developerError(
      `new ApiErrorClient() got an option that it does not know: ${JSON.stringify(name)}.`,
      'It would do nothing.',
      `Use one of: ${[...KNOWN].join(', ')}.`,
    )
  }
  const count = Array.isArray(options.locales) ? options.locales.length : Object.keys(options.locales ?? {}).length
  if (count === 0) {
    throw developerError(
      'new ApiErrorClient() got no language.',
      'Every failure would be shown with one generic English sentence.',
      "Pass at least one pack: import { en } from 'react-api-errors/locales/en' and locales: [en].",
    )
  }
  const codes = Object.keys(options.messages ?? {}).filter((tag) => Object.hasOwn(errorCatalog, tag))
  if (codes.length > 0) {
    throw developerError(
      `The option messages has the code ${codes[0]} where a language belongs.`,
      'Its words would never be found.',
      `Write messages: { en: { codes: { ${codes[0]}: '…' } } }.`,
    )
  }
  // What the app hands over may throw when it is read: that is told when it is needed.
  attempt(() => checkCatalog(options.catalog ?? {}))
  attempt(() => checkCodes(options))
}

function checkCatalog(catalog: Catalog): void {
  const [raw] = Object.entries(catalog).find(([, row]) => !Array.isArray(row?.fields)) ?? []
  if (raw === undefined) return
  developerWarning(
    `The row ${raw} of the option catalog is not whole.`,
    'What it leaves out is taken from the documented row, or from the status of the answer.',
    'Make the catalog with defineCatalog(), whose rows are whole and checked.',
  )
}

/** Words for a code that no server sends are never shown. A code that looks like none of the known ones can be the app's own. */
function checkCodes({ messages = {}, catalog = {} }: ApiErrorClientOptions): void {
  const known = Object.keys({ ...errorCatalog, ...pseudoCatalog, ...catalog })
  for (const words of Object.values(messages)) {
    for (const code of Object.keys(words.codes ?? {})) {
      const meant = known.includes(code) ? undefined : known.find((other) => editDistance(code, other) <= 2)
      if (meant === undefined) continue
      developerWarning(
        `The option messages has words for the code ${code}, which is not known.`,
        'They are never shown.',
        `Did you mean ${meant}? If not, add a row by defineCatalog({ ${code}: {} }).`,
      )
    }
  }
}
