import { attempt } from '../../internal/attempt.js'
import { get } from './properties.js'

const maxCauses = 20

/** Lists what a failure wraps, outermost first; bounded, and each value once. */
export function listCauses(failure: unknown): ReadonlySet<unknown> {
  const causes = new Set([failure])
  // A set also iterates over what is added meanwhile.
  for (const error of causes)
    for (const key of ['cause', 'originalError', 'networkError', 'errors', 'error'])
      attempt(() => {
        for (const cause of [get(error, key)].flat()) if (cause && causes.size < maxCauses) causes.add(cause)
      })
  causes.delete(failure)
  return causes
}
