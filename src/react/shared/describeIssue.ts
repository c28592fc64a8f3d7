import type { FailureRecord } from '../../core/client/FailureRecord.js'
import { LocalizedIssue, type IssueTexts } from '../../core/localize/LocalizedIssue.js'
import type { ApiErrorMeta, Issue, Params } from '../../core/types.js'
import type { ApiErrorClient } from '../../query/ApiErrorClient.js'
import type { ScopeContextValue } from '../provider/ScopeContext.js'

/** An issue with the error it belongs to, and what is known of its fields. */
export interface DescribedIssue {
  readonly issue: Issue
  readonly record: Pick<FailureRecord, 'error'> & { readonly source?: { readonly meta?: ApiErrorMeta | undefined; readonly type?: 'query' | 'mutation' | 'report' } }
  readonly fields?: readonly string[]
}

interface KnownWords {
  readonly messages: unknown
  readonly version: number
  readonly texts: IssueTexts
}

const NO_FIELDS: readonly string[] = []

/** A field and the summary's line about it say the same: the words are found once. */
const lastWords = new WeakMap<DescribedIssue, KnownWords>()

/** The words of an issue in the current language; the same object until a word can have changed. */
export function describeIssue(client: ApiErrorClient, scope: ScopeContextValue | undefined, described: DescribedIssue): IssueTexts {
  const { messages } = client
  const { version } = messages
  const known = lastWords.get(described)
  if (known !== undefined && known.messages === messages && known.version === version) return known.texts
  const { issue, record, fields = NO_FIELDS } = described
  const labels: string[] = []
  let params: Params | undefined
  for (const name of fields) {
    const handle = scope?.scope.field(name)
    params ??= handle?.params()
    const label = handle?.label()
    if (label !== undefined) labels.push(label)
  }
  const meta = record.source?.meta
  const texts = new LocalizedIssue(record.error, issue, {
    messages,
    definition: client.define(issue.code, record),
    label: labels[0],
    labels,
    params,
    origin: record.source?.type,
    messageKey: meta === false ? undefined : meta?.message,
    layers: scope?.layers,
  })
  lastWords.set(described, { messages, version, texts })
  return texts
}
