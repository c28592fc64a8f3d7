/** What makes a story fail: its form or first button, buttons by their words, or nothing. */
export type Press = 'first' | readonly string[]

/** Where nothing takes the focus yet. */
const QUIET = 'data-quiet'

/**
 * Makes a story of a docs page fail, in place of its play function, which needs the page for itself. All stories of the
 * page fail at once: none of them moves the focus or the page before the reader has done something in it.
 */
export function failAtMount(story: HTMLElement, press: Press): void {
  keepQuiet(story)
  if (press !== 'first') {
    const buttons = [...story.querySelectorAll('button')]
    for (const words of press) buttons.find(({ textContent }) => textContent === words)?.click()
    return
  }
  const form = story.querySelector('form')
  if (form === null) story.querySelector<HTMLElement>('.button')?.click()
  else form.requestSubmit()
}

/** Keeps what happens in a story from taking the focus, until the reader does something in it. */
export function keepQuiet(story: HTMLElement): void {
  respectQuiet()
  story.setAttribute(QUIET, '')
  const events = ['pointerdown', 'keydown', 'focusin'] as const
  const wake = ({ isTrusted }: Event): void => {
    if (!isTrusted) return
    story.removeAttribute(QUIET)
    for (const event of events) story.removeEventListener(event, wake, true)
  }
  for (const event of events) story.addEventListener(event, wake, true)
}

let isRespected = false

/** Lets `focus` and `scrollIntoView` pass over what is quiet. */
function respectQuiet(): void {
  if (isRespected) return
  isRespected = true
  // Both are called on their element below.
  // oxlint-disable-next-line typescript/unbound-method
  const { focus } = HTMLElement.prototype
  // oxlint-disable-next-line typescript/unbound-method
  const { scrollIntoView } = Element.prototype
  HTMLElement.prototype.focus = function (options) {
    if (this.closest(`[${QUIET}]`) === null) focus.call(this, options)
  }
  Element.prototype.scrollIntoView = function (options) {
    if (this.closest(`[${QUIET}]`) === null) scrollIntoView.call(this, options)
  }
}
