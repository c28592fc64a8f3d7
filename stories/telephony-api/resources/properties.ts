import { Fields, membersOf } from '../Fields.js'
import type { Property } from '../records.js'
import { fail, json, noContent, quote } from '../respond.js'
import { parseJson, readBody, route, type Context, type Route } from '../route.js'
import { limits, timeZones } from '../vocabulary.js'
import { findAccount, findProperty, seesProperty } from './find.js'
import { page } from './page.js'

/** Properties, which the texts of the documentation call projects. */
export const propertyRoutes: readonly Route[] = [
  route('GET', '/Properties', listProperties),
  route('POST', '/Properties', createProperty),
  route('GET', '/Properties/{PropertySid}', (context, sid) => json(findProperty(context, sid))),
  route('PATCH', '/Properties/{PropertySid}', patchProperty),
]

function listProperties(context: Context): Response {
  const properties = [...context.state.properties.values()].filter((row) => seesProperty(context, row.PropertySid))
  return page(context.query, 'Properties', properties)
}

async function createProperty(context: Context): Promise<Response> {
  const { state, caller, request } = context
  const body = await readBody(request)
  const accountSid = body.text('AccountSid') ?? caller.AccountSid
  const name = body.requiredText('Name', { max: limits.name })
  const mainDomain = body.text('MainDomain', { max: limits.name }) ?? null
  const timeZone = readTimeZone(body) ?? 'UTC'
  body.raise()
  const { AccountSid, Name, ProjectLimit } = findAccount(context, accountSid)
  const count = [...state.properties.values()].filter((property) => property.AccountSid === AccountSid).length
  if (count >= ProjectLimit) {
    fail('PROJECT_LIMIT_REACHED', `The account ${Name} has reached its limit of ${ProjectLimit} projects.`)
  }
  const property: Property = {
    PropertySid: state.nextSid('PR'),
    AccountSid,
    Name: name,
    MainDomain: mainDomain,
    TimeZone: timeZone,
    SmsEnabled: false,
    CallRecordingEnabled: false,
    IntegrationsEnabled: false,
    Active: true,
  }
  state.properties.set(property.PropertySid, property)
  return json(property)
}

async function patchProperty(context: Context, sid: string): Promise<Response> {
  const property = findProperty(context, sid)
  const patch = await readMergePatch(context.request)
  if (patch.has('Name')) patch.require('Name')
  const changes = {
    Name: patch.text('Name', { max: limits.name }) ?? property.Name,
    MainDomain: patch.has('MainDomain')
      ? (patch.text('MainDomain', { max: limits.name }) ?? null)
      : property.MainDomain,
    TimeZone: readTimeZone(patch) ?? property.TimeZone,
    SmsEnabled: patch.flag('SmsEnabled') ?? property.SmsEnabled,
    CallRecordingEnabled: patch.flag('CallRecordingEnabled') ?? property.CallRecordingEnabled,
    IntegrationsEnabled: patch.flag('IntegrationsEnabled') ?? property.IntegrationsEnabled,
    Active: patch.flag('Active') ?? property.Active,
  }
  patch.raise()
  context.state.properties.set(sid, { ...property, ...changes })
  return noContent()
}

const patchable: readonly string[] = [
  'Name',
  'MainDomain',
  'TimeZone',
  'SmsEnabled',
  'CallRecordingEnabled',
  'IntegrationsEnabled',
  'Active',
]

async function readMergePatch(request: Request): Promise<Fields> {
  const [type] = (request.headers.get('Content-Type') ?? '').split(';')
  if (type?.trim().toLowerCase() !== 'application/merge-patch+json') {
    return fail('INVALID_PATCH_PAYLOAD', 'A patch must have the content type application/merge-patch+json.')
  }
  const members = membersOf(parseJson(await request.text()))
  if (members === undefined) return fail('INVALID_PATCH_PAYLOAD', 'A merge patch must be a JSON object.')
  for (const [name, value] of members) {
    if (!patchable.includes(name))
      fail('INVALID_PATCH_PAYLOAD', `A property has no ${quote(name)} that can be patched.`)
    // In a merge patch null removes a member; of these only the domain can be gone.
    if (value === null && name !== 'MainDomain') fail('INVALID_PATCH_PAYLOAD', `${name} cannot be removed.`)
  }
  return new Fields(members)
}

function readTimeZone(fields: Fields): string | undefined {
  const text = fields.text('TimeZone')
  const known = timeZones.find((timeZone) => timeZone === text)
  if (text !== undefined && known === undefined) {
    fields.add('UNKNOWN_TIME_ZONE', `TimeZone ${quote(text)} is not a known Windows time zone id.`, 'TimeZone')
  }
  return known
}
