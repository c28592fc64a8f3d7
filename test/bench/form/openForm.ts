import { idle, nextFrame } from '../timing.js'
import type { Bridge, FormContender } from './FormContender.js'
import { BAD_NAMES, FIELD_NAMES, rejection } from './payload.js'

/** Milliseconds from the start of the handler until the DOM is as it shall be, and until it is laid out. */
export interface Timing {
  readonly dom: number
  readonly layout: number
}

/** A form on the page, and what happens to it. */
export interface OpenForm {
  /** The server rejects it; afterwards it is clean again. */
  reject(): Promise<Timing>
  /** The user edits one invalid field: it clears, and no other. */
  edit(): Promise<Timing>
}

export async function openForm(contender: FormContender): Promise<OpenForm> {
  const { name, hasSummary } = contender
  const root = document.querySelector<HTMLElement>('#root') ?? document.body
  // A contender that renders again gives a new one.
  let bridge: Bridge | undefined
  contender.mount(root, (given) => (bridge = given))
  while (root.querySelectorAll('input').length < FIELD_NAMES.length) await nextFrame()
  for (let frame = 0; frame < 5; frame++) await nextFrame()
  let sequence = 0

  const invalid = (): readonly HTMLInputElement[] => [...root.querySelectorAll<HTMLInputElement>(INVALID)]
  const lines = (): readonly Element[] => [...root.querySelectorAll(LINES)]
  /** Whether so many inputs are marked, and so many lines stand in the summary where there is one. */
  const counts = (count: number): boolean => invalid().length === count && (!hasSummary || lines().length === count)
  const shows = (count: number): boolean => counts(count) && invalid().every(isDescribed) && lines().every(hasText)

  async function time(action: () => void, isDone: () => boolean): Promise<Timing> {
    await idle()
    const start = performance.now()
    const dom = await new Promise<number>((resolve, reject) => {
      const observer = new MutationObserver(() => {
        if (!isDone()) return
        observer.disconnect()
        clearTimeout(timeout)
        resolve(performance.now() - start)
      })
      const late = new Error(`${name}: after 20 s ${invalid().length} fields are invalid, with ${lines().length} lines`)
      const timeout = setTimeout(() => reject(late), 20_000)
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
      action()
    })
    void document.body.offsetHeight
    return { dom, layout: performance.now() - start }
  }

  async function send(): Promise<Timing> {
    const body = rejection(++sequence)
    bridge?.send?.()
    const timing = await time(
      () => bridge?.reject(body),
      () => shows(BAD_NAMES.length),
    )
    // A contender that marks others is no contender.
    if (namesOf(invalid()) !== BAD_NAMES.join()) throw new Error(`${name}: the wrong fields are invalid`)
    return timing
  }

  async function clear(): Promise<void> {
    bridge?.clear()
    while (!counts(0)) await nextFrame()
  }

  return {
    async reject() {
      const timing = await send()
      await clear()
      return timing
    },
    async edit() {
      if (invalid().length < 2) {
        await clear()
        await send()
      }
      const [input, ...others] = invalid()
      if (input === undefined) throw new Error(`${name}: no field is invalid`)
      const timing = await time(
        () => type(input, `x${++sequence}`),
        () => counts(others.length),
      )
      await nextFrame()
      if (namesOf(invalid()) !== namesOf(others)) throw new Error(`${name}: an edit cleared others`)
      return timing
    },
  }
}

const INVALID = 'input[aria-invalid="true"]'
const LINES = '[role="alert"] li'

const namesOf = (inputs: readonly HTMLInputElement[]): string => inputs.map((input) => input.name).join()
const hasText = (element: Element | null): boolean => /\w/.test(element?.textContent ?? '')

function isDescribed(input: HTMLInputElement): boolean {
  const ids = input.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.some((id) => hasText(document.getElementById(id)))
}

/** Types as the browser does: React hears of values that were set past it. */
function type(input: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
