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
  readonly #client: ApiErrorClient
  readonly #context: ScopeContextValue | undefined
  readonly #name: string
  readonly #errorId: string
  readonly #clean: FieldErrorResult
  #handle: DomFieldHandle | undefined
  #state: FieldState = NO_FIELD_STATE
  #version = 0
  #view: FieldErrorResult

  constructor(client: ApiErrorClient, context: ScopeContextValue | undefined, name: string) {
    this.#client = client
    this.#context = context
    this.#name = name
    this.#errorId = fieldErrorId(context?.domId ?? 'page', name)
    this.#clean = this.#view = this.#show(NO_FIELD_STATE)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const ends = [this.#context?.scope.subscribeField(this.#name, listener), this.#client.messages.subscribe(listener)]
    return () => ends.forEach((end) => end?.())
  }

  readonly view = (): FieldErrorResult => {
    const state = this.#context?.scope.fieldState(this.#name) ?? NO_FIELD_STATE
    if (state === NO_FIELD_STATE) return this.#clean
    const { version } = this.#client.messages
    if (state === this.#state && version === this.#version) return this.#view
    this.#state = state
    this.#version = version
    return (this.#view = this.#show(state))
  }

  /** What a server renders: it knows of no failure yet. */
  readonly cleanView = (): FieldErrorResult => this.#clean

  /** Makes the field known to its scope while it is on the page; the key stays the same when it gets another name. */
  register(key: object, label: string | undefined): (() => void) | undefined {
    const scope = this.#context?.scope
    if (scope === undefined) return undefined
    this.#handle = createFieldHandle({ name: this.#name, errorId: this.#errorId, label, key, controls: controlsOf(this.#errorId) })
    return scope.addField(this.#handle)
  }

  /** A field whose messages nobody renders is no home for them: they go on to the summary. */
  checkScreen(): void {
    if (this.#handle === undefined || this.view().details.length === 0) return
    const isOnScreen = document.getElementById(this.#errorId) !== null
    if (isOnScreen === this.#handle.isOnScreen) return
    this.#handle.isOnScreen = isOnScreen
    this.#context?.scope.touch()
  }

  readonly #clear = (): void => {
    if (this.#context !== undefined) this.#client.clearField(this.#context.scope, this.#name)
  }

  #show(state: FieldState): FieldErrorResult {
    const { isInvalid, issues } = state
    const details = issues.map((placed): FieldMessage => {
      const { text, detail } = describeIssue(this.#client, this.#context, placed)
      const { severity } = placed.issue
      return { text, detail, severity, prefix: this.#client.messages.ui(severity === 'error' ? 'errorPrefix' : 'warningPrefix') }
    })
    return {
      messages: details.map(({ text }) => text.text),
      isInvalid,
      controlProps: {
        name: this.#name,
        'aria-invalid': isInvalid || undefined,
        'aria-describedby': describedBy(this.#context?.domId ?? 'page', state),
        'data-field': this.#errorId,
        onInput: this.#clear,
      },
      errorProps: { id: this.#errorId },
      clear: this.#clear,
      details,
    }
  }
}
