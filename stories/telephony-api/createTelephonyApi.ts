import { authenticate } from './authenticate.js'
import { Fields } from './Fields.js'
import { accountRoutes } from './resources/accounts.js'
import { addressRoutes } from './resources/addresses.js'
import { callRoutes } from './resources/calls.js'
import { flowRoutes } from './resources/flows.js'
import { geographyRoutes } from './resources/geography.js'
import { messageRoutes } from './resources/messages.js'
import { numberRoutes } from './resources/numbers.js'
import { onlineLoginRoutes } from './resources/onlineLogins.js'
import { propertyRoutes } from './resources/properties.js'
import { sipTrunkRoutes } from './resources/sipTrunks.js'
import { Failure, fail, failureResponse, quote } from './respond.js'
import { matchRoute, type Route } from './route.js'
import { simulate, unauthorized } from './simulate.js'
import { createState, type State } from './state.js'

const routes: readonly Route[] = [
  ...messageRoutes,
  ...numberRoutes,
  ...addressRoutes,
  ...onlineLoginRoutes,
  ...sipTrunkRoutes,
  ...propertyRoutes,
  ...flowRoutes,
  ...accountRoutes,
  ...callRoutes,
  ...geographyRoutes,
]

/** An API of its own, with a memory of its own. */
export interface TelephonyApi {
  readonly state: State
  /** Answers a request as the documented API does. */
  readonly handle: (request: Request) => Promise<Response>
  /** Forgets every change. */
  readonly reset: () => void
}

/** Makes a mock of the documented API that validates for real and remembers what it is told. */
export function createTelephonyApi({ now }: { now?: () => number } = {}): TelephonyApi {
  const state = createState(now)
  return { state, handle: (request) => handle(request, state), reset: state.reset }
}

/** Answers one request; all that outlives it is in the state. */
export async function handle(request: Request, state: State): Promise<Response> {
  try {
    return (await simulate(request)) ?? (await answer(request, state))
  } catch (error) {
    if (error instanceof Failure) return failureResponse(error)
    throw error
  }
}

function answer(request: Request, state: State): Response | Promise<Response> {
  const caller = authenticate(request)
  if (caller === undefined) return unauthorized()
  if (request.method !== 'GET' && !caller.canWrite) {
    return fail('FORBIDDEN', `Your login may only read; ${request.method} needs permission to write.`)
  }
  const url = new URL(request.url)
  const path = pathOf(url)
  const query = new Fields(new Map(url.searchParams))
  for (const route of routes) {
    const ids = matchRoute(route, request, path)
    if (ids !== undefined) return route.answer({ request, state, caller, query }, ...ids)
  }
  return fail('RECORD_NOT_FOUND', `There is nothing to ${request.method} at ${quote(url.pathname)}.`)
}

function pathOf({ pathname }: URL): readonly string[] {
  const [, path = ''] = /\/v2\/(.*)$/.exec(pathname) ?? []
  return path.split('/').filter(Boolean).map(decode)
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
