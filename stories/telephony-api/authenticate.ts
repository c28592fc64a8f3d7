import type { Caller } from './tables.js'
import { scopes } from './vocabulary.js'

/** The token of a login that may do everything except billing. */
export const DEMO_TOKEN = 'demo-token'

/** The token of a login that may only read. */
export const READ_ONLY_TOKEN = 'read-only-token'

const login = {
  AccountSid: 'AC1001',
  accounts: ['AC1001', 'AC1002'],
  scopes: scopes.filter((scope) => scope !== 'Billing'),
}

const callers: ReadonlyMap<string, Caller> = new Map([
  [DEMO_TOKEN, { ...login, canWrite: true }],
  [READ_ONLY_TOKEN, { ...login, canWrite: false }],
])

/** Who sends the request, or `undefined` if its token is wrong or missing. */
export function authenticate(request: Request): Caller | undefined {
  const [, token = ''] = /^Bearer (\S+)$/.exec(request.headers.get('Authorization') ?? '') ?? []
  return callers.get(token)
}
