import type { Fields } from '../Fields.js'
import { isPhoneNumber } from '../formats.js'
import type { Message, Property } from '../records.js'
import { fail } from '../respond.js'
import type { Context } from '../route.js'
import { limits, webhookMethods } from '../vocabulary.js'
import { findNumber, requireSameProperty } from './find.js'

const HOUR_SECONDS = 3600

/** Validates and sends one message. */
export function sendMessage(context: Context, property: Property, body: Fields): Message {
  const { state } = context
  const from = body.text('From', { format: 'sender' })
  const to = body.requiredText('To', { format: 'phone' })
  const text = body.requiredText('Text', { format: 'smsText', max: limits.smsText })
  const schedule = readSchedule(body, state.now() / 1000)
  readDeliveryOptions(body)
  body.raise()
  requireSmsAllowed(context, property)

  const created = new Date(state.now()).toISOString()
  const message: Message = {
    MessageSid: state.nextSid('SM'),
    AccountSid: property.AccountSid,
    PropertySid: property.PropertySid,
    From: from === undefined ? allocateSender(context, property, to) : requireOwnSender(context, property, from),
    To: to,
    Text: text,
    NumSegments: text.length <= 160 ? 1 : Math.ceil(text.length / 153),
    Status: schedule === undefined ? 'Submitted' : 'Processing',
    Direction: 'Outbound',
    Scheduled: schedule === undefined ? null : new Date(schedule * 1000).toISOString(),
    Created: created,
    Submitted: schedule === undefined ? created : null,
    Delivered: null,
    Received: null,
    ErrorCode: null,
  }
  state.messages.set(message.MessageSid, message)
  return message
}

/** Ends the request if the property or its account cannot send messages. */
export function requireSmsAllowed({ state }: Context, { AccountSid, Name, SmsEnabled }: Property): void {
  if (!SmsEnabled) fail('SMS_NOT_ENABLED', `SMS is not enabled for the property ${Name}.`, 'PropertySid')
  const account = state.accounts.get(AccountSid)
  if (account?.SmsAgreement !== true) {
    fail('NO_SMS_AGREEMENT', `The account ${account?.Name ?? AccountSid} has no agreement for SMS.`)
  }
}

function readSchedule(body: Fields, nowSeconds: number): number | undefined {
  const schedule = body.integer('Schedule', { min: 0, max: 100_000_000_000 })
  if (schedule === undefined) return undefined
  const { scheduleDaysAhead, scheduleHoursPast } = limits
  const earliest = nowSeconds - scheduleHoursPast * HOUR_SECONDS
  const latest = nowSeconds + scheduleDaysAhead * 24 * HOUR_SECONDS
  if (schedule < earliest || schedule > latest) {
    const message = `Schedule must be at most ${scheduleDaysAhead} days ahead and at most ${scheduleHoursPast} hour past.`
    body.add('SCHEDULED_TIME_OUT_OF_RANGE', message, 'Schedule')
  }
  return schedule
}

/** Validates what a real API would act on later; this one has no deliveries to report. */
function readDeliveryOptions(body: Fields): void {
  body.flag('DeliveryReceipt')
  body.text('DeliveryReceiptWebhookUri', { format: 'uri' })
  body.choice('DeliveryReceiptWebhookMethod', webhookMethods, 'INVALID_HTTP_METHOD')
  body.text('ForwardToSms', { format: 'phone' })
  body.text('ForwardFromSms', { format: 'sender' })
  body.text('ForwardToEmail', { format: 'email' })
  body.text('ForwardFromEmail', { format: 'email' })
  body.text('WebhookUri', { format: 'uri' })
  body.choice('WebhookMethod', webhookMethods, 'INVALID_HTTP_METHOD')
}

function requireOwnSender(context: Context, { PropertySid }: Property, from: string): string {
  if (!isPhoneNumber(from)) return from
  const lease = context.state.leases.get(from)
  if (lease !== undefined) {
    if (lease.PropertySid === PropertySid) return from
    fail('SMS_LEASED_NUMBER_NOT_OWNED', `The leased number ${from} is not yours to send from.`, 'From')
  }
  requireSameProperty(findNumber(context, from, 'From'), PropertySid, 'From')
  return from
}

/** Lends a number of the pool, one a recipient, so that replies find their way back. */
function allocateSender({ state }: Context, { PropertySid }: Property, to: string): string {
  const leases = [...state.leases.values()]
  const lease =
    leases.find((candidate) => candidate.PropertySid === PropertySid && candidate.To === to) ??
    leases.find((candidate) => candidate.PropertySid === null) ??
    fail('NUMBER_ALLOCATION_FAILED', 'No number is free to send from; give a number of your own in From.', 'From')
  state.leases.set(lease.Number, { ...lease, PropertySid, To: to })
  return lease.Number
}
