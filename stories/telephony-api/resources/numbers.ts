import type { PhoneNumber } from '../numberRecords.js'
import { fail, json, noContent, quote } from '../respond.js'
import { readBody, route, type Context, type Route } from '../route.js'
import { blankSettings } from '../seed.js'
import { findAddress, findNumberInPath, findProperty, requireSameProperty, seesProperty } from './find.js'
import { readNumberSettings } from './numberSettings.js'
import { page } from './page.js'

/** Numbers: to purchase, configure and release. */
export const numberRoutes: readonly Route[] = [
  route('GET', '/Numbers', listNumbers),
  route('GET', '/Numbers/{Number}', (context, number) => json(findNumberInPath(context, number))),
  route('POST', '/Numbers/{Number}', configureNumber),
  route('POST', '/Properties/{PropertySid}/Numbers', purchaseNumber),
  route('GET', '/Properties/{PropertySid}/Numbers', (context, sid) =>
    listNumbers(context, findProperty(context, sid).PropertySid),
  ),
  route('GET', '/Properties/{PropertySid}/Numbers/{Number}', (context, sid, number) =>
    json(numberOf(context, sid, number)),
  ),
  route('DELETE', '/Properties/{PropertySid}/Numbers/{Number}', (context, sid, number) => {
    context.state.numbers.delete(numberOf(context, sid, number).Number)
    return noContent()
  }),
]

function listNumbers(context: Context, propertySid?: string): Response {
  const numbers = [...context.state.numbers.values()].filter(
    (number) => seesProperty(context, number.PropertySid) && number.PropertySid === (propertySid ?? number.PropertySid),
  )
  return page(context.query, 'Numbers', numbers)
}

async function configureNumber(context: Context, segment: string): Promise<Response> {
  const number = findNumberInPath(context, segment)
  const settings = readNumberSettings(context, await readBody(context.request), number)
  const configured: PhoneNumber = { ...number, ...settings }
  context.state.numbers.set(number.Number, configured)
  return json(configured)
}

async function purchaseNumber(context: Context, propertySid: string): Promise<Response> {
  const { state } = context
  const { PropertySid } = findProperty(context, propertySid)
  const body = await readBody(context.request)
  const wanted = body.requiredText('Number', { format: 'phone' })
  const addressSid = body.text('AddressSid')
  body.raise()
  const owned = state.numbers.get(wanted)
  if (owned !== undefined) {
    requireSameProperty(owned, PropertySid, 'Number')
    fail('PARAMETER_INVALID', `Number ${wanted} belongs to this property already.`, 'Number')
  }
  if (!state.availableNumbers.has(wanted))
    fail('NUMBER_NOT_FOUND', `The number ${quote(wanted)} is not on sale.`, 'Number')
  const AddressSid = addressSid === undefined ? null : findAddress(context, addressSid).AddressSid
  const Status = AddressSid === null ? 'Pending' : 'Active'
  state.availableNumbers.delete(wanted)
  const purchased: PhoneNumber = { ...blankSettings, Number: wanted, PropertySid, AddressSid, Status }
  state.numbers.set(wanted, purchased)
  return json(purchased)
}

function numberOf(context: Context, propertySid: string, segment: string): PhoneNumber {
  const { PropertySid } = findProperty(context, propertySid)
  const number = findNumberInPath(context, segment)
  requireSameProperty(number, PropertySid, 'Number')
  return number
}
