import type { Fields } from '../Fields.js'
import type { Permission } from '../records.js'
import { fail, quote } from '../respond.js'
import type { Context } from '../route.js'
import { scopes, type Scope } from '../vocabulary.js'
import { findAccount, findProperty } from './find.js'

/** Reads a comma-separated list of scopes. */
export function readScopes(fields: Fields): readonly Scope[] {
  const names = fields
    .requiredText('Scopes')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const known = scopes.filter((scope) => names.includes(scope))
  const unknown = names.find((name) => !known.some((scope) => scope === name))
  if (unknown !== undefined) {
    fields.add(
      'INVALID_PERMISSION_VALUE',
      `${quote(unknown)} is not a scope. Known scopes: ${scopes.join(', ')}.`,
      'Scopes',
    )
  }
  return known
}

/** Ends the request if the caller would give away more than it has. */
export function requireWithinBoundary({ caller }: Context, wanted: readonly Scope[], fieldName = 'Scopes'): void {
  const beyond = wanted.filter((scope) => !caller.scopes.includes(scope))
  if (beyond.length > 0) {
    fail(
      'PERMISSION_EXCEEDS_ACCESS_BOUNDARY',
      `You cannot grant what you lack yourself: ${beyond.join(', ')}.`,
      fieldName,
    )
  }
}

/** Reads a whole set of permissions, each for one account or one property. */
export function readPermissions(context: Context, body: Fields): readonly Permission[] {
  const rows = body.list('Permissions').map((fields) => ({
    account: fields.text('AccountSid'),
    property: fields.text('PropertySid'),
    scopes: readScopes(fields),
  }))
  if (rows.some(({ account, property }) => account !== undefined && property !== undefined)) {
    body.add(
      'INVALID_PERMISSIONS',
      'A permission cannot be for both an Account and a Project at the same time.',
      'Permissions',
    )
  }
  if (rows.some(({ account, property }) => account === undefined && property === undefined)) {
    body.add('INVALID_PERMISSIONS', 'A permission must be for either an Account or a Project.', 'Permissions')
  }
  body.raise()
  return rows.map(({ account, property, scopes: granted }, index): Permission => {
    const path = `Permissions[${index}]`
    requireWithinBoundary(context, granted, `${path}.Scopes`)
    const Scopes = granted.join(',')
    if (account !== undefined)
      return { AccountSid: findAccount(context, account, `${path}.AccountSid`).AccountSid, Scopes }
    return { PropertySid: findProperty(context, property ?? '', `${path}.PropertySid`).PropertySid, Scopes }
  })
}
