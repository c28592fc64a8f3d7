import type { RegisteredMeta } from './register.js'

/** How a failure came about. */
export type ApiErrorKind = 'http' | 'network' | 'timeout' | 'aborted' | 'parse' | 'unknown'

/** How much a problem matters to the person who sees it. */
export type Severity = 'error' | 'warning' | 'info'

/** The one place in which an issue is shown. */
export type Home = 'field' | 'summary' | 'inline' | 'boundary' | 'auth' | 'toast' | 'none'

/** What a code is about; the texts and defaults of a code that no row knows come from its category. */
export type Category =
  | 'required'
  | 'format'
  | 'length'
  | 'range'
  | 'conflict'
  | 'not-found'
  | 'gone'
  | 'state'
  | 'quota'
  | 'permission'
  | 'auth'
  | 'rate-limit'
  | 'server'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'parse'
  | 'request'
  | 'unknown'

/** Facts that a message can show, such as `max`; values are data and never templates. */
export type Params = Readonly<Record<string, string | number>>

/** One item of `Errors[]`, or the whole failure where there is none. */
export interface Issue {
  /** The ErrorCode, inherited from the top where the item has none. */
  readonly code: string
  /** The name as the server wrote it; hostile text. */
  readonly fieldName: string | undefined
  /** Limits (`min`, `max`), and the plain values of its `Meta` by their names; nothing that someone typed. */
  readonly params: Params
  /** The server's own text; offered as a detail, and the sentence only where the app prefers it. */
  readonly serverMessage: string | undefined
  readonly severity: Severity
  /** The position of the failed item in a batch. */
  readonly index: number | undefined
}

/** One row of the catalog: what a code means and where it belongs. */
export interface Definition {
  readonly category: Category
  /** The HTTP status that usually comes with the code. */
  readonly status: number | undefined
  /** The home this code asks for; without one the default table decides. */
  readonly home: Home | undefined
  readonly severity: Severity
  /** How much it matters to who runs the app; for `onReport`. */
  readonly level?: Severity | undefined
  /** Whether the same request can succeed later. */
  readonly retryable: boolean
  /** Field names that the code implies when the server names none. */
  readonly fields: readonly string[]
  /** Whether the facts (limits, names) are only in the server's Message. */
  readonly detail: boolean
  /** Whether the code binds its fields into one group with one message. */
  readonly group: boolean
  /** Whose text is the message. @default ours, with the server's as `detail` says and where ours lacks its facts */
  readonly prefer?: Preference | undefined
}

/**
 * Whose text is the message: the server's as it is, in its own language; ours alone; or ours with the server's as a
 * detail.
 */
export type Preference = 'server' | 'ours' | 'both'

/** Definitions by code. */
export type Catalog = Readonly<Record<string, Definition>>

/** The parts of `meta.apiError`. */
export interface ApiErrorMetaParts {
  /** Where its failures are to be shown. */
  readonly home?: Home
  /** The key of a message of the app to show instead of the code's. */
  readonly message?: string
  /** What its messages can name beside what the server sends, such as `{ name: address.name }`; never a template. */
  readonly params?: Params
  /** Failures with the same id share one toast. */
  readonly id?: string
  /** `false` hides Try again. */
  readonly retry?: boolean
}

/** What is read of `meta.apiError`, whatever the app has registered. */
export type ApiErrorMetaValue = false | ApiErrorMetaParts

/** What an app can say of one query or mutation in `meta.apiError`; plain data, so that it survives dehydration. */
export type ApiErrorMeta = false | (Omit<ApiErrorMetaParts, keyof RegisteredMeta> & Partial<RegisteredMeta>)

/**
 * The `meta` of a query or mutation, for TanStack Query's own `Register`: then a wrong `meta.apiError` does not compile.
 *
 * @example
 * declare module '@tanstack/react-query' {
 *   interface Register {
 *     queryMeta: ApiErrorsMeta
 *     mutationMeta: ApiErrorsMeta
 *   }
 * }
 */
export interface ApiErrorsMeta extends Record<string, unknown> {
  readonly apiError?: ApiErrorMeta
}

/** Where a failure comes from, as far as its home depends on it. */
export interface Origin {
  /** What failed; `report` for what the app tells of itself. */
  readonly type: 'query' | 'mutation' | 'report'
  /** Whether the failure belongs to a scope that is mounted. */
  readonly scoped: boolean
  /** Query only: whether data of an earlier success is on screen. */
  readonly hasData: boolean
  /** Whether any component watches it; nobody watches a prefetch. */
  readonly watched: boolean
  /** Whether it came from a form that signs in: its 401 is an answer to what was filled in. */
  readonly signsIn?: boolean | undefined
  readonly meta: ApiErrorMetaValue | undefined
}

/** The home of one issue, and the fields that carry it. */
export interface Placement {
  readonly issue: Issue
  readonly home: Home
  /** Names of the fields that the issue marks, as registered; empty unless one matches. */
  readonly fields: readonly string[]
  /** The issue of the same group whose message is shown in place of this one's: a group is one problem. */
  readonly speaker?: Issue | undefined
}
