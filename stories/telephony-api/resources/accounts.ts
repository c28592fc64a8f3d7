import { json } from '../respond.js'
import { route, type Route } from '../route.js'
import { findAccount } from './find.js'
import { page } from './page.js'

/** Accounts. */
export const accountRoutes: readonly Route[] = [
  route('GET', '/Accounts', ({ state, caller, query }) =>
    page(
      query,
      'Accounts',
      [...state.accounts.values()].filter((row) => caller.accounts.includes(row.AccountSid)),
    ),
  ),
  route('GET', '/Accounts/{AccountSid}', (context, sid) => json(findAccount(context, sid))),
]
