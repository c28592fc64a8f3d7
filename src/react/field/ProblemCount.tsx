'use client'

import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { useMessages } from '../hooks/useMessages.js'
import { Text } from '../shared/Text.js'
import { useProblemCount } from './useProblemCount.js'

/** Props of {@link ProblemCount}; other props go to its `<span>`. */
export interface ProblemCountProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** Names of the fields inside; `address` stands for all below it too. */
  readonly names: readonly string[]
}

/**
 * Says in the header of a collapsed part, a tab or a step how many problems are inside; nothing while there are none.
 * Renders a `<span>`.
 *
 * @example
 * <summary>Delivery <ProblemCount names={['webhookUri', 'webhookMethod']} /></summary>
 */
export const ProblemCount = forwardRef<HTMLSpanElement, ProblemCountProps>(function ProblemCount(
  { names, className = '', ...props },
  ref,
) {
  const count = useProblemCount(names)
  const { ui } = useMessages()
  if (count === 0) return null
  return (
    <span {...props} ref={ref} className={`rae-count ${className}`.trim()}>
      <Text of={ui('problemCount', { count })} />
    </span>
  )
})
