import type { LocalizedText } from '../../core/localize/Pack.js'

/** Makes an element that holds a text, never markup. */
export function makeElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (className !== '') element.className = className
  if (text !== '') element.textContent = text
  return element
}

/** Makes an element that holds a localized text; in another language than the page's it says so (WCAG 3.1.2 Language of Parts). */
export function makeTextElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  text: LocalizedText,
  pageLocale: string,
  className = '',
): HTMLElementTagNameMap[Tag] {
  const element = makeElement(tag, className, text.text)
  if (text.locale !== pageLocale) {
    element.lang = text.locale
    element.dir = text.dir
  }
  return element
}

/** Makes a text to append, in an element only where it needs one for its language. */
export function makeText(text: LocalizedText, pageLocale: string): Node | string {
  return text.locale === pageLocale ? text.text : makeTextElement('span', text, pageLocale)
}

/** Makes the server's own text, which is English, beside ours. */
export function makeDetail(detail: string): HTMLElement {
  const element = makeElement('bdi', 'rae-detail', detail)
  element.lang = 'en'
  return element
}
