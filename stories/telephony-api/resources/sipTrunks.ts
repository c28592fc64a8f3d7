import type { Fields } from '../Fields.js'
import type { SipTrunk } from '../records.js'
import { fail, json, noContent, quote } from '../respond.js'
import { readBody, route, type Context, type Route } from '../route.js'
import { limits } from '../vocabulary.js'
import { findCountry, findProperty, seesProperty } from './find.js'

/** SIP trunks. */
export const sipTrunkRoutes: readonly Route[] = [
  route('POST', '/Properties/{PropertySid}/SipTrunk', createTrunk),
  route('GET', '/SipTrunk/{SipTrunkSid}', (context, sid) => json(present(findTrunk(context, sid)))),
  route('DELETE', '/SipTrunk/{SipTrunkSid}', (context, sid) => {
    const trunk = findTrunk(context, sid)
    context.state.sipTrunks.set(trunk.SipTrunkSid, { ...trunk, Deleted: true })
    return noContent()
  }),
]

async function createTrunk(context: Context, propertySid: string): Promise<Response> {
  const { PropertySid } = findProperty(context, propertySid)
  const body = await readBody(context.request)
  const Name = body.requiredText('Name', { min: limits.trunkNameMin, max: limits.name })
  const DefaultCallerId = body.text('DefaultCallerId', { format: 'phone' }) ?? null
  const Type = body.integer('Type', { min: 0, max: 1 }) ?? 0
  body.requireOneOf('SipTrunkIpAddresses', 'SipTrunkCredentials')
  const SipTrunkIpAddresses = body
    .list('SipTrunkIpAddresses')
    .map((item) => ({ IpAddress: item.requiredText('IpAddress', { format: 'ipAddress' }) }))
  const SipTrunkCredentials = readCredentials(body.group('SipTrunkCredentials'))
  const SipTrunkAllowedCountries = body
    .list('SipTrunkAllowedCountries')
    .map((item) => ({ CountryCode: item.requiredText('CountryCode', { format: 'country' }) }))
  const ChannelLimit = body.integer('ChannelLimit', { min: 1, max: limits.channels }) ?? 1
  const CustomerReference = body.text('CustomerReference', { max: limits.name }) ?? null
  body.raise()
  for (const [index, { CountryCode }] of SipTrunkAllowedCountries.entries()) {
    findCountry(CountryCode, `SipTrunkAllowedCountries[${index}].CountryCode`)
  }
  const trunk: SipTrunk = {
    SipTrunkSid: context.state.nextSid('ST'),
    PropertySid,
    Name,
    DefaultCallerId,
    Type,
    SipTrunkIpAddresses,
    SipTrunkCredentials,
    SipTrunkAllowedCountries,
    ChannelLimit,
    CustomerReference,
    Deleted: false,
  }
  context.state.sipTrunks.set(trunk.SipTrunkSid, trunk)
  return json(present(trunk))
}

function readCredentials(credentials: Fields | undefined): { readonly Realm: string } | null {
  if (credentials === undefined) return null
  const Realm = credentials.requiredText('Realm', { max: limits.name })
  // Checked and forgotten: an API never answers with a password.
  credentials.requiredText('Password', { min: limits.passwordMin, max: limits.passwordMax })
  return { Realm }
}

function findTrunk(context: Context, sid: string): SipTrunk {
  const trunk = context.state.sipTrunks.get(sid)
  if (trunk === undefined || !seesProperty(context, trunk.PropertySid)) {
    return fail('SIP_TRUNK_NOT_FOUND', `There is no SIP trunk ${quote(sid)}.`, 'SipTrunkSid')
  }
  if (trunk.Deleted) fail('SIP_TRUNK_WAS_DELETED', `The SIP trunk ${trunk.Name} has been deleted.`, 'SipTrunkSid')
  return trunk
}

function present({ Deleted: _deleted, ...trunk }: SipTrunk): unknown {
  return trunk
}
