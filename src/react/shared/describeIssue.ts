import type { FailureRecord, FailureSource } from '../../core/client/FailureRecord.js'
import type { Scope } from '../../core/client/Scope.js'
import { LocalizedIssue, type IssueTexts, type LocalizeContext } from '../../core/localize/LocalizedIssue.js'
import type { MessageRegistry } from '../../core/localize/MessageRegistry.js'
import type { ApiErrorMeta, Definition, Issue, Params } from '../../core/types.js'
import type { ApiErrorClient } from '../../query/ApiErrorClient.js'
import type { ScopeContextValue } from '../provider/ScopeContext.js'
import { keepLabel, recallLabel } from './lastLabels.js'

/** An issue with the error it belongs to, and what is known of its fields. */
export interface DescribedIssue {
  readonly issue: Issue
  readonly record: Pick<FailureRecord, 'error'> & {
    readonly source?: { readonly meta?: ApiErrorMeta | undefined; readonly type?: FailureSource['type'] }
  }
  readonly fields?: readonly string[]
}

/** A field and the summary's line about it say the same: the words are found once. */
const lastWords = new WeakMap<DescribedIssue, LocalizedIssue>()

/** What the words of an issue depend on; what stands on the page is read when a text names it. */
class IssueContext implements LocalizeContext {
  readonly messages: MessageRegistry
  readonly definition: Definition
  readonly messageKey: string | undefined
  readonly origin: FailureSource['type'] | undefined
  readonly layers: readonly string[] | undefined
  readonly #issue: Issue
  readonly #scope: Scope | undefined
  readonly #fields: readonly string[]
  #params: Params | undefined

  constructor(
    client: ApiErrorClient,
    scope: ScopeContextValue | undefined,
    { issue, record, fields = [] }: DescribedIssue,
  ) {
    const { meta, type } = record.source ?? {}
    this.messages = client.messages
    this.definition = client.define(issue.code, record)
    this.messageKey = meta === false ? undefined : meta?.message
    this.origin = type
    this.layers = scope?.layers
    this.#issue = issue
    this.#scope = scope?.scope
    this.#fields = fields
  }

  get label(): string | undefined {
    for (const name of this.#fields) {
      const label = this.#scope?.field(name)?.label()
      if (label !== undefined) return keepLabel(this.#issue, this.messages, label)
    }
    return recallLabel(this.#issue, this.messages)
  }

  get labels(): readonly string[] {
    return this.#fields.flatMap((name) => this.#scope?.field(name)?.label() ?? [])
  }

  get params(): Params {
    return (this.#params ??= this.#readParams())
  }

  #readParams(): Params {
    for (const name of this.#fields) {
      const field = this.#scope?.field(name)
      if (field !== undefined) return field.params()
    }
    return {}
  }
}

/** The words of an issue in the current language; the same object until a word can have changed. */
export function describeIssue(
  client: ApiErrorClient,
  scope: ScopeContextValue | undefined,
  described: DescribedIssue,
): IssueTexts {
  const known = lastWords.get(described)
  if (known?.isCurrent(client.messages) === true) return known
  const texts = new LocalizedIssue(described.record.error, described.issue, new IssueContext(client, scope, described))
  lastWords.set(described, texts)
  return texts
}
