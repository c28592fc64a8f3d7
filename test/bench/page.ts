import { contender } from 'contender'
import type { Bridge } from './contender.js'
import { BAD_NAMES, FIELD_NAMES, rejection } from './payload.js'

/** Milliseconds from the start of the handler until the DOM is as it shall be, and until it is laid out. */
export interface Timing {
  readonly dom: number
  readonly work: number
}

const MESSAGES = '.msg, .rae-field-message'
const LINES = '[role="alert"] li'
const root = document.querySelector<HTMLElement>('#root') ?? document.body
const messages = (): number => root.querySelectorAll(MESSAGES).length
/** Whether so many messages show, in the summary too where the contender has one. */
const shows = (count: number): boolean =>
  messages() === count && (!contender.hasSummary || root.querySelectorAll(LINES).length === count)
const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
let sequence = 0
let edits = 0

/** Runs an action and waits until it shows, as a MutationObserver sees it. */
async function time(action: () => void, isDone: () => boolean): Promise<Timing> {
  await nextFrame()
  // Garbage of one run must not be collected in the time of the next.
  globalThis.gc?.()
  await nextFrame()
  const start = performance.now()
  const dom = await new Promise<number>((resolve, reject) => {
    const observer = new MutationObserver(() => {
      if (!isDone()) return
      observer.disconnect()
      resolve(performance.now() - start)
    })
    observer.observe(root, { subtree: true, childList: true, attributes: true })
    setTimeout(() => reject(new Error(`nothing shows after 20 s: ${messages()} messages`)), 20_000)
    action()
  })
  void document.body.offsetHeight
  return { dom, work: performance.now() - start }
}

/** Whether exactly the right inputs are marked and described; a contender that shows less is no contender. */
function check(): void {
  const invalid = [...root.querySelectorAll<HTMLInputElement>('input[aria-invalid="true"]')]
  const described = invalid.filter((input) =>
    input
      .getAttribute('aria-describedby')
      ?.split(' ')
      .some((id) => /\w/.test(document.getElementById(id)?.textContent ?? '')),
  )
  if (
    invalid.map(({ name }) => name).join() !== BAD_NAMES.join() ||
    described.length !== BAD_NAMES.length ||
    !shows(BAD_NAMES.length)
  )
    throw new Error(`wrong: ${invalid.length} invalid, ${described.length} described, ${messages()} messages`)
}

export async function start() {
  const bridge = await new Promise<Bridge>((resolve) => contender.mount(root, resolve))
  while (root.querySelectorAll('input').length < FIELD_NAMES.length) await nextFrame()
  for (let frame = 0; frame < 5; frame++) await nextFrame()
  const clear = async (): Promise<void> => {
    bridge.clear()
    while (!shows(0)) await nextFrame()
  }
  return {
    async reject(): Promise<Timing> {
      const body = rejection(++sequence)
      const timing = await time(
        () => bridge.reject(body),
        () => shows(BAD_NAMES.length),
      )
      check()
      await clear()
      return timing
    },
    /** The user edits one invalid field: it clears, and no other. */
    async edit(position: number): Promise<Timing> {
      if (messages() === 0) {
        bridge.reject(rejection(++sequence))
        while (!shows(BAD_NAMES.length)) await nextFrame()
      }
      const before = messages()
      const input = root.querySelector<HTMLInputElement>(`input[name="${BAD_NAMES[position]}"]`)
      if (input === null) throw new Error('no such input')
      const timing = await time(
        () => {
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, `x${++edits}`)
          input.dispatchEvent(new Event('input', { bubbles: true }))
        },
        () => input.getAttribute('aria-invalid') !== 'true' && shows(before - 1),
      )
      await nextFrame()
      if (messages() !== before - 1) throw new Error(`an edit cleared ${before - messages()} messages`)
      return timing
    },
  }
}
