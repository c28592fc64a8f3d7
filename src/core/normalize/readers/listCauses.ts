import { attempt } from '../../../internal/attempt.js'
import { get } from '../../../internal/get.js'

const maxCauses = 20

/** Lists a failure and what it wraps, outermost first; bounded, and each value once. */
export function listCauses(failure: unknown): ReadonlySet<unknown> {
  const causes = new Set([failure])
  // A set also iterates over what is added meanwhile.
  for (const error of causes)
    for (const key of ['cause', 'originalError', 'networkError', 'errors'])
      attempt(() => {
        for (const cause of [get(error, key)].flat().slice(0, maxCauses))
          if (cause && causes.size < maxCauses) causes.add(cause)
      })
  return causes
}
