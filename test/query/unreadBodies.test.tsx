import { useMutation } from '@tanstack/react-query'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import axios from 'axios'
import ky from 'ky'
import kyOne from 'ky-1'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { ApiErrorBoundary, Field, useApiError, type BodyParser } from '../../src/index.js'
import { takeConsole } from '../setup/console.js'
import { settled } from '../setup/settled.js'
import { words } from '../setup/words.js'
import { createClients, Page, renderApp, startTelephony, stateTitles, toastTitles } from './app.js'

// P29 and P30: a failure whose body nobody has read. Boundary and sign-in are decided by the status at once; fields and
// words come from a clone of the body, which the client's parsers see too.

const { network } = startTelephony()
const URL = 'https://api.example/refusal'
const body = {
  ResponseStatus: { ErrorCode: 'PARAMETER_REQUIRED', Message: 'To is missing.', Errors: [{ FieldName: 'To' }] },
}
const answerWith = (status: number, answer: object = body): void => {
  network.use(http.get(URL, () => HttpResponse.json(answer, { status })))
}
const orThrow = async (): Promise<Response> => {
  const response = await fetch(URL)
  if (!response.ok) throw response
  return response
}

function Form({ send }: { readonly send: () => Promise<unknown> }) {
  const { mutate } = useMutation({ mutationFn: send })
  return (
    <ApiErrorBoundary>
      <FormInside send={send} />
      <button onClick={() => mutate()}>Outside</button>
    </ApiErrorBoundary>
  )
}
function FormInside({ send }: { readonly send: () => Promise<unknown> }) {
  const { mutate } = useMutation({ mutationFn: send })
  return (
    <>
      <Field name="to" label="To" />
      <button onClick={() => mutate()}>Send</button>
    </>
  )
}

describe('a body that nobody has read', () => {
  it.each([
    ['a thrown Response', orThrow],
    ['the answer in an error of ky 1', () => kyOne(URL, { retry: 0 }).json()],
    ['the answer in an error of ky 2, which has read it', () => ky(URL, { retry: 0 }).json()],
    ['a Blob of axios', () => axios.get(URL, { responseType: 'blob', adapter: 'fetch' })],
    ['an error around it', () => orThrow().catch((cause: unknown) => Promise.reject(new Error('failed', { cause })))],
  ])('marks its fields: %s', async (_, send) => {
    answerWith(400)
    const { reports } = renderApp(<Form send={send} />)
    fireEvent.click(screen.getByText('Send'))
    await waitFor(() => expect(screen.getByLabelText('To')).toBeInvalid())
    await settled()
    expect(toastTitles()).toEqual([])
    expect(reports).toMatchObject([{ code: 'PARAMETER_REQUIRED', homes: ['field'] }])
  })

  it('is left to the app, which can still read it', async () => {
    answerWith(400)
    const seen: unknown[] = []
    const { client, queryClient } = createClients()
    client.attach(queryClient)
    await queryClient.fetchQuery({ queryKey: ['a'], queryFn: orThrow }).catch(async (response: unknown) => {
      if (response instanceof Response) seen.push(await response.json())
    })
    expect(seen).toEqual([body])
  })

  it('keeps the words of the status while it lasts longer than a second', async () => {
    const endless = new Response(new ReadableStream(), { status: 403 })
    const { reports } = renderApp(<Form send={() => Promise.reject(endless)} />)
    fireEvent.click(screen.getByText('Send'))
    expect(reports).toEqual([])
    await waitFor(() => expect(reports).toMatchObject([{ code: 'HTTP_403' }]), { timeout: 3000 })
    await settled()
    expect(toastTitles()).toHaveLength(1)
  })

  it('of a first load shows the boundary at once, and then the words of its code', async () => {
    answerWith(400, { ResponseStatus: { ErrorCode: 'CALL_NOT_FOUND' } })
    renderApp(
      <ApiErrorBoundary>
        <Page queryKey={['calls']} queryFn={orThrow} />
      </ApiErrorBoundary>,
    )
    await waitFor(() => expect(stateTitles()).toEqual([words('CALL_NOT_FOUND').title]))
    // React writes of what a boundary has caught.
    takeConsole()
  })

  it('of a missing sign-in asks for it', async () => {
    answerWith(401, {})
    const onUnauthorized = vi.fn<() => void>()
    renderApp(<Page queryKey={['calls']} queryFn={orThrow} />, { clients: createClients({ onUnauthorized }) })
    await waitFor(() => expect(onUnauthorized).toHaveBeenCalledTimes(1))
    await settled()
    expect(toastTitles()).toEqual([])
  })

  it('gives its words to who shows the failure', async () => {
    answerWith(400, { ResponseStatus: { ErrorCode: 'PROJECT_LIMIT_REACHED' } })
    function Show() {
      const save = useMutation({ mutationFn: orThrow })
      const { title } = useApiError(save)
      return <button onClick={() => save.mutate()}>{title ?? 'Save'}</button>
    }
    renderApp(<Show />)
    fireEvent.click(screen.getByText('Save'))
    expect(await screen.findByText(words('PROJECT_LIMIT_REACHED').title)).toBeVisible()
    await settled()
    expect(toastTitles()).toEqual([])
  })

  it('is seen by the parsers of the client', async () => {
    const parsers: BodyParser[] = [
      (fault) =>
        typeof fault === 'object' && fault !== null && 'fault' in fault ? { issues: [{ fieldName: 'to' }] } : undefined,
    ]
    answerWith(409, { fault: 'to' })
    renderApp(<Form send={orThrow} />, { clients: createClients({ parsers }) })
    fireEvent.click(screen.getByText('Send'))
    await waitFor(() => expect(screen.getByLabelText('To')).toBeInvalid())
    await settled()
  })

  it('that the app has read first leaves the status, and the developer is told', async () => {
    answerWith(400)
    const readAndThrow = async (): Promise<unknown> => {
      const response = await fetch(URL)
      await response.json()
      throw response
    }
    renderApp(<Form send={readAndThrow} />)
    fireEvent.click(screen.getByText('Outside'))
    await waitFor(() => expect(toastTitles()).toHaveLength(1))
    expect(screen.getByLabelText('To')).toBeValid()
    expect(takeConsole()).toEqual([expect.stringContaining('ensureOk')])
  })
})
