'use client'

import { useMemo, useSyncExternalStore } from 'react'
import type { IssueTexts } from '../../core/localize/LocalizedIssue.js'
import type { InterfaceWords, LocalizedText } from '../../core/localize/Pack.js'
import type { Params } from '../../core/types.js'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { useScope } from '../provider/ScopeContext.js'
import { describeIssue, type DescribedIssue } from '../shared/describeIssue.js'

/** Finds words in the current language. */
export interface MessageFinder {
  /** The language in use. */
  readonly locale: string
  /** The words of an issue. */
  readonly describe: (described: DescribedIssue) => IssueTexts
  /** A string of the interface. */
  readonly ui: (key: keyof InterfaceWords, params?: Params) => LocalizedText
}

/** Subscribes to the language, and returns what finds words in it; the same object until a word can have changed. */
export function useMessages(): MessageFinder {
  const client = useApiErrorClient()
  const scope = useScope()
  const { messages } = client
  const getVersion = (): number => messages.version
  const version = useSyncExternalStore(messages.subscribe, getVersion, getVersion)
  return useMemo(
    () => ({
      locale: messages.locale,
      describe: (described) => describeIssue(client, scope, described),
      ui: (key, params) => messages.ui(key, params),
    }),
    // The words of a registry change with its version.
    // oxlint-disable-next-line react/exhaustive-deps
    [client, messages, scope, version],
  )
}
