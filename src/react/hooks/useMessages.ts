'use client'

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { FailureRecord } from '../../core/client/FailureRecord.js'
import { localizeError, type IssueTexts } from '../../core/localize/localizeError.js'
import type { InterfaceWords, LocalizedText } from '../../core/localize/Pack.js'
import type { ApiError } from '../../core/ApiError.js'
import type { ApiErrorMeta, Issue, Params } from '../../core/types.js'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { useScope } from '../provider/ScopeContext.js'

/** An issue with the error it belongs to, and what is known of its fields. */
export interface DescribedIssue {
  readonly issue: Issue
  readonly record: Pick<FailureRecord, 'error'> & { readonly source?: { readonly meta?: ApiErrorMeta | undefined; readonly type?: 'query' | 'mutation' | 'report' } }
  readonly fields?: readonly string[]
}

/** Finds words in the current language. */
export interface MessageFinder {
  /** The language in use. */
  readonly locale: string
  /** The words of an issue. */
  readonly describe: (described: DescribedIssue) => IssueTexts
  /** A string of the interface. */
  readonly ui: (key: keyof InterfaceWords, params?: Params) => LocalizedText
}

const NO_FIELDS: readonly string[] = []

interface KnownWords {
  readonly messages: unknown
  readonly version: number
  readonly versionOnPage: number
  readonly texts: IssueTexts
}

/** A field and the summary's line about it say the same: the words are found once. */
const lastWords = new WeakMap<DescribedIssue, KnownWords>()

/** Subscribes to the language, and returns what finds words in it; the same object until a word can have changed. */
export function useMessages(): MessageFinder {
  const client = useApiErrorClient()
  const scope = useScope()
  const { messages } = client
  const getVersion = () => messages.version
  const version = useSyncExternalStore(messages.subscribe, getVersion, getVersion)
  // A switch of language may change the labels on the page in the same turn: once they are there, the words are found again.
  const [versionOnPage, setVersionOnPage] = useState(version)
  useEffect(() => {
    // An update to the same value stays queued, and costs another render with the next one.
    if (versionOnPage !== version) setVersionOnPage(version)
  }, [version, versionOnPage])

  const describe = useCallback(
    (described: DescribedIssue): IssueTexts => {
      const known = lastWords.get(described)
      if (known?.messages === messages && known.version === version && known.versionOnPage === versionOnPage) return known.texts
      const { issue, record, fields = NO_FIELDS } = described
      const handles = fields.flatMap((name) => scope?.scope.field(name) ?? [])
      const labels = handles.flatMap((handle) => handle.label() ?? [])
      const meta = record.source?.meta
      const texts = localizeError(record.error as ApiError, issue, {
        messages,
        definition: client.define(issue.code, record),
        label: labels[0],
        labels,
        params: handles[0]?.params(),
        origin: record.source?.type,
        messageKey: meta === false ? undefined : meta?.message,
        layers: scope?.layers,
      })
      lastWords.set(described, { messages, version, versionOnPage, texts })
      return texts
    },
    // The words of a registry change with its version.
    // oxlint-disable-next-line react/exhaustive-deps
    [client, messages, scope, version, versionOnPage],
  )
  const ui = useCallback(
    (key: keyof InterfaceWords, params?: Params) => messages.ui(key, params),
    // oxlint-disable-next-line react/exhaustive-deps
    [messages, version],
  )
  return { locale: messages.locale, describe, ui }
}
