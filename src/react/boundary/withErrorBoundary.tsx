'use client'

import { createElement, type ComponentType, type ReactNode } from 'react'
import { ApiErrorBoundary, type ApiErrorBoundaryProps } from './ApiErrorBoundary.js'

/**
 * Wraps a component in an {@link ApiErrorBoundary}.
 *
 * @param Wrapped       the component
 * @param boundaryProps props of the boundary. @default {}
 * @returns a component with the same props
 * @example
 * export const SafeNumbers = withErrorBoundary(Numbers, { queries: 'inline' })
 */
export function withErrorBoundary<Props extends object>(
  Wrapped: ComponentType<Props>,
  boundaryProps: ApiErrorBoundaryProps = {},
): ComponentType<Props> {
  function WithErrorBoundary(props: Props): ReactNode {
    return <ApiErrorBoundary {...boundaryProps}>{createElement(Wrapped, props)}</ApiErrorBoundary>
  }
  WithErrorBoundary.displayName = `withErrorBoundary(${Wrapped.displayName ?? (Wrapped.name || 'Unknown')})`
  return WithErrorBoundary
}
