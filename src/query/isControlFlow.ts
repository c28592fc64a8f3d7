import { CancelledError } from '@tanstack/react-query'

/** Whether a thrown value is no failure: a cancelled fetch, or a router's redirect or not-found. */
export function isControlFlow(value: unknown): boolean {
  return isCancellation(value) || isRouterSignal(value)
}

/** Whether a fetch was cancelled; also by a second, minified copy of query-core, where `instanceof` and names fail. */
export function isCancellation(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof CancelledError) return true
  // Before 5.31 a CancelledError was no Error and had only these two properties.
  return 'message' in value
    ? value.message === 'CancelledError' && ('revert' in value || 'silent' in value)
    : 'revert' in value && 'silent' in value
}

/** Whether a router threw its redirect or not-found: its own boundary waits for it. */
function isRouterSignal(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (isNextSignal(value) || isTanStackRouterSignal(value) || isRedirectResponse(value))
  )
}

function isNextSignal(value: object): boolean {
  return (
    'digest' in value &&
    typeof value.digest === 'string' &&
    /^(NEXT_|BAILOUT_TO_CLIENT_SIDE_RENDERING|DYNAMIC_SERVER_USAGE)/.test(value.digest)
  )
}

function isTanStackRouterSignal(value: object): boolean {
  if ('isNotFound' in value && value.isNotFound === true) return true
  if ('isRedirect' in value && value.isRedirect === true) return true
  return typeof Response !== 'undefined' && value instanceof Response && 'options' in value
}

/** React Router throws a redirect as a Response; `fetch` follows redirects and never returns one. */
function isRedirectResponse(value: object): boolean {
  return (
    typeof Response !== 'undefined' &&
    value instanceof Response &&
    value.status >= 300 &&
    value.status < 400 &&
    value.headers.has('Location')
  )
}
