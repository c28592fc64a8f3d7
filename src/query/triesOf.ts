import type { Mutation, Query } from '@tanstack/react-query'
import { isObject } from '../internal/isObject.js'
import { apiRetry, MOST_RETRIES } from './retry.js'

/** What a request is tried with, and how often that has failed so far. */
export interface Tries {
  /** How many tries of the running request have failed. */
  readonly failed: number
  /** How often it is tried at most; `undefined` where a function of the app decides. */
  readonly most: number | undefined
}

/** TanStack Query's own defaults. */
const QUERY_RETRIES = 3
const MUTATION_RETRIES = 0

/** Counts the tries of a query or mutation that is running; `undefined` for anything else. */
export function triesOf(call: unknown): Tries | undefined {
  if (isQuery(call) && call.state.fetchStatus === 'fetching') {
    return { failed: call.state.fetchFailureCount, most: mostTries(call.options.retry ?? QUERY_RETRIES) }
  }
  if (isMutation(call) && call.state.status === 'pending' && !call.state.isPaused) {
    return { failed: call.state.failureCount, most: mostTries(call.options.retry ?? MUTATION_RETRIES) }
  }
  return undefined
}

function mostTries(retry: unknown): number | undefined {
  if (retry === apiRetry) return MOST_RETRIES + 1
  if (retry === false) return 1
  return typeof retry === 'number' ? retry + 1 : undefined
}

// By what they have: the classes are not exported by each version, and there may be two copies.
const isQuery = (call: unknown): call is Query => isObject(call) && 'queryHash' in call
const isMutation = (call: unknown): call is Mutation => isObject(call) && 'mutationId' in call
