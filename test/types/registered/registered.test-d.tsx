// What compiles in an app that has registered its codes, fields, languages and meta; checked by `npm run types`.
import { useMutation, useQuery } from '@tanstack/react-query'
import {
  ApiErrorBoundary,
  ApiErrorProvider,
  Field,
  FieldError,
  isApiError,
  useApiErrorMeta,
  useFieldError,
  ApiErrorClient,
  type ApiErrorsMeta,
  type AppMessages,
  type Messages,
} from 'react-api-errors'

declare module 'react-api-errors' {
  interface Register {
    codes: 'VOUCHER_EXPIRED'
    fieldNames: 'to' | 'text'
    locales: 'en' | 'nl'
    params: { VOUCHER_EXPIRED: 'days' | 'name' }
    meta: { readonly message: 'cannotSave' }
  }
}
declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: ApiErrorsMeta
    mutationMeta: ApiErrorsMeta
  }
}

export function codes(error: unknown): void {
  isApiError(error, 'VOUCHER_EXPIRED')
  isApiError(error, 'PROJECT_LIMIT_REACHED')
  isApiError(error, 'HTTP_500')
  // @ts-expect-error misspelled: neither documented nor registered
  isApiError(error, 'PROJECT_LIMIT_REACHEDD')
}

export const messages: Messages[] = [
  { en: { codes: { FORBIDDEN: 'No', VOUCHER_EXPIRED: { title: 'Too late' } } } },
  // @ts-expect-error misspelled: its words would never be shown
  { en: { codes: { FORBIDEN: 'No' } } },
  { en: { fields: { To: { PARAMETER_REQUIRED: 'Who is it for?' } } } },
  // @ts-expect-error misspelled, at a field
  { en: { fields: { To: { PARAMETER_REQUIERD: 'Who is it for?' } } } },
]

export const words: AppMessages = {
  en: {
    codes: {
      VOUCHER_EXPIRED: ({ params }) => `${params.name ?? 'It'} is over since ${params.days}, of at most ${params.max}`,
      PROJECT_LIMIT_REACHED: { title: ({ params, count }) => `${params['anything']} ${count}` },
    },
    fields: {
      // @ts-expect-error no parameter of this code
      To: { VOUCHER_EXPIRED: ({ params }) => `${params.dayz}` },
    },
  },
}

// @ts-expect-error words of a boundary are data: a function of each render would be new words
export const ofBoundary: Messages = { en: { codes: { FORBIDDEN: () => 'No' } } }

new ApiErrorClient({ locales: [], messages: words, prefer: { VOUCHER_EXPIRED: 'server' } })
// @ts-expect-error misspelled: whose text would not be preferred
new ApiErrorClient({ locales: [], prefer: { VOUCHER_EXPIERD: 'server' } })

export function Page({ client }: { readonly client: ApiErrorClient }) {
  useFieldError('to')
  // @ts-expect-error no field of the app
  useFieldError('tp')
  useApiErrorMeta({ home: 'summary', message: 'cannotSave' })
  // @ts-expect-error no message of the app
  useApiErrorMeta({ message: 'cannotSafe' })
  void client.setLocale('nl')
  // @ts-expect-error no language of the app
  void client.setLocale('dn')
  return (
    <ApiErrorProvider client={client} locale="en">
      <ApiErrorBoundary fallbacks={{ VOUCHER_EXPIRED: () => null, FORBIDDEN: () => null, 403: () => null }}>
        <Field name="to" label="To" />
        {/* @ts-expect-error no field of the app */}
        <Field name="tp" label="To" />
        {/* @ts-expect-error no field of the app */}
        <FieldError name="txt" />
      </ApiErrorBoundary>
      {/* @ts-expect-error no code of the app, and no status */}
      <ApiErrorBoundary fallbacks={{ VOUCHER_EXPIERD: () => null }} />
    </ApiErrorProvider>
  )
}

export function Metas() {
  useQuery({ queryKey: ['a'], meta: { apiError: { home: 'toast' }, other: 1 } })
  useQuery({ queryKey: ['a'], meta: { apiError: false } })
  // @ts-expect-error misspelled home
  useQuery({ queryKey: ['a'], meta: { apiError: { home: 'sumary' } } })
  useMutation({ mutationFn: async () => 1, meta: { apiError: { message: 'cannotSave', retry: false } } })
  // @ts-expect-error misspelled home
  useMutation({ mutationFn: async () => 1, meta: { apiError: { home: 'tost' } } })
  // @ts-expect-error unknown key
  useMutation({ mutationFn: async () => 1, meta: { apiError: { hone: 'toast' } } })
}
