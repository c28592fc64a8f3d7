import { ensureOk, type ErrorCode } from '../../src/index.js'
import { telephonyFetch } from '../telephony-api/client.js'
import { provocations, type ApiRequest } from '../telephony-api/requests.js'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Sends the request that provokes a code, with what the user entered. */
export async function sendRequest(code: ErrorCode, form = new FormData()): Promise<Response> {
  const { setup = [], ...request } = provocations[code]
  // On a second press they have been sent before, and may fail.
  for (const before of setup) await fetchRequest(before)
  return ensureOk(await fetchRequest(fillIn(request, form)))
}

/** What the request says of a field of that name, for the form to begin with. */
export function valueIn({ path, body }: ApiRequest, name: string): string | undefined {
  if (name === 'propertySid' && path.startsWith('/Properties/')) return path.split('/')[2]
  const record: unknown = Array.isArray(body) ? body[0] : body
  const sent = isRecord(record)
    ? record[toServerName(name)]
    : new URLSearchParams(path.split('?')[1]).get(toServerName(name))
  return typeof sent === 'string' || typeof sent === 'number' ? String(sent) : undefined
}

function fetchRequest({ method, path, body, token }: ApiRequest): Promise<Response> {
  return telephonyFetch(path, { method, body, token })
}

function fillIn({ path, body, ...request }: ApiRequest, form: FormData): ApiRequest {
  const { propertySid, ...entered } = Object.fromEntries(form)
  const values = Object.entries(entered).flatMap(([name, value]) =>
    typeof value === 'string' ? [[toServerName(name), toServerValue(value)] as const] : [],
  )
  if (isRecord(body))
    return { ...request, path: ofProperty(path, propertySid), body: { ...body, ...Object.fromEntries(values) } }
  if (request.method !== 'GET' || values.length === 0) return { ...request, path, body }
  return {
    ...request,
    path: `${path.split('?')[0]}?${new URLSearchParams(values.map(([name, value]) => [name, String(value)]))}`,
  }
}

const ofProperty = (path: string, sid: FormDataEntryValue | undefined): string =>
  typeof sid === 'string' ? path.replace(/^\/Properties\/\w+/, `/Properties/${sid}`) : path

/** The API writes `To` for the form's `to`. */
const toServerName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** The API counts seconds where a form has a date and time. */
const toServerValue = (value: string): string | number =>
  /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) / 1000 : value
