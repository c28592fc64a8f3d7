import { isPhoneNumber } from '../formats.js'
import { countries } from '../geography.js'
import type { PhoneNumber } from '../numberRecords.js'
import type { Account, Address, Country, Flow, Property } from '../records.js'
import { fail, quote } from '../respond.js'
import type { Context } from '../route.js'

/** The account, if the caller may see it. */
export function findAccount({ state, caller }: Context, sid: string, fieldName = 'AccountSid'): Account {
  const account = caller.accounts.includes(sid) ? state.accounts.get(sid) : undefined
  return account ?? fail('ACCOUNT_NOT_FOUND', `There is no account ${quote(sid)}.`, fieldName)
}

/** The property, if the caller may see its account. */
export function findProperty({ state, caller }: Context, sid: string, fieldName = 'PropertySid'): Property {
  const property = state.properties.get(sid)
  if (property !== undefined && caller.accounts.includes(property.AccountSid)) return property
  return fail('PROPERTY_NOT_FOUND', `There is no property ${quote(sid)}.`, fieldName)
}

/** The address, if the caller may see its account. */
export function findAddress({ state, caller }: Context, sid: string): Address {
  const address = state.addresses.get(sid)
  if (address !== undefined && caller.accounts.includes(address.AccountSid)) return address
  return fail('ADDRESS_NOT_FOUND', `There is no address ${quote(sid)}.`, 'AddressSid')
}

/** The flow, if the caller may see its account. */
export function findFlow({ state, caller }: Context, id: string): Flow {
  const flow = state.flows.get(id)
  if (flow !== undefined && caller.accounts.includes(flow.AccountSid)) return flow
  return fail('FLOW_NOT_FOUND', `There is no flow ${quote(id)}.`, 'Flow')
}

/** The number in a path, where it is written without its plus sign. */
export function findNumberInPath(context: Context, segment: string): PhoneNumber {
  const number = segment.startsWith('+') ? segment : `+${segment}`
  if (!isPhoneNumber(number)) {
    fail('INVALID_PHONENUMBER_FORMAT', `${quote(segment)} is not a phone number in E.164 format.`, 'Number')
  }
  return findNumber(context, number, 'Number')
}

/** The number, if one of the caller's properties has it. */
export function findNumber(context: Context, number: string, fieldName: string): PhoneNumber {
  const found = context.state.numbers.get(number)
  if (found !== undefined && seesProperty(context, found.PropertySid)) return found
  return fail('NUMBER_NOT_FOUND', `There is no number ${quote(number)}.`, fieldName)
}

/** Whether the caller may see the property. */
export function seesProperty({ state, caller }: Context, sid: string): boolean {
  const property = state.properties.get(sid)
  return property !== undefined && caller.accounts.includes(property.AccountSid)
}

/** Ends the request if the number is not one of this property's. */
export function requireSameProperty(number: PhoneNumber, propertySid: string, fieldName: string): void {
  if (number.PropertySid === propertySid) return
  const message = `The number ${number.Number} belongs to a different property than ${propertySid}.`
  fail('NUMBER_BELONGS_TO_DIFFERENT_PROPERTY', message, fieldName, 'PropertySid')
}

/** The country, if numbers can be had there. */
export function findCountry(code: string, fieldName = 'CountryCode'): Country {
  const country = countries.get(code) ?? fail('COUNTRY_NOT_FOUND', `There is no country ${quote(code)}.`, fieldName)
  if (country.Available) return country
  return fail('COUNTRY_UNAVAILABLE', `${country.Name} (${code}) is not available.`, fieldName)
}
