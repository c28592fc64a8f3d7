import type { Gesture } from '../../core/store/record.js'
import { formAround, isElement, onOtherPage } from './elements.js'

const BUTTONS = 'button, [role="button"], input:is([type="submit"], [type="button"], [type="image"])'
/** A press of these chooses: nothing is sent, unless a submit follows. */
const CHOICES = '[role="switch"], [role="checkbox"], [role="radio"], [role="tab"], [role="option"], [aria-haspopup]'
const ONE_LINE =
  'input:not([type="checkbox"], [type="radio"], [type="range"], [type="color"], [type="file"], [role="combobox"])'
/** Keys that do nothing by themselves. */
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'])

/** The events of one press, in their order: each goes on with what the one before has begun. */
type Step = 'press' | 'click' | 'submit'
const ORDER: readonly Step[] = ['press', 'click', 'submit']

interface GestureListeners {
  /** Gets what was done last; `undefined` when the user went on. */
  readonly onGesture: (latest: Gesture | undefined) => void
  /** Gets a form that was reset, by the user or by a script. */
  readonly onReset: (form: object) => void
}

/**
 * Watches what the user does, on this page and in its iframes, before the page itself hears of it: sends (a submit, a
 * press of a button, Enter in a one-line field), or goes on (types, moves on). Focus that a script moves, or that falls
 * to the body, is neither.
 *
 * @returns a function that stops watching
 */
export function watchGestures({ onGesture, onReset }: GestureListeners): () => void {
  const watching = new AbortController()
  const options = { capture: true, passive: true, signal: watching.signal }
  let latest: Gesture | undefined
  let lastStep: Step = 'submit'

  const sendFrom = (step: Step, target: HTMLElement | undefined): void => {
    if (target === undefined) return
    const form = formAround(target)
    if (latest === undefined || ORDER.indexOf(step) <= ORDER.indexOf(lastStep))
      latest = { form, control: target, time: Date.now(), isSubmit: false, isScrolled: false }
    // A button can send another form than the one around it.
    else if (step === 'submit') latest.form = form
    if (step === 'submit') latest.isSubmit = true
    lastStep = step
    onGesture(latest)
  }
  const goOn = (): void => {
    latest = undefined
    onGesture(undefined)
  }
  const scroll = (): void => {
    if (latest !== undefined) latest.isScrolled = true
  }
  const watch = (page: Document): void => {
    // On the window: past it, presses of toasts are kept from the page.
    ;(page.defaultView ?? page).addEventListener('pointerdown', goOn, options)
    page.addEventListener('input', goOn, options)
    // Some buttons act on this one, and some touch screens give no click then.
    page.addEventListener('pointerup', (event) => sendFrom('press', buttonOf(event)), options)
    page.addEventListener('click', (event) => sendFrom('click', buttonOf(event)), options)
    page.addEventListener('submit', (event) => sendFrom('submit', targetOf(event)), options)
    page.addEventListener(
      'keydown',
      (event) => {
        const target = targetOf(event)
        if (event.key === 'Enter' && target?.matches(ONE_LINE) === true) sendFrom('press', target)
        else if (!MODIFIERS.has(event.key)) goOn()
      },
      options,
    )
    // When the app has heard of it: it may prevent it.
    page.addEventListener(
      'reset',
      (event) => {
        const form = targetOf(event)
        if (form !== undefined && !event.defaultPrevented) onReset(form)
      },
      { signal: watching.signal },
    )
    for (const type of ['wheel', 'touchmove', 'scroll']) page.addEventListener(type, scroll, options)
  }
  watch(document)
  const stopFollowing = onOtherPage(watch)
  return () => {
    watching.abort()
    stopFollowing()
  }
}

/** What an event is about, also in a shadow root, which keeps that from the page. */
function targetOf(event: Event): HTMLElement | undefined {
  const [target] = event.composedPath()
  return isElement(target) ? target : undefined
}

/** The button that was pressed. */
function buttonOf(event: Event): HTMLElement | undefined {
  const button = targetOf(event)?.closest<HTMLElement>(BUTTONS) ?? undefined
  return button?.matches(CHOICES) === false ? button : undefined
}
