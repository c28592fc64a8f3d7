import type { Fields } from '../Fields.js'
import type { NumberSettings } from '../numberRecords.js'
import { quote } from '../respond.js'
import type { Context } from '../route.js'
import { limits, preambleOptions, recordingOptions, routingMethods } from '../vocabulary.js'
import { findAddress, findFlow } from './find.js'

/** Reads a number's new settings: what the body leaves out stays, what it sends empty is cleared. */
export function readNumberSettings(context: Context, body: Fields, old: NumberSettings): NumberSettings {
  const changed = <K extends keyof NumberSettings>(
    name: K,
    value: NumberSettings[K] | undefined,
  ): NumberSettings[K] | null => (body.has(name) ? (value ?? null) : old[name])
  const attribution = { max: limits.attribution }
  const settings: NumberSettings = {
    Friendly: changed('Friendly', body.text('Friendly', { max: limits.name })),
    AddressSid: changed('AddressSid', body.text('AddressSid')),
    Attribution_Source: changed('Attribution_Source', body.text('Attribution_Source', attribution)),
    Attribution_Medium: changed('Attribution_Medium', body.text('Attribution_Medium', attribution)),
    Attribution_Campaign: changed('Attribution_Campaign', body.text('Attribution_Campaign', attribution)),
    Attribution_Content: changed('Attribution_Content', body.text('Attribution_Content', attribution)),
    RoutingMethod: changed('RoutingMethod', body.choice('RoutingMethod', routingMethods, 'UNKNOWN_ROUTING_METHOD')),
    EndpointNumber: changed('EndpointNumber', body.text('EndpointNumber', { format: 'phone' })),
    Flow: changed('Flow', body.text('Flow')),
    Recording: changed('Recording', body.choice('Recording', recordingOptions, 'UNKNOWN_RECORDING_OPTION')),
    Preamble: changed('Preamble', body.choice('Preamble', preambleOptions, 'UNKNOWN_PREAMBLE_OPTION')),
    WhisperMediaId: changed('WhisperMediaId', readWhisperMedia(context, body)),
    SendSmsFrom: changed('SendSmsFrom', body.text('SendSmsFrom', { format: 'sender' })),
    SendSmsTo: changed('SendSmsTo', body.text('SendSmsTo', { format: 'phone' })),
    SendEmailFrom: changed('SendEmailFrom', body.text('SendEmailFrom', { format: 'email' })),
    SendEmailTo: changed('SendEmailTo', body.text('SendEmailTo', { format: 'email' })),
  }
  const routed = checkRouting(body, settings)
  body.raise()
  if (body.has('AddressSid') && settings.AddressSid !== null) findAddress(context, settings.AddressSid)
  if (body.has('Flow') && settings.Flow !== null) findFlow(context, settings.Flow)
  return routed
}

function readWhisperMedia({ state }: Context, body: Fields): string | undefined {
  const id = body.text('WhisperMediaId')
  if (id === undefined || state.whisperMedia.has(id)) return id
  body.add(
    'INVALID_WHISPER_MEDIAID',
    `WhisperMediaId ${quote(id)} is not the id of a whisper medium.`,
    'WhisperMediaId',
  )
  return undefined
}

/** Notes a target that contradicts the routing method, or is missing; drops the one that no longer counts. */
function checkRouting(body: Fields, settings: NumberSettings): NumberSettings {
  switch (settings.RoutingMethod) {
    case null:
      return settings
    case 'Endpoint':
      checkTarget(body, settings, 'EndpointNumber', 'Flow')
      return { ...settings, Flow: null }
    case 'Flow':
      checkTarget(body, settings, 'Flow', 'EndpointNumber')
      return { ...settings, EndpointNumber: null }
    default:
      return settings.RoutingMethod satisfies never
  }
}

type Target = 'EndpointNumber' | 'Flow'

function checkTarget(body: Fields, settings: NumberSettings, target: Target, other: Target): void {
  if (body.has(other) && settings[other] !== null) {
    const message = `${other} cannot be set while RoutingMethod is ${settings.RoutingMethod}.`
    body.add('CONFLICTING_PARAMETERS', message, 'RoutingMethod', other)
  }
  if (settings[target] === null) body.require(target)
}
