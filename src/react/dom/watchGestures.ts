import type { Gesture } from '../../core/store/Surfaces.js'

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

/**
 * Watches what the user does on a page, before the page itself hears of it: sends (a submit, a press of a button, Enter
 * in a one-line field), or goes on (types, moves on). Focus that a script moves, or that falls to the body, is neither.
 *
 * @param onGesture gets what was done last; `undefined` when the user went on
 * @returns a function that stops watching
 */
export function watchGestures(page: Document, onGesture: (latest: Gesture | undefined) => void): () => void {
  const watching = new AbortController()
  const options = { capture: true, signal: watching.signal }
  let latest: Gesture | undefined
  let lastStep: Step = 'submit'

  const send = (step: Step, target: Element): void => {
    if (latest === undefined || ORDER.indexOf(step) <= ORDER.indexOf(lastStep))
      latest = { from: formOf(target) ?? target, time: Date.now() }
    lastStep = step
    onGesture(latest)
  }
  const press = (step: Step, target: EventTarget | null): void => {
    const button = target instanceof Element ? target.closest(BUTTONS) : null
    if (button?.matches(CHOICES) === false) send(step, button)
  }
  const goOn = (): void => {
    latest = undefined
    onGesture(undefined)
  }
  page.addEventListener('pointerdown', goOn, options)
  page.addEventListener('input', goOn, options)
  // Some buttons act on this one, and some touch screens give no click then.
  page.addEventListener('pointerup', ({ target }) => press('press', target), options)
  page.addEventListener('click', ({ target }) => press('click', target), options)
  page.addEventListener('submit', ({ target }) => target instanceof Element && send('submit', target), options)
  page.addEventListener(
    'keydown',
    ({ key, target }) => {
      if (key === 'Enter' && target instanceof Element && target.matches(ONE_LINE)) send('press', target)
      else if (!MODIFIERS.has(key)) goOn()
    },
    options,
  )
  return () => watching.abort()
}

/** The form of a control, which can stand outside of it. */
function formOf(control: Element): Element | null {
  const form = 'form' in control && control.form instanceof Element ? control.form : null
  return form ?? control.closest('form')
}
