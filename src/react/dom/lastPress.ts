/** When the user last pressed something and has done nothing else since. */
let pressedAt = 0
const heard = new WeakSet<Document>()

const PRESSES = ['pointerup', 'click', 'keyup'] as const
/** What takes fields off the page in another way: a list that scrolls, a text that is typed. */
const OTHERS = ['wheel', 'scroll', 'touchmove', 'input', 'keydown'] as const

/** Listens on a page, if nobody does yet; a capture listener hears what a handler stops. */
export function hearPresses(page: Document): void {
  if (heard.has(page)) return
  heard.add(page)
  const options = { capture: true, passive: true }
  for (const type of PRESSES) page.addEventListener(type, note, options)
  for (const type of OTHERS) page.addEventListener(type, forget, options)
}

function note(event: Event): void {
  if (!('key' in event) || isPressKey(event.key)) pressedAt = Date.now()
}

function forget(event: Event): void {
  if (!('key' in event) || !isPressKey(event.key)) pressedAt = 0
}

const isPressKey = (key: unknown): boolean => key === 'Enter' || key === ' '

/** When the user last pressed something, if that is the last that they did; else 0. */
export const lastPress = (): number => pressedAt
