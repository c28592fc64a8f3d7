import { Fragment } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { BoundaryContender } from '../../scenarios/boundary.js'

export const contender: BoundaryContender = {
  name: 'react-error-boundary',
  Around: Fragment,
  Boundary: ({ children }) => <ErrorBoundary fallback={<p>It failed.</p>}>{children}</ErrorBoundary>,
}
