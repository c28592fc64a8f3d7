import { DEMO_TOKEN } from './authenticate.js'
import type { Simulation } from './simulate.js'

/** Where the mock API lives when MSW answers for it. */
export const API_URL = 'https://api.example.test/v2'

/** What `telephonyFetch` takes beside what `fetch` takes. */
export interface TelephonyInit extends Omit<RequestInit, 'body' | 'headers'> {
  /** A JSON value. */
  readonly body?: unknown
  /** @default API_URL */
  readonly baseUrl?: string | undefined
  /** @default DEMO_TOKEN */
  readonly token?: string | undefined
  /** A condition to ask the mock for. */
  readonly simulate?: Simulation | undefined
}

/** Sends a request to the API with plain `fetch`; the caller judges the response. */
export function telephonyFetch(path: string, init: TelephonyInit = {}): Promise<Response> {
  const { body, baseUrl = API_URL, token = DEMO_TOKEN, simulate, ...rest } = init
  const headers = new Headers({ Accept: 'application/json', Authorization: `Bearer ${token}` })
  if (simulate !== undefined) headers.set('X-Simulate', simulate)
  if (body === undefined) return fetch(baseUrl + path, { ...rest, headers })
  headers.set('Content-Type', rest.method === 'PATCH' ? 'application/merge-patch+json' : 'application/json')
  return fetch(baseUrl + path, { ...rest, headers, body: JSON.stringify(body) })
}
