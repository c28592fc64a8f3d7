import type { FailureRecord, FailureSource } from '../../core/store/record.js'
import { localizeError, type IssueTexts } from '../../core/localize/localizeError.js'
import type { Translator } from '../../core/localize/Translator.js'
import type { ApiErrorMetaValue, Issue } from '../../core/types.js'
import type { ErrorStore } from '../../core/store/ErrorStore.js'
import type { ScopeContextValue } from '../provider/ScopeContext.js'

/** An issue with the error it belongs to, and what is known of its fields. */
export interface DescribedIssue {
  readonly issue: Issue
  readonly record: Pick<FailureRecord, 'error'> & {
    readonly source?: { readonly meta?: ApiErrorMetaValue | undefined; readonly type?: FailureSource['type'] }
  }
  readonly fields?: readonly string[]
}

/** Words, and what they were found for. */
interface Known {
  readonly scope: ScopeContextValue | undefined
  readonly source: DescribedIssue['record']['source']
  readonly fields: string
  readonly texts: IssueTexts
}

/** A field, its line in the summary and a second render say the same: the words of an issue are found once in a language. */
const known = new WeakMap<Translator, WeakMap<Issue, Known>>()

/** What the field of an issue was called last, for when it has gone from the page and its line in the summary stays. */
const lastLabels = new WeakMap<Issue, string>()

/** The words of an issue; its labels and limits are those that stand on the page. */
export function describeIssue(
  store: ErrorStore,
  translator: Translator,
  scope: ScopeContextValue | undefined,
  described: DescribedIssue,
): IssueTexts {
  const { issue, record } = described
  const { source } = record
  const fields = described.fields?.join('\n') ?? ''
  const inLanguage = known.get(translator) ?? new WeakMap<Issue, Known>()
  known.set(translator, inLanguage)
  const last = inLanguage.get(issue)
  if (last !== undefined && last.scope === scope && last.source === source && last.fields === fields) return last.texts
  const texts = findWords(store, translator, scope, described)
  inLanguage.set(issue, { scope, source, fields, texts })
  return texts
}

function findWords(
  store: ErrorStore,
  messages: Translator,
  context: ScopeContextValue | undefined,
  { issue, record, fields = [] }: DescribedIssue,
): IssueTexts {
  const { meta, type } = record.source ?? {}
  const handles = () => fields.flatMap((name) => context?.scope.form?.field(name) ?? [])
  return localizeError(record.error, issue, {
    messages,
    definition: store.define(issue.code, record.error),
    messageKey: meta === false ? undefined : meta?.message,
    origin: type,
    get label() {
      const label = this.labels[0] ?? lastLabels.get(issue)
      if (label !== undefined) lastLabels.set(issue, label)
      return label
    },
    get labels() {
      return handles().flatMap((field) => field.label() ?? [])
    },
    get params() {
      return handles()[0]?.params()
    },
  })
}
