import type { OnlineLogin } from '../records.js'
import { fail, json, noContent, quote } from '../respond.js'
import { readBody, route, type Context, type Route } from '../route.js'
import { limits } from '../vocabulary.js'
import { findProperty } from './find.js'
import { page } from './page.js'
import { readPermissions, readScopes, requireWithinBoundary } from './permissions.js'

/** Online logins: the people who can sign in, and what they may do. */
export const onlineLoginRoutes: readonly Route[] = [
  route('GET', '/OnlineLogins', ({ state, caller, query }) =>
    page(
      query,
      'OnlineLogins',
      [...state.onlineLogins.values()].filter((row) => caller.accounts.includes(row.AccountSid)),
    ),
  ),
  route('POST', '/Properties/{PropertySid}/OnlineLogins', createLogin),
  route('GET', '/OnlineLogins/{OnlineLoginSid}', (context, sid) => json(findLogin(context, sid))),
  route('POST', '/OnlineLogins/{OnlineLoginSid}', updateLogin),
  route('DELETE', '/OnlineLogins/{OnlineLoginSid}', (context, sid) => {
    context.state.onlineLogins.delete(findLogin(context, sid).OnlineLoginSid)
    return noContent()
  }),
]

async function createLogin(context: Context, propertySid: string): Promise<Response> {
  const { state, request } = context
  const { AccountSid, PropertySid } = findProperty(context, propertySid)
  const body = await readBody(request)
  const Email = body.requiredText('Email', { format: 'email' })
  // A real server would keep a hash of it; this one keeps nothing.
  body.requiredText('Password', { min: limits.passwordMin, max: limits.passwordMax })
  const FirstName = body.requiredText('FirstName', { max: limits.name })
  const LastName = body.requiredText('LastName', { max: limits.name })
  const granted = readScopes(body)
  const Enabled = body.flag('Enabled') ?? true
  body.raise()
  requireNewEmail(context, Email)
  requireWithinBoundary(context, granted)
  const login: OnlineLogin = {
    OnlineLoginSid: state.nextSid('OL'),
    AccountSid,
    Email,
    FirstName,
    LastName,
    Enabled,
    Permissions: [{ PropertySid, Scopes: granted.join(',') }],
  }
  state.onlineLogins.set(login.OnlineLoginSid, login)
  return json(login)
}

async function updateLogin(context: Context, sid: string): Promise<Response> {
  const login = findLogin(context, sid)
  const body = await readBody(context.request)
  const FirstName = body.text('FirstName', { max: limits.name }) ?? login.FirstName
  const LastName = body.text('LastName', { max: limits.name }) ?? login.LastName
  const Enabled = body.flag('Enabled') ?? login.Enabled
  const Permissions = body.has('Permissions') ? readPermissions(context, body) : login.Permissions
  body.raise()
  const updated: OnlineLogin = { ...login, FirstName, LastName, Enabled, Permissions }
  context.state.onlineLogins.set(sid, updated)
  return json(updated)
}

function findLogin({ state, caller }: Context, sid: string): OnlineLogin {
  const login = state.onlineLogins.get(sid)
  if (login !== undefined && caller.accounts.includes(login.AccountSid)) return login
  return fail('ONLINE_LOGIN_NOT_FOUND', `There is no online login ${quote(sid)}.`, 'OnlineLoginSid')
}

function requireNewEmail({ state }: Context, email: string): void {
  const wanted = email.toLowerCase()
  if ([...state.onlineLogins.values()].some((login) => login.Email.toLowerCase() === wanted)) {
    fail('ONLINE_LOGIN_EMAIL_EXISTS', `A user with the email address ${email} already exists.`, 'Email')
  }
}
