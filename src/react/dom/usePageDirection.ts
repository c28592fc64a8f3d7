'use client'

import { useEffect, type RefObject } from 'react'
import { dirOf } from '../../core/localize/locales.js'

/** Gives an element the direction of the words' language, unless the page says a direction itself. */
export function usePageDirection(element: RefObject<HTMLElement | null>, locale: string): void {
  useEffect(() => {
    const node = element.current
    if (node?.parentElement?.closest('[dir]')) node.removeAttribute('dir')
    else node?.setAttribute('dir', dirOf(locale))
  }, [element, locale])
}
