import type { FailureRecord, FailureSource } from '../../core/store/record.js'
import { localizeError, type IssueTexts } from '../../core/localize/localizeError.js'
import type { Translator } from '../../core/localize/Translator.js'
import { attempt } from '../../internal/attempt.js'
import type { Issue, Params } from '../../core/types.js'
import type { ErrorStore } from '../../core/store/ErrorStore.js'
import type { ScopeContextValue } from '../provider/ScopeContext.js'

/** An issue with the error it belongs to, and what is known of its fields. */
export interface DescribedIssue {
  readonly issue: Issue
  readonly record: Pick<FailureRecord, 'error'> & {
    readonly source?: Partial<Pick<FailureSource, 'meta' | 'type' | 'gesture'>>
  }
  readonly fields?: readonly string[]
}

interface Known {
  readonly scope: ScopeContextValue | undefined
  readonly source: DescribedIssue['record']['source']
  readonly fields: string
  readonly texts: IssueTexts
}

/** Cached by language and issue: a field, its summary line and each render show the same words. */
const known = new WeakMap<Translator, WeakMap<Issue, Known>>()

/** Last known labels: the summary line of an issue keeps its label after the field has unmounted. */
const lastLabels = new WeakMap<Issue, string>()

/** Finds the words of an issue, with the labels and limits of its fields on the page. */
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

/** What the app reads out of the server's text. */
function readLimits({ options, internalError }: ErrorStore, { serverMessage, code }: Issue): Params | undefined {
  if (serverMessage === undefined) return undefined
  return attempt(() => options.readLimits?.(serverMessage, code), internalError)
}

function findWords(
  store: ErrorStore,
  messages: Translator,
  context: ScopeContextValue | undefined,
  { issue, record, fields = [] }: DescribedIssue,
): IssueTexts {
  const { meta, type } = record.source ?? {}
  const { message, params } = meta === false ? {} : (meta ?? {})
  const handles = () => fields.flatMap((name) => context?.scope.form?.field(name, record) ?? [])
  return localizeError(record.error, issue, {
    messages,
    definition: store.define(issue.code, record.error),
    messageKey: message,
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
      return { ...handles()[0]?.params(), ...readLimits(store, issue), ...params }
    },
  })
}
