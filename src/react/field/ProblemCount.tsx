'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../hooks/useMessages.js'
import { Text } from '../shared/Text.js'
import { useProblemCount } from './useProblemCount.js'

/** Props of {@link ProblemCount}. */
export interface ProblemCountProps {
  /** Names of the fields inside; `address` stands for all below it too. */
  readonly names: readonly string[]
  readonly className?: string
}

/**
 * Says in the header of a collapsed part, a tab or a step how many problems are inside; nothing while there are none.
 * Renders a `<span>`.
 *
 * @example
 * <summary>Delivery <ProblemCount names={['webhookUri', 'webhookMethod']} /></summary>
 */
export function ProblemCount({ names, className = '' }: ProblemCountProps): ReactNode {
  const count = useProblemCount(names)
  const { ui } = useMessages()
  return count === 0 ? null : <Text of={ui('problemCount', { count })} className={`rae-count ${className}`.trim()} />
}
