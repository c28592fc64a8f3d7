/** What the library puts around a value in a sentence, so that its direction does not spill. */
const ISOLATES = /[\u2066-\u2069]/g

/** The elements that say exactly this. Links of the summary point at another place, and the announcer is for ears only. */
export function placesOf(text: string): readonly Element[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: Element[] = []
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (textContent?.replace(ISOLATES, '') !== text || parentElement === null) continue
    if (parentElement.closest('.rae-summary a, [data-rae-announcer]') === null) found.push(parentElement)
  }
  return found
}

/** What shows a failure, by home; the summary's own lines are those without a link. */
const SURFACES = {
  field: '.rae-field-error:not(:empty)',
  summary: '.rae-summary li:not(:has(a))',
  page: '.rae-state',
  toast: '.rae-toast',
} as const

export type Surface = keyof typeof SURFACES

/** The surfaces that show anything. */
export function openSurfaces(): readonly string[] {
  return Object.entries(SURFACES).flatMap(([surface, selector]) =>
    document.querySelector(selector) === null ? [] : [surface],
  )
}

/** Whether an element lies in a surface. */
export function isIn(surface: Surface, element: Element): boolean {
  return element.closest(SURFACES[surface]) !== null
}
