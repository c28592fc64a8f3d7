import type { Home, Origin } from '../types.js'

/** In which situation a failure came; each has one row in the policy. */
export type Situation = 'mutation' | 'firstLoad' | 'refetch' | 'unwatched' | 'report'

/** Which homes are tried in which situation, first to last; a home without a surface falls to the next. */
export type Policy = Readonly<Record<Situation, readonly Home[]>>

/** What an app can change: rows of the policy, and the home of single codes. */
export type PolicyOptions = Partial<Policy> & {
  /** Homes by code, tried before those of the situation. */
  readonly codes?: Readonly<Record<string, Home>>
}

/** The default table. Every row ends in a home that needs no surface. */
export const defaultPolicy: Policy = {
  mutation: ['field', 'auth', 'boundary', 'inline', 'summary', 'toast'],
  firstLoad: ['auth', 'boundary', 'field', 'inline', 'summary', 'toast'],
  // Data of an earlier success is on screen, and stays.
  refetch: ['auth', 'inline', 'toast'],
  // Nothing on screen waits for a prefetch, so its failure is only reported.
  unwatched: ['auth', 'boundary', 'inline', 'none'],
  report: ['field', 'auth', 'boundary', 'inline', 'summary', 'toast'],
}

export function situationOf(origin: Origin): Situation {
  switch (origin.type) {
    case 'mutation':
    case 'report':
      return origin.type
    case 'query':
      return origin.hasData ? 'refetch' : origin.watched ? 'firstLoad' : 'unwatched'
    default:
      return origin.type satisfies never
  }
}
