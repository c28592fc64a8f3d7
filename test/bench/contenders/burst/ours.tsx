import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { ApiErrorClient, ApiErrorProvider, ApiErrorToaster } from '../../../../src/index.js'
import { en } from '../../../../src/locales/en.js'
import type { BurstContender } from '../../burst/measureBurst.js'

const apiErrors = new ApiErrorClient({ locales: [en] })

export const contender: BurstContender = {
  name: 'ours: report() and ApiErrorToaster',
  mount: (root) =>
    createRoot(root).render(
      <QueryClientProvider client={new QueryClient()}>
        <ApiErrorProvider client={apiErrors}>
          <ApiErrorToaster />
        </ApiErrorProvider>
      </QueryClientProvider>,
    ),
  fail: (body) => apiErrors.report(body),
}
