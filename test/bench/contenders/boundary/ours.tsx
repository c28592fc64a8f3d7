import { ApiErrorBoundary, ApiErrorClient, ApiErrorProvider } from '../../../../src/index.js'
import { en } from '../../../../src/locales/en.js'
import type { BoundaryContender } from '../../scenarios/boundary.js'

const apiErrors = new ApiErrorClient({ locales: [en] })

export const contender: BoundaryContender = {
  name: 'ours: ApiErrorBoundary',
  Around: ({ children }) => <ApiErrorProvider client={apiErrors}>{children}</ApiErrorProvider>,
  Boundary: ({ children }) => <ApiErrorBoundary>{children}</ApiErrorBoundary>,
}
