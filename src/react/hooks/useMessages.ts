'use client'

import { useMemo } from 'react'
import type { IssueTexts } from '../../core/localize/localizeError.js'
import type { InterfaceWords, LocalizedText } from '../../core/localize/Pack.js'
import type { Params } from '../../core/types.js'
import { useErrorStore, useTranslator } from '../provider/ClientContext.js'
import { useScope } from '../provider/ScopeContext.js'
import { describeIssue, type DescribedIssue } from '../shared/describeIssue.js'

/** Finds words in the language of this part of the app. */
export interface MessageFinder {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly describe: (described: DescribedIssue) => IssueTexts
  readonly ui: (key: keyof InterfaceWords, params?: Params) => LocalizedText
}

/** Returns what finds words in the language of this part of the app; referentially stable while words are. */
export function useMessages(): MessageFinder {
  const store = useErrorStore()
  const scope = useScope()
  const translator = useTranslator()
  return useMemo(
    () => ({
      locale: translator.locale,
      dir: translator.dir,
      describe: (described) => describeIssue(store, translator, scope, described),
      ui: (key, params) => translator.ui(key, params),
    }),
    [store, translator, scope],
  )
}
