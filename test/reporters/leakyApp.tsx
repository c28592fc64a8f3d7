import { useMutation } from '@tanstack/react-query'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import axios from 'axios'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import type { ReactNode } from 'react'
import { afterAll, beforeAll, expect } from 'vitest'
import type { ApiErrorClientOptions } from '../../src/index.js'
import { createClients, renderApp } from '../query/app.js'
import { settled } from '../setup/settled.js'

const URL = 'https://api.example.test/v2/Messages'

/** What must not leave the page: a token, what the user typed, and what the server says for its developers only. */
export const SECRETS = /SECRET123|SECRETINPUT|SECRETMETA|SECRETTRACE|SECRETTEXT/

const answer = (status: number, ErrorCode: string | undefined) => ({
  status,
  body: {
    ResponseStatus: {
      ErrorCode,
      Message: 'SECRETTEXT of the server',
      StackTrace: 'at SECRETTRACE in Program.cs:line 7',
      Errors: [{ FieldName: 'To', ErrorCode, Message: 'SECRETTEXT SECRETINPUT', Meta: { Value: 'SECRETMETA' } }],
    },
  },
})

/** An API that says more than it should. */
export const answers = { fault: answer(500, undefined), refusal: answer(400, 'INVALID_PHONENUMBER_FORMAT') }

let next = answers.fault
const network = setupServer(
  http.post(URL, () => HttpResponse.json(next.body, { status: next.status, headers: { 'X-Request-Id': 'req-7' } })),
)

/** The API on the network of one test file. */
export function startLeakyApi(): void {
  beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
  afterAll(() => network.close())
}

/** Sends what a user typed, with a token, by axios: what it throws holds all of it. */
export const sendByAxios = (text: string): Promise<unknown> =>
  axios.post(URL, { To: text }, { headers: { Authorization: 'Bearer SECRET123' } })

function Send({ send }: { readonly send: (text: string) => Promise<unknown> }): ReactNode {
  const { mutate } = useMutation({ mutationKey: ['send', 'SECRETINPUT'], mutationFn: send })
  return <button onClick={() => mutate('SECRETINPUT')}>Send</button>
}

/** An app that sends once, and has failed. */
export async function failToSend(
  onReport: ApiErrorClientOptions['onReport'],
  how: typeof answers.fault | ((text: string) => Promise<unknown>) = answers.fault,
): Promise<void> {
  if (typeof how !== 'function') next = how
  const clients = createClients(onReport === undefined ? {} : { onReport })
  const { client } = renderApp(<Send send={typeof how === 'function' ? how : sendByAxios} />, { clients })
  await act(async () => void fireEvent.click(screen.getByText('Send')))
  await waitFor(() => expect(client.history.list()).toHaveLength(1))
  await settled()
  expect(clients.problems).toEqual([])
}
