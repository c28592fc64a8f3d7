/** Scrolls an element into view, where the environment can scroll: test environments without layout cannot. */
export function scrollIntoView(element: Element, block: ScrollLogicalPosition): void {
  if ('scrollIntoView' in element) element.scrollIntoView({ block })
}
