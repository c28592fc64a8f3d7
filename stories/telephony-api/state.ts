import { createSeed } from './seed.js'
import type { Tables } from './tables.js'

/** Everything the API remembers between requests. */
export interface State extends Tables {
  /** The clock, in milliseconds. */
  readonly now: () => number
  /** Makes an id that no record has yet. */
  readonly nextSid: (prefix: string) => string
  /** Forgets every change, so that the next request meets the seed data again. */
  readonly reset: () => void
}

/** Makes a state that holds the seed data and shares nothing with any other. */
export function createState(now: () => number = Date.now): State {
  let lastSid = 9000
  const state: State = {
    ...createSeed(),
    now,
    nextSid: (prefix) => `${prefix}${++lastSid}`,
    reset: () => {
      lastSid = 9000
      Object.assign(state, createSeed())
    },
  }
  return state
}
