import { useMutation, useQuery } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  defineCatalog,
  ErrorSummary,
  Field,
  type ApiErrorClientOptions,
} from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { renderWithApiErrors } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { settled } from '../setup/settled.js'

const SAID = 'Invoice 4711 of Acme BV is closed.'
const answer = (status: number, ErrorCode: string | undefined, fields: readonly string[] = []) => ({
  status,
  data: { ResponseStatus: { ErrorCode, Message: SAID, Errors: fields.map((FieldName) => ({ FieldName })) } },
})

async function show(failure: unknown, options: Partial<ApiErrorClientOptions>, what: string): Promise<string> {
  function Form(): ReactNode {
    const { mutate } = useMutation({ mutationFn: () => Promise.reject(failure) })
    return (
      <>
        {what === 'summary' && <ErrorSummary />}
        {what !== 'toast' && <Field name="invoice" label="Invoice" />}
        <button onClick={() => mutate()}>Send</button>
      </>
    )
  }
  function Page(): ReactNode {
    return <p>{useQuery({ queryKey: ['page'], queryFn: () => Promise.reject<string>(failure) }).data}</p>
  }
  renderWithApiErrors(<ApiErrorBoundary>{what === 'state' ? <Page /> : <Form />}</ApiErrorBoundary>, {
    apiErrors: new ApiErrorClient({ locales: [en], ...options }),
  })
  if (what !== 'state') await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  await settled()
  // React logs what a boundary catches.
  if (what === 'state') takeConsole()
  return document.body.textContent
}

const places = ['toast', 'state', 'summary', 'field'] as const

// R13. The kind: what a server says of something that this person may not see, or not know of.
describe.each(places)("the server's text of an unknown code in a %s", (place) => {
  it.each([
    [401, 'SESSION_CLOSED'],
    [403, 'INVOICE_CLOSED'],
    [404, 'INVOICE_GONE'],
    [404, undefined],
  ])('is not on the page at %i, code %s', async (status, code) => {
    expect(await show(answer(status, code, place === 'state' ? [] : ['Invoice']), {}, place)).not.toContain('4711')
  })

  it.each([
    [400, 'INVOICE_CLOSED'],
    [409, 'INVOICE_TAKEN'],
    [422, 'INVOICE_ODD'],
  ])('is a detail at %i, code %s', async (status, code) => {
    expect(await show(answer(status, code, place === 'state' ? [] : ['Invoice']), {}, place)).toContain(SAID)
  })

  it.each([
    [403, 'INVOICE_CLOSED'],
    [404, 'INVOICE_GONE'],
  ])('is a detail where the app asks for it at %i, code %s', async (status, code) => {
    const catalog = defineCatalog({ [code]: { detail: true } })
    expect(await show(answer(status, code, place === 'state' ? [] : ['Invoice']), { catalog }, place)).toContain(SAID)
  })
})
