import type { StateExampleProps } from './StateExample.js'

// What can go wrong without an ErrorCode of the API's documentation.

export const signedOut: StateExampleProps = { simulate: '401', code: 'HTTP_401', canTryAgain: false }
export const forbidden: StateExampleProps = { simulate: '403', code: 'FORBIDDEN', canTryAgain: false }
export const notFound: StateExampleProps = { simulate: '404', code: 'HTTP_404', canTryAgain: false }
export const conflict: StateExampleProps = { simulate: '409', code: 'HTTP_409', canTryAgain: false }
export const tooManyRequests: StateExampleProps = {
  simulate: '429',
  code: 'HTTP_429',
  params: { seconds: 5 },
  canTryAgain: true,
}
export const serverProblem: StateExampleProps = { simulate: '500', code: 'HTTP_500', canTryAgain: true }
export const noConnection: StateExampleProps = { simulate: 'refused', code: 'NETWORK', canTryAgain: true }
export const noAnswer: StateExampleProps = { simulate: 'slow', timeout: 50, code: 'TIMEOUT', canTryAgain: true }
export const unreadable: StateExampleProps = { simulate: 'html', code: 'PARSE', canTryAgain: true }
export const unknownCode: StateExampleProps = {
  simulate: 'unknown',
  code: 'HTTP_400',
  detail: 'The number is on hold until its porting request is complete.',
  canTryAgain: false,
}
