import type { Call } from '../records.js'
import { fail, json, quote } from '../respond.js'
import { route, type Context, type Route } from '../route.js'
import { dispositions } from '../vocabulary.js'
import { readDateRange } from './dateRange.js'
import { seesProperty } from './find.js'
import { page } from './page.js'

/** Calls and their recordings. */
export const callRoutes: readonly Route[] = [
  route('GET', '/Calls', listCalls),
  route('GET', '/Calls/{CallSid}', (context, sid) => json(findCall(context, sid))),
  route('GET', '/Calls/{CallSid}/Recording', (context, sid) => {
    const call = findCall(context, sid)
    return json(recordingOf(call) ?? fail('RECORD_NOT_FOUND', `Call ${call.CallSid} was not recorded.`))
  }),
]

function listCalls(context: Context): Response {
  const { state, query } = context
  const { start, end } = readDateRange(query)
  const disposition = query.choice('Disposition', dispositions, 'UNKNOWN_DISPOSITION')
  query.raise()
  const calls = [...state.calls.values()].filter(
    (call) =>
      seesProperty(context, call.PropertySid) &&
      call.StartDate >= start &&
      call.StartDate <= end &&
      (disposition === undefined || call.Disposition === disposition),
  )
  return page(query, 'Calls', calls)
}

function findCall(context: Context, sid: string): Call {
  const call = context.state.calls.get(sid)
  if (call !== undefined && seesProperty(context, call.PropertySid)) return call
  return fail('CALL_NOT_FOUND', `There is no call ${quote(sid)}.`, 'CallSid')
}

function recordingOf({ RecordingSid, CallSid, Duration }: Call): unknown {
  return RecordingSid === null ? undefined : { RecordingSid, CallSid, Duration }
}
