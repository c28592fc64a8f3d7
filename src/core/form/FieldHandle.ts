import type { Params } from '../types.js'

/** What a field tells its form; implemented by the view, so that the form needs no DOM. */
export interface FieldHandle {
  readonly name: string
  /** Identity of the control: the same when it gets another name, as in rows that are reordered. */
  readonly key?: object | undefined
  /** The visible label, for messages and the summary. */
  label(): string | undefined
  /** Limits of the control (`maxLength`, `min`, `max`), for messages. */
  params(): Params
  /** What a browser fills it in with, as in the attribute `autocomplete`: tells which form signs in. */
  autoComplete?(): readonly string[]
  /** The forms of the page that its controls belong to. @default whichever is asked for */
  forms?(): readonly object[]
  /** Whether it has no place for its message: the form says it, where nothing else does. */
  readonly isPlain?: boolean
  /** Whether its message is on screen when it has one. */
  isShown(): boolean
  /** Whether it is inside of an element. */
  isIn?(element: object): boolean
  /** Sorts fields in DOM order; every handle sorts them all. */
  sort(fields: readonly FieldHandle[]): readonly FieldHandle[]
  /** Whether the place of its message can be seen, if what is closed around it is opened. @default it can */
  isVisible?(): boolean
  /** Opens what is closed around it. */
  open?(): void
  /** Whether a link can lead to it: not hidden or inert; `isNow` asks whether it would take the focus at this moment. */
  canFocus?(isNow?: boolean): boolean
  /** Brings the field into view and focuses it, if it can in a form of the page; false when it cannot take focus. */
  focus(form?: object): boolean
  /** Calls back when something around it may have come to light, until the returned function is called. */
  onPageChange?(callback: () => void): () => void
}
