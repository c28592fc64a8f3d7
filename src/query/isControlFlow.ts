import { CancelledError } from '@tanstack/react-query'

/** Whether a thrown value is no failure: a cancelled fetch, or a router's redirect or not-found. */
export function isControlFlow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return isCancellation(value) || isNextSignal(value) || isTanStackRouterSignal(value)
}

/** Also of a second, minified copy of query-core, where `instanceof` and names fail. */
function isCancellation(value: object): boolean {
  return (
    value instanceof CancelledError ||
    ('message' in value && value.message === 'CancelledError' && ('revert' in value || 'silent' in value))
  )
}

function isNextSignal(value: object): boolean {
  return 'digest' in value && typeof value.digest === 'string' && /^(NEXT_|BAILOUT_TO_CLIENT_SIDE_RENDERING|DYNAMIC_SERVER_USAGE)/.test(value.digest)
}

function isTanStackRouterSignal(value: object): boolean {
  if ('isNotFound' in value && value.isNotFound === true) return true
  return typeof Response !== 'undefined' && value instanceof Response && 'options' in value
}
