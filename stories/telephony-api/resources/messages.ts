import { Fields, membersOf } from '../Fields.js'
import type { Property } from '../records.js'
import { fail, Failure, json, quote } from '../respond.js'
import { readBody, route, type Context, type Route } from '../route.js'
import { limits, smsDirections, smsStatuses } from '../vocabulary.js'
import { readDateRange } from './dateRange.js'
import { findProperty, seesProperty } from './find.js'
import { page } from './page.js'
import { requireSmsAllowed, sendMessage } from './sendMessage.js'

/** SMS messages, one at a time and in batches. */
export const messageRoutes: readonly Route[] = [
  route('POST', '/Properties/{PropertySid}/Messages', async (context, sid) => {
    const property = findProperty(context, sid)
    return json(sendMessage(context, property, await readBody(context.request)))
  }),
  route('POST', '/Properties/{PropertySid}/BatchMessages', sendBatch),
  route('GET', '/Messages', listMessages),
  route('GET', '/Messages/{MessageSid}', (context, sid) => {
    const message = context.state.messages.get(sid)
    if (message !== undefined && seesProperty(context, message.PropertySid)) return json(message)
    return fail('MESSAGE_NOT_FOUND', `There is no message ${quote(sid)}.`, 'MessageSid')
  }),
]

async function sendBatch(context: Context, sid: string): Promise<Response> {
  const property = findProperty(context, sid)
  const body = await readBody(context.request)
  body.require('Messages')
  const items = body.array('Messages')
  if (items.length > limits.batchMessages) {
    body.add(
      'PARAMETER_INVALID',
      `Messages must have at most ${limits.batchMessages} items; it has ${items.length}.`,
      'Messages',
    )
  }
  body.raise()
  requireSmsAllowed(context, property)
  return json(items.map((item) => sendItem(context, property, item)))
}

/** Sends one message of a batch; its failure is its own and stops no other. */
function sendItem(context: Context, property: Property, item: unknown): unknown {
  try {
    const members = membersOf(item) ?? fail('INVALID_MODEL_STATE', 'A message must be a JSON object.')
    return sendMessage(context, property, new Fields(members))
  } catch (error) {
    if (error instanceof Failure) return { ErrorCode: error.code, Message: error.message }
    throw error
  }
}

function listMessages(context: Context): Response {
  const { state, query } = context
  const propertySid = query.text('PropertySid')
  const status = query.choice('Status', smsStatuses, 'INVALID_SMS_STATUS')
  const direction = query.choice('Direction', smsDirections, 'INVALID_SMS_DIRECTION')
  const { start, end } = readDateRange(query)
  query.raise()
  if (propertySid !== undefined) findProperty(context, propertySid)
  const messages = [...state.messages.values()].filter((message) => {
    const created = message.Created.slice(0, 10)
    return (
      seesProperty(context, message.PropertySid) &&
      message.PropertySid === (propertySid ?? message.PropertySid) &&
      message.Status === (status ?? message.Status) &&
      message.Direction === (direction ?? message.Direction) &&
      created >= start &&
      created <= end
    )
  })
  return page(query, 'Messages', messages)
}
