import { screen } from '@testing-library/react'
import { plain } from './words.js'

// What stands on the page, found by roles and by the attributes that README and guides name; not by classes, which are
// for the style sheet.

const all = (selector: string): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)]

/** The toasts on screen, the newest first. */
export const toasts = (): readonly HTMLElement[] => all('[data-api-toaster] [role="dialog"]')

/** The element that names a toast, or describes it. */
export const partOf = (toast: HTMLElement | undefined, part: 'labelledby' | 'describedby'): HTMLElement | null =>
  document.getElementById(toast?.getAttribute(`aria-${part}`) ?? '')

/** The titles of the toasts on screen, with their counts. */
export const toastTitles = (): readonly string[] =>
  toasts().map((toast) => plain(partOf(toast, 'labelledby')?.textContent))

/** The headings of the error states on screen: a boundary's, or inline. */
export const stateTitles = (): readonly (string | null)[] =>
  all('[data-variant] :is(h1, h2, h3, h4, h5, h6)').map((heading) => heading.textContent)

/** The lines of the summaries; those of error states are no summary's. */
export const summaryItems = (): readonly HTMLElement[] => all(':not([data-variant]) > [role="alert"] li')

/** The texts of the lines of the summaries. */
export const summaryLines = (): readonly string[] => summaryItems().map((item) => plain(item.textContent))

/** The messages that stand at fields. */
export const fieldMessages = (): readonly HTMLElement[] =>
  all('[data-severity]').filter(
    (element) =>
      element.closest('[role="alert"], [data-variant], [data-api-toaster]') === null &&
      element.querySelector('[role="alert"]') === null,
  )

/** How often a text stands on the page beside the summary. */
export const messagesWith = (text: string): number =>
  screen.queryAllByText(text, { ignore: '[role="alert"] *, [data-api-toaster] *' }).length
