import { errorCatalog } from '../../catalog.js'
import { developerError } from '../../internal/developerMessage.js'
import type { ApiError } from '../ApiError.js'
import type { LocaleSource } from '../localize/MessageRegistry.js'
import type { Messages } from '../localize/Pack.js'
import type { BodyParser } from '../normalize/BodyParser.js'
import type { PolicyOptions } from '../route/policy.js'
import type { Catalog, Home, Origin } from '../types.js'
import type { CloseReason } from './record.js'
import type { OnUnauthorized } from './SignIn.js'

/** What `onReport` gets beside the error; nothing that the user typed. */
export interface ReportContext {
  /** What failed; `report` for what the app told of itself. */
  readonly type: Origin['type']
  /** The query's or mutation's key. */
  readonly key: readonly unknown[] | undefined
  /** Where its issues are shown, one entry an issue; `none` for a failure that was closed before it had a place. */
  readonly homes: readonly Home[]
  /** Which call of its observer failed, from 1. */
  readonly attempt: number
  /** Why it was closed before it was reported; `undefined` for one that is shown. */
  readonly closed?: CloseReason | undefined
  /** Whether a later try of the same form made it moot. */
  readonly isSuperseded: boolean
}

/** Options of {@link ApiErrorClient}. Only `locales` is required. */
export interface ApiErrorClientOptions {
  /** The languages: packs of `react-api-errors/locales/…`, or functions that load them. The first is the default. */
  readonly locales: LocaleSource
  /** The language of words that another lacks. @default 'en', else the first of `locales` */
  readonly fallbackLocale?: string
  /** Words of the app over those of the packs, by language. */
  readonly messages?: Messages
  /** Labels of fields that are not on screen, by the server's name. */
  readonly fieldLabels?: Readonly<Record<string, string>>
  /** Rows over the documented ones, made by {@link defineCatalog}. @default the documented 53 codes */
  readonly catalog?: Catalog
  /** Which homes are tried in which situation. */
  readonly policy?: PolicyOptions
  /** Body formats of the app's own, tried before the documented one. */
  readonly parsers?: readonly BodyParser[]
  /** The app's names of fields: server's name → form's name. */
  readonly aliases?: Readonly<Record<string, string>>
  /** Called once for all requests that wait for a sign-in. Without it a 401 is shown like any other failure. */
  readonly onUnauthorized?: OnUnauthorized
  /** Called once for each failure, whatever shows it. */
  readonly onReport?: (error: ApiError, context: ReportContext) => void
  /** Called when something inside goes wrong; showing an error never throws. */
  readonly onInternalError?: (cause: unknown) => void
}

const KNOWN = new Set<string>([
  'locales',
  'fallbackLocale',
  'messages',
  'fieldLabels',
  'catalog',
  'policy',
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
}
