'use client'

import {
  createElement,
  forwardRef,
  type ComponentType,
  type ForwardRefExoticComponent,
  type PropsWithoutRef,
  type RefAttributes,
} from 'react'
import { ApiErrorBoundary, type ApiErrorBoundaryProps } from './ApiErrorBoundary.js'

/**
 * Wraps a component in an {@link ApiErrorBoundary}.
 *
 * @param Wrapped       the component
 * @param boundaryProps props of the boundary. @default {}
 * @returns a component with the same props; a `ref` is that of the wrapped component
 * @example
 * export const SafeNumbers = withErrorBoundary(Numbers, { queries: 'inline' })
 */
export function withErrorBoundary<Props extends object, Ref = unknown>(
  Wrapped: ComponentType<Props>,
  boundaryProps?: ApiErrorBoundaryProps,
): ForwardRefExoticComponent<PropsWithoutRef<Props> & RefAttributes<Ref>>
export function withErrorBoundary(
  Wrapped: ComponentType<object>,
  boundaryProps: ApiErrorBoundaryProps = {},
): ForwardRefExoticComponent<RefAttributes<unknown>> {
  const WithErrorBoundary = forwardRef<unknown, object>((props, ref) => (
    // React 18 warns of a ref at a function component, also of none.
    <ApiErrorBoundary {...boundaryProps}>
      {createElement(Wrapped, ref === null ? props : { ...props, ref })}
    </ApiErrorBoundary>
  ))
  WithErrorBoundary.displayName = `withErrorBoundary(${Wrapped.displayName ?? (Wrapped.name || 'Unknown')})`
  return WithErrorBoundary
}
