import type { ReactNode } from 'react'
import type { LocalizedText } from '../../core/localize/Pack.js'

/** A text inside of another element: as it is in the page's language, else in a `<span>` that names its own (WCAG 3.1.2). */
export function inLanguage({ text, locale, dir }: LocalizedText, pageLocale: string): ReactNode {
  if (locale === pageLocale) return text
  return (
    <span lang={locale} dir={dir}>
      {text}
    </span>
  )
}
