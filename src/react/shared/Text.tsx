'use client'

import { useContext, createElement, type ReactNode } from 'react'
import type { LocalizedText } from '../../core/localize/Pack.js'
import { TranslatorContext } from '../provider/ClientContext.js'

/** Renders a text, with `lang` where it is in another language than the page (WCAG 3.1.2 Language of Parts). */
export function Text({
  of,
  as = 'span',
  ...rest
}: {
  readonly of: LocalizedText
  readonly as?: 'span' | 'p' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
  readonly className?: string
  readonly id?: string
}): ReactNode {
  const locale = useContext(TranslatorContext)?.locale
  const language = of.locale === locale ? {} : { lang: of.locale, dir: of.dir }
  return createElement(as, { ...rest, ...language }, of.text)
}

/** The server's own text, which is English, and its reference beside ours. */
export function Detail({
  of,
  reference,
}: {
  readonly of: string | undefined
  readonly reference?: LocalizedText | undefined
}): ReactNode {
  return (
    <>
      {of !== undefined && (
        <bdi className="rae-detail" lang="en">
          {of}
        </bdi>
      )}
      {reference !== undefined && <Text of={reference} className="rae-detail" />}
    </>
  )
}
