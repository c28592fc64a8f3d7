import { json } from '../respond.js'
import { route, type Route } from '../route.js'
import { findFlow } from './find.js'
import { page } from './page.js'

/** Call flows, and the media that are whispered to the person who answers. */
export const flowRoutes: readonly Route[] = [
  route('GET', '/Flows', ({ state, caller, query }) =>
    page(
      query,
      'Flows',
      [...state.flows.values()].filter((flow) => caller.accounts.includes(flow.AccountSid)),
    ),
  ),
  route('GET', '/Flows/{Flow}', (context, id) => json(findFlow(context, id))),
  route('GET', '/WhisperMedia', ({ state, query }) =>
    page(
      query,
      'WhisperMedia',
      Array.from(state.whisperMedia, ([WhisperMediaId, Name]) => ({ WhisperMediaId, Name })),
    ),
  ),
]
