// Apart from the other helpers: only who mocks an API with MSW has it installed.
import { delay, http, HttpResponse, type HttpHandler, type RequestHandlerOptions } from 'msw'
import { makeFailure, type AnswerCode, type MakeFailureOptions } from './makeFailure.js'

export type { AnswerCode, FailureCode, MakeFailureOptions } from './makeFailure.js'

/** The codes that a server, or none that answers, can bring about. */
export type MockedCode = AnswerCode | 'NETWORK' | 'TIMEOUT'

/** What {@link failWith} takes beside the code: as `makeFailure`, and `once`. */
export type FailWithOptions = MakeFailureOptions & RequestHandlerOptions

/**
 * Makes an MSW handler that fails as the API does, for any code; `NETWORK` has no connection, `TIMEOUT` never answers.
 *
 * @param method  the name of MSW's, `all` for any
 * @param path    as MSW takes it: `/api/messages`, `https://api.example.com/messages/:id`
 * @param code    the ErrorCode, or `HTTP_500`, `NETWORK`, …
 * @param options as of `makeFailure`, and `once`: then the next request goes to the handler after it
 * @returns the handler, for `setupServer`, `setupWorker` or `server.use`
 * @example
 * server.use(failWith('post', '/api/messages', 'PARAMETER_REQUIRED', { fields: ['To'], once: true }))
 */
export function failWith(
  method: keyof typeof http,
  path: string | RegExp,
  code: MockedCode,
  { once = false, ...options }: FailWithOptions = {},
): HttpHandler {
  const answer = async (): Promise<Response> => {
    if (code === 'NETWORK') return HttpResponse.error()
    if (code === 'TIMEOUT') await delay('infinite')
    const { body, status, headers } = makeFailure(code === 'TIMEOUT' ? 'HTTP_500' : code, {
      ...options,
      as: 'response',
    })
    // Made anew: of headers that MSW has not seen being made, a copy is empty.
    return new HttpResponse(body, { status, headers: [...headers] })
  }
  return http[method](path, answer, { once })
}
