import { API_URL, telephonyFetch } from './client.js'
import type { ErrorCode } from './errorCodes.js'
import { provocations, type ApiRequest } from './requests.js'

/** Sends the request that provokes the code, and before it those that it needs. */
export async function provoke(code: ErrorCode, baseUrl = API_URL): Promise<Response> {
  const { setup = [], ...provocation } = provocations[code]
  for (const request of setup) {
    const { ok, status } = await sendRequest(request, baseUrl)
    if (!ok) throw new Error(`The request that prepares ${code} failed with ${status}: reset the API before provoking.`)
  }
  return sendRequest(provocation, baseUrl)
}

function sendRequest({ method, path, body, token }: ApiRequest, baseUrl: string): Promise<Response> {
  return telephonyFetch(path, { method, body, token, baseUrl })
}
