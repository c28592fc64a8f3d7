import { Fields, membersOf } from './Fields.js'
import { fail } from './respond.js'
import type { State } from './state.js'
import type { Caller } from './tables.js'

/** What a resource is given to answer a request. */
export interface Context {
  readonly request: Request
  readonly state: State
  readonly caller: Caller
  /** The fields of the query string. */
  readonly query: Fields
}

/** Answers a request; the ids in the path follow in their order. */
export type Answer = (context: Context, ...ids: string[]) => Response | Promise<Response>

/** A method and path that the API answers. */
export interface Route {
  readonly method: string
  readonly segments: readonly string[]
  readonly answer: Answer
}

/** Declares a route; `{Name}` in the path takes any segment. */
export function route(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, answer: Answer): Route {
  return { method, segments: path.split('/').slice(1), answer }
}

/** The ids in the path if the route answers this request. */
export function matchRoute(
  { method, segments }: Route,
  request: Request,
  path: readonly string[],
): string[] | undefined {
  const matches =
    method === request.method &&
    segments.length === path.length &&
    segments.every((segment, index) => segment.startsWith('{') || segment === path[index])
  return matches ? path.filter((_, index) => segments[index]?.startsWith('{')) : undefined
}

/** Reads the JSON object that a request carries. */
export async function readBody(request: Request): Promise<Fields> {
  const members = membersOf(parseJson(await request.text()))
  return members ? new Fields(members) : fail('INVALID_MODEL_STATE', 'The request body must be a JSON object.')
}

/** The value of a JSON text, or `undefined` if it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
