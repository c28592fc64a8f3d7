import { toStatus } from './clean.js'
import { listCauses } from './listCauses.js'
import type { NormalizeOptions } from './normalizeError.js'
import { get } from './properties.js'

/** The methods of a `Response` or `Blob` that matter here. */
interface Unread {
  readonly text: () => Promise<string>
  readonly clone?: () => Unread
}

/** A body that nobody has read yet, and the answer that it belongs to. */
export interface UnreadBody {
  /** From a clone, so that the app can read it as well; resolves with what the stream broke on. */
  readonly read: () => Promise<unknown>
  readonly answer: unknown
}

/**
 * Finds the body of a failure that nobody has read yet: of a thrown `Response`, of the one in an error (ky 1), of a
 * `Blob` that was asked for (axios), or of one of these in what the failure wraps.
 */
export function unreadBodyOf(failure: unknown): UnreadBody | undefined {
  for (const place of typeof failure === 'object' && failure !== null ? [failure, ...listCauses(failure)] : []) {
    for (const answer of [place, get(place, 'response')]) {
      if (isResponse(answer) && answer.bodyUsed === false && answer.body !== null)
        return { answer, read: () => readText(answer.clone()) }
      for (const key of ['data', 'error', 'body']) {
        const blob = get(answer, key)
        if (isUnread(blob) && typeof get(blob, 'size') === 'number') return { answer, read: () => readText(blob) }
      }
    }
  }
  return undefined
}

/** What an answer says of a failure that wraps it. */
export function describeAnswer(answer: unknown, body: unknown): NormalizeOptions {
  return { body, status: toStatus(get(answer, 'status')), headers: Object(get(answer, 'headers')) }
}

/** Milliseconds that a failure waits for its body. */
const LONGEST_READ = 1000

/** Reads a body, unless it takes too long: then the status has to do. */
export async function readInTime({ read }: UnreadBody): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), LONGEST_READ)))
  const body = await Promise.race([read(), tooLong])
  clearTimeout(timer)
  return body
}

/** Whether a failure is an answer that the app has read, so that its body is out of reach. */
export function isReadAnswer(failure: unknown): boolean {
  return isResponse(failure) && failure.bodyUsed === true
}

async function readText(source: Unread): Promise<unknown> {
  try {
    return await source.text()
  } catch (broken) {
    return broken
  }
}

const isUnread = (value: unknown): value is Unread => typeof get(value, 'text') === 'function'

function isResponse(
  value: unknown,
): value is Required<Unread> & { readonly bodyUsed?: unknown; readonly body?: unknown } {
  return isUnread(value) && typeof get(value, 'clone') === 'function'
}
