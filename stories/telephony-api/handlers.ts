import { http, type HttpHandler } from 'msw'
import type { TelephonyApi } from './createTelephonyApi.js'

/** MSW handlers that answer for the API, in a browser or in Node; a base URL must end in `/v2`. */
export function telephonyHandlers(api: TelephonyApi, baseUrl = '*/v2'): readonly HttpHandler[] {
  return [http.all(`${baseUrl}/*`, ({ request }) => api.handle(request))]
}
