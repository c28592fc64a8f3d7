import { NO_FIELD_STATE, type FieldState } from '../../core/client/FieldState.js'
import type { IssueTexts } from '../../core/localize/LocalizedIssue.js'
import type { LocalizedText } from '../../core/localize/Pack.js'
import type { Severity } from '../../core/types.js'
import type { ApiErrorClient } from '../../query/ApiErrorClient.js'
import type { ScopeContextValue } from '../provider/ScopeContext.js'
import { controlsOf, createFieldHandle, type DomFieldHandle } from '../shared/createFieldHandle.js'
import { describedBy } from '../shared/describedBy.js'
import { describeIssue } from '../shared/describeIssue.js'
import { fieldErrorId } from '../shared/fieldErrorId.js'

/** One message of a field. */
export interface FieldMessage extends Pick<IssueTexts, 'text' | 'detail'> {
  readonly severity: Severity
  /** "Error:", to be read out in front of the text. */
  readonly prefix: LocalizedText
}

/** What {@link useFieldError} returns; the same object until the field shows something else. */
export interface FieldErrorResult {
  /** The messages to render in the element with `errorProps`; empty when all is well. */
  readonly messages: readonly string[]
  readonly isInvalid: boolean
  /** Spread on the control. */
  readonly controlProps: {
    readonly name: string
    readonly 'aria-invalid': true | undefined
    readonly 'aria-describedby': string | undefined
    readonly 'data-field': string
    readonly onInput: () => void
  }
  /** Spread on the element that shows the messages. */
  readonly errorProps: { readonly id: string }
  /** Says that the problem is dealt with; `controlProps.onInput` does it on each edit. */
  readonly clear: () => void
  /** The messages with their language and detail, for a renderer of your own. */
  readonly details: readonly FieldMessage[]
}

/** One field of a scope as a component sees it: a store of what it shows, for `useSyncExternalStore`. */
export class FieldBinding {
  /** The id of the element that shows its messages. */
  readonly errorId: string
  readonly #client: ApiErrorClient
  readonly #context: ScopeContextValue | undefined
  readonly #name: string
  readonly #clean: FieldErrorResult
  #handle: DomFieldHandle | undefined
  #state: FieldState = NO_FIELD_STATE
  #version = 0
  #view: FieldErrorResult

  constructor(client: ApiErrorClient, context: ScopeContextValue | undefined, name: string) {
    this.#client = client
    this.#context = context
    this.#name = name
    this.errorId = fieldErrorId(context?.domId ?? 'page', name)
    this.#clean = this.#view = this.#show(NO_FIELD_STATE)
  }

  /** The language of the page. */
  get locale(): string {
    return this.#client.messages.locale
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const ends = [this.#context?.scope.subscribeField(this.#name, listener), this.#client.messages.subscribe(listener)]
    return () => ends.forEach((end) => end?.())
  }

  /** What the field has to show; the same object until that changes. */
  get state(): FieldState {
    return this.#context?.scope.fieldState(this.#name) ?? NO_FIELD_STATE
  }

  /** Grows when words can have changed. */
  get version(): number {
    return this.#client.messages.version
  }

  readonly view = (): FieldErrorResult => {
    const { state, version } = this
    if (state === NO_FIELD_STATE) return this.#clean
    if (state === this.#state && version === this.#version) return this.#view
    this.#state = state
    this.#version = version
    return (this.#view = this.#show(state))
  }

  /** What makes an element its control, without marks. */
  get plainProps(): Pick<FieldErrorResult['controlProps'], 'name' | 'data-field' | 'onInput'> {
    const { name, 'data-field': field, onInput } = this.#clean.controlProps
    return { name, 'data-field': field, onInput }
  }

  /** What a server renders: it knows of no failure yet. */
  readonly cleanView = (): FieldErrorResult => this.#clean

  /** Makes the field known to its scope while it is on the page; the key stays the same when it gets another name. */
  register(key: object, label: string | undefined): (() => void) | undefined {
    const scope = this.#context?.scope
    if (scope === undefined) return undefined
    this.#handle = createFieldHandle({
      name: this.#name,
      errorId: this.errorId,
      label,
      key,
      controls: controlsOf(this.errorId),
    })
    return scope.addField(this.#handle)
  }

  /** A field whose messages nobody renders is no home for them: they go on to the summary. */
  checkScreen(): void {
    if (this.#handle === undefined || this.view().details.length === 0) return
    const isOnScreen = document.getElementById(this.errorId) !== null
    if (isOnScreen === this.#handle.isOnScreen) return
    this.#handle.isOnScreen = isOnScreen
    this.#context?.scope.touch()
  }

  readonly #clear = (): void => {
    if (this.#context !== undefined) this.#client.clearField(this.#context.scope, this.#name)
  }

  /** The messages to show in a state. */
  messagesOf({ issues }: FieldState): readonly FieldMessage[] {
    const messages: FieldMessage[] = []
    for (const placed of issues) {
      const { text, detail } = describeIssue(this.#client, this.#context, placed)
      const { severity } = placed.issue
      messages.push({
        text,
        detail,
        severity,
        prefix: this.#client.messages.ui(severity === 'error' ? 'errorPrefix' : 'warningPrefix'),
      })
    }
    return messages
  }

  /** The ids of what describes the control in a state. */
  describedBy(state: FieldState): string | undefined {
    return describedBy(this.#context?.domId ?? 'page', state)
  }

  #show(state: FieldState): FieldErrorResult {
    const { isInvalid } = state
    const details = this.messagesOf(state)
    return {
      messages: details.map(({ text }) => text.text),
      isInvalid,
      controlProps: {
        name: this.#name,
        'aria-invalid': isInvalid || undefined,
        'aria-describedby': this.describedBy(state),
        'data-field': this.errorId,
        onInput: this.#clear,
      },
      errorProps: { id: this.errorId },
      clear: this.#clear,
      details,
    }
  }
}
