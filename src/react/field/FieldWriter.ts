import { NO_FIELD_STATE, type FieldState } from '../../core/client/FieldState.js'
import { markElement } from '../shared/markControls.js'
import type { FieldProps } from './Field.js'
import type { FieldBinding } from './FieldBinding.js'
import { writeMessages } from './writeMessages.js'

/** What of a field is to be marked beside its frame. */
interface Marked {
  readonly group?: FieldProps['group'] | undefined
  /** Whether its control, which follows the messages, gets no marks as props. */
  readonly isPlain: boolean
}

/**
 * Writes what a field shows into its elements, without a render: of a form that the server rejects, only the summary
 * renders. React renders these elements empty and unmarked, and leaves alone what it did not write.
 */
export class FieldWriter {
  readonly #binding: FieldBinding
  readonly #marked: Marked
  #frame: HTMLElement | null = null
  #messages: HTMLElement | null = null
  #stop: (() => void) | undefined
  #written: FieldState = NO_FIELD_STATE
  #version = 0

  constructor(binding: FieldBinding, marked: Marked = { isPlain: false }) {
    this.#binding = binding
    this.#marked = marked
  }

  /** Ref of the element around the controls, which are to be marked. */
  readonly frame = (element: HTMLElement | null): void => {
    this.#frame = element
    this.#attach()
  }

  /** Ref of the element for the messages. */
  readonly messages = (element: HTMLElement | null): void => {
    this.#messages = element
    this.#attach()
  }

  /** A render can have written over the marks, or brought another control; the messages are not React's. */
  markAgain(): void {
    if (this.#written !== NO_FIELD_STATE) this.#mark(this.#written)
  }

  #attach(): void {
    this.#stop?.()
    this.#stop = undefined
    this.#written = NO_FIELD_STATE
    if (this.#frame === null && this.#messages === null) return
    this.#stop = this.#binding.subscribe(this.#writeChange)
    this.#writeChange()
  }

  readonly #writeChange = (): void => {
    const { state, version } = this.#binding
    if (state !== this.#written || (state !== NO_FIELD_STATE && version !== this.#version)) this.#write(state)
  }

  #write(state: FieldState): void {
    const binding = this.#binding
    this.#written = state
    this.#version = binding.version
    if (this.#messages !== null) writeMessages(this.#messages, binding.messagesOf(state), binding.locale)
    this.#mark(state)
  }

  #mark(state: FieldState): void {
    if (this.#frame === null) return
    const { isInvalid } = state
    const { group, isPlain } = this.#marked
    const control = isPlain ? this.#messages?.nextElementSibling : undefined
    const describedBy = this.#binding.describedBy(state)
    if (group !== undefined) markElement(this.#frame, { describedBy, isInvalid: group === 'radio' && isInvalid })
    else if (control) markElement(control, { describedBy, isInvalid })
    if (isInvalid) this.#frame.setAttribute('data-invalid', '')
    else this.#frame.removeAttribute('data-invalid')
  }
}
