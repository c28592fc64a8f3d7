import { get } from '../../../internal/get.js'

const MAX_CAUSES = 20

/** Lists a failure and what it wraps, outermost first; bounded, and each value once. */
export function listCauses(failure: unknown): ReadonlySet<unknown> {
  const causes = new Set([failure])
  // A set also iterates over what is added meanwhile.
  for (const error of causes) {
    const errors = get(error, 'errors')
    for (const cause of [...['cause', 'originalError', 'networkError'].map((key) => get(error, key)), ...(Array.isArray(errors) ? errors.slice(0, MAX_CAUSES) : [])])
      if (cause !== undefined && causes.size < MAX_CAUSES) causes.add(cause)
  }
  return causes
}
