import { Emitter } from '../../internal/Emitter.js'
import { isInAnotherRow } from '../route/fieldPath.js'
import { createFieldMatcher, type FieldMatcher, type FieldRequest } from '../route/matchFields.js'
import type { FailureRecord, FailureSource } from '../store/record.js'
import type { FieldHandle } from './FieldHandle.js'

/** Other names of fields, as the app declares them: the server's → the form's. */
type Aliases = Readonly<Record<string, string>>

interface Rename {
  readonly key: object
  readonly from: string
}

/** A failure, as far as it says which form was sent. */
export interface SentRecord {
  readonly source?: Pick<FailureSource, 'gesture'> | undefined
}

/** The fields of a scope that are on screen, by name, and what they were called before. */
export class FieldRegistry {
  /** Emits the fields that have gone in a task and were not in a row that moved. */
  readonly gone = new Emitter<readonly FieldHandle[]>()
  readonly #fields = new Map<string, FieldHandle[]>()
  /** Fields removed in this task: effects rename a field by removing it and adding it again. */
  readonly #leaving = new Map<object, FieldHandle>()
  readonly #renames: Rename[] = []
  /** Number of renames when a failure came: its answer uses the names of that time. */
  readonly #renamesBefore = new WeakMap<FailureRecord, number>()
  #aliases: Aliases | undefined
  #matcher: FieldMatcher | undefined
  /** For the form that was asked about last. */
  #inForm: { readonly form: object; readonly matcher: FieldMatcher } | undefined
  /** The `<ApiForm>` that has these fields for its own: what it failed with is about no others. */
  owner: object | undefined

  get size(): number {
    return this.#fields.size
  }

  get names(): readonly string[] {
    return [...this.#fields.keys()]
  }

  add(handle: FieldHandle): void {
    const { name, key } = handle
    this.#fields.set(name, [...(this.#fields.get(name) ?? []), handle])
    this.#forget()
    const from = key === undefined ? undefined : this.#leaving.get(key)?.name
    if (key === undefined || from === undefined) return
    this.#leaving.delete(key)
    // Any other name is that of another field, which only took the place of this one.
    if (isInAnotherRow(from, name)) this.#renames.push({ key, from })
  }

  remove(handle: FieldHandle): void {
    const rest = (this.#fields.get(handle.name) ?? []).filter((other) => other !== handle)
    if (rest.length > 0) this.#fields.set(handle.name, rest)
    else this.#fields.delete(handle.name)
    this.#forget()
    if (handle.key === undefined) return
    if (this.#leaving.size === 0) queueMicrotask(() => this.#endTask())
    this.#leaving.set(handle.key, handle)
  }

  #endTask(): void {
    const gone = [...this.#leaving.values()]
    this.#leaving.clear()
    if (gone.length > 0) this.gone.emit(gone)
  }

  /** The fields of a name; of those in several forms the ones in the form whose failure it is. */
  get(name: string, record?: SentRecord): readonly FieldHandle[] {
    const all = this.#fields.get(name) ?? []
    const form = record?.source?.gesture?.form
    if (form === undefined || (all.length < 2 && form !== this.owner)) return all
    const inForm = all.filter((handle) => isIn(handle, form))
    return inForm.length > 0 || form === this.owner ? inForm : all
  }

  /** Whether no field of a name has a place for its message. */
  isPlain(name: string, record: SentRecord): boolean {
    return this.get(name, record).every((handle) => handle.isPlain === true || !handle.isShown())
  }

  /** Whether any field is one that browsers fill in with this. */
  hasAutoComplete(token: string): boolean {
    return [...this.#fields.values()].flat().some((handle) => handle.autoComplete?.().includes(token))
  }

  /** A matcher over the fields; for a failure that came before rows moved, over the names that they had then. */
  matcherFor(record: FailureRecord, aliases: Aliases | undefined): FieldMatcher {
    if (aliases !== this.#aliases) this.#forget()
    this.#aliases = aliases
    const since = this.#renamesBefore.get(record)
    if (since === undefined) this.#renamesBefore.set(record, this.#renames.length)
    const renames = this.#renames.slice(since ?? this.#renames.length)
    if (renames.length > 0) return this.#matcherBefore(renames)
    const all = (this.#matcher ??= this.#createMatcher(this.names))
    const form = record.source.gesture?.form
    return form === undefined ? all : this.#matcherIn(form, all)
  }

  /** The names that a failure can be about. */
  namesFor({ source }: FailureRecord): readonly string[] {
    const form = source.gesture?.form
    return form === undefined || form !== this.owner ? this.names : this.#namesIn(form)
  }

  #namesIn(form: object): readonly string[] {
    return this.names.filter((name) => this.#fields.get(name)?.some((handle) => isIn(handle, form)))
  }

  /** Looks among the fields of the form that was sent first, and for an `<ApiForm>` only there. */
  #matcherIn(form: object, all: FieldMatcher): FieldMatcher {
    if (this.#inForm?.form === form) return this.#inForm.matcher
    const names = this.#namesIn(form)
    const isAll = names.length === this.names.length || (names.length === 0 && form !== this.owner)
    const inForm = isAll ? all : this.#createMatcher(names)
    const match = (request: FieldRequest): readonly string[] => {
      const found = inForm.match(request)
      return found.length > 0 ? found : all.match(request)
    }
    const matcher = isAll || form === this.owner ? inForm : { match }
    this.#inForm = { form, matcher }
    return matcher
  }

  #forget(): void {
    this.#matcher = undefined
    this.#inForm = undefined
  }

  #createMatcher(names: readonly string[]): FieldMatcher {
    return createFieldMatcher(names, new Map(Object.entries(this.#aliases ?? {})))
  }

  #matcherBefore(renames: readonly Rename[]): FieldMatcher {
    const before = new Map<object, string>()
    for (const { key, from } of renames) if (!before.has(key)) before.set(key, from)
    const current = new Map<string, string>()
    for (const [name, handles] of this.#fields) {
      for (const { key } of handles) {
        const old = key === undefined ? undefined : before.get(key)
        // A name belongs to the field that had it when the failure came, before one that has it now.
        if (old !== undefined) current.set(old, name)
        else if (!current.has(name)) current.set(name, name)
      }
    }
    const matcher = this.#createMatcher([...current.keys()])
    return { match: (request) => matcher.match(request).flatMap((name) => current.get(name) ?? []) }
  }
}

const isIn = (handle: FieldHandle, form: object): boolean => handle.forms?.().includes(form) !== false
