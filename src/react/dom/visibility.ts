import { isElement, isTag, parentOf, rootsAround } from './elements.js'

/** What was found out in this task: fields have most of what is around them in common. */
const known = new Map<Element, boolean>()

/**
 * Whether an element can be seen, if each `<details>` around it is opened. Where there is no layout, it can unless it
 * or something around it is `hidden` or has `display: none`.
 */
export function canBeSeen(element: Element): boolean {
  if ('checkVisibility' in element && element.checkVisibility({ visibilityProperty: true })) return true
  return styleOf(element)?.visibility !== 'hidden' && isDisplayed(element)
}

function isDisplayed(element: Element): boolean {
  const before = known.get(element)
  if (before !== undefined) return before
  const parent = parentOf(element)
  const isShown =
    !element.hasAttribute('hidden') && styleOf(element)?.display !== 'none' && (parent === null || isDisplayed(parent))
  if (known.size === 0) queueMicrotask(() => known.clear())
  known.set(element, isShown)
  return isShown
}

const styleOf = (element: Element): CSSStyleDeclaration | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element)

/** Opens each `<details>` around an element. */
export function openDetails(element: Element): void {
  for (let parent = parentOf(element); parent !== null; parent = parentOf(parent)) {
    if (isTag(parent, 'details')) parent.open = true
  }
}

/** Calls back whenever anything has changed that could hide or show something, until the returned function is called. */
export function onPageChange(callback: () => void): () => void {
  const observer = new MutationObserver(callback)
  for (const root of rootsAround()) observer.observe(root, { subtree: true, childList: true, attributes: true })
  return () => observer.disconnect()
}

/** Whether a control can take the focus at this moment. */
export function canTakeFocus(control: Element | null): boolean {
  return isElement(control) && !control.matches(':disabled, [inert], [inert] *') && canBeSeen(control)
}
