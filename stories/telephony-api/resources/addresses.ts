import type { Address } from '../records.js'
import { fail, json, noContent } from '../respond.js'
import { readBody, route, type Context, type Route } from '../route.js'
import { limits } from '../vocabulary.js'
import { findAddress, findCountry } from './find.js'
import { page } from './page.js'

/** Addresses that numbers are registered at. */
export const addressRoutes: readonly Route[] = [
  route('GET', '/Addresses', ({ state, caller, query }) =>
    page(
      query,
      'Addresses',
      [...state.addresses.values()].filter((row) => caller.accounts.includes(row.AccountSid)),
    ),
  ),
  route('POST', '/Addresses', createAddress),
  route('GET', '/Addresses/{AddressSid}', (context, sid) => json(findAddress(context, sid))),
  route('DELETE', '/Addresses/{AddressSid}', deleteAddress),
]

async function createAddress({ request, state, caller }: Context): Promise<Response> {
  const body = await readBody(request)
  body.requireOneOf('CompanyName', 'LastName')
  const short = { max: limits.name }
  const address: Address = {
    AddressSid: state.nextSid('AD'),
    AccountSid: caller.AccountSid,
    CompanyName: body.text('CompanyName', short) ?? null,
    FirstName: body.text('FirstName', short) ?? null,
    LastName: body.text('LastName', short) ?? null,
    Street: body.requiredText('Street', short),
    City: body.requiredText('City', short),
    PostalCode: body.requiredText('PostalCode', { max: 12 }),
    CountryCode: body.requiredText('CountryCode', { format: 'country' }),
  }
  body.raise()
  findCountry(address.CountryCode)
  state.addresses.set(address.AddressSid, address)
  return json(address)
}

function deleteAddress(context: Context, sid: string): Response {
  const { AddressSid } = findAddress(context, sid)
  const linked = [...context.state.numbers.values()].filter((number) => number.AddressSid === AddressSid)
  if (linked.length > 0) {
    const numbers = linked.map(({ Number }) => Number).join(', ')
    fail(
      'ADDRESS_CANNOT_BE_DELETED',
      `Address ${AddressSid} cannot be deleted: it is linked to ${numbers}.`,
      'AddressSid',
    )
  }
  context.state.addresses.delete(AddressSid)
  return noContent()
}
