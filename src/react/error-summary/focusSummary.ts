import { scrollIntoView } from '../shared/scrollIntoView.js'

/** Focuses a summary; it is focusable only while it has the focus, as a tab stop there would be noise later. */
export function focusSummary(summary: HTMLElement | null): void {
  if (summary === null) return
  summary.tabIndex = -1
  summary.addEventListener('blur', () => summary.removeAttribute('tabindex'), { once: true })
  scrollIntoView(summary, 'nearest')
  summary.focus({ preventScroll: true })
}
