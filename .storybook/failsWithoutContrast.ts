import type { AxeReporter, AxeResults, RawNodeResult } from 'axe-core'

/**
 * Reports what axe found, with one change. Text of exactly the color of its background is no violation for axe but
 * "incomplete", as it may be hidden on purpose; nothing in our stories is hidden so, and nobody can read it.
 */
export const failsWithoutContrast: AxeReporter<AxeResults> = (results, options, resolve, reject) => {
  const judged = results.map((result) => {
    const unreadable = result.incomplete.filter(hasNoContrast)
    if (unreadable.length === 0) return result
    return {
      ...result,
      incomplete: result.incomplete.filter((node) => !hasNoContrast(node)),
      violations: [...result.violations, ...unreadable.map((node) => ({ ...node, result: 'failed' as const }))],
      result: 'failed' as const,
    }
  })
  import('axe-core')
    .then(({ default: axe }) => axe.getReporter<AxeResults>('v1')(judged, options, resolve, reject))
    .catch(reject)
}

function hasNoContrast({ any }: RawNodeResult<'cantTell'>): boolean {
  return any.some(({ id, data }) => id === 'color-contrast' && isEqualRatio(data))
}

const isEqualRatio = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'messageKey' in data && data.messageKey === 'equalRatio'
