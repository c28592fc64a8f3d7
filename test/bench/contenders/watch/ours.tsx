import { ApiErrorBoundary, ApiErrorClient, ApiErrorProvider } from '../../../../src/index.js'
import { en } from '../../../../src/locales/en.js'
import type { WatchContender } from '../../scenarios/watch.js'

const apiErrors = new ApiErrorClient({ locales: [en] })

export const contender: WatchContender = {
  name: 'ours: in one ApiErrorBoundary',
  Around: ({ children }) => (
    <ApiErrorProvider client={apiErrors}>
      <ApiErrorBoundary>{children}</ApiErrorBoundary>
    </ApiErrorProvider>
  ),
}
