import { Emitter } from '../../internal/Emitter.js'
import { isInAnotherRow } from '../route/fieldPath.js'
import { createFieldMatcher, type FieldMatcher } from '../route/matchFields.js'
import type { FailureRecord } from '../store/record.js'
import type { FieldHandle } from './FieldHandle.js'

/** Other names of fields, as the app declares them: the server's → the form's. */
type Aliases = Readonly<Record<string, string>>

interface Rename {
  readonly key: object
  readonly from: string
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

  get size(): number {
    return this.#fields.size
  }

  get names(): readonly string[] {
    return [...this.#fields.keys()]
  }

  add(handle: FieldHandle): void {
    const { name, key } = handle
    this.#fields.set(name, [...(this.#fields.get(name) ?? []), handle])
    this.#matcher = undefined
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
    this.#matcher = undefined
    if (handle.key === undefined) return
    if (this.#leaving.size === 0) queueMicrotask(() => this.#endTask())
    this.#leaving.set(handle.key, handle)
  }

  #endTask(): void {
    const gone = [...this.#leaving.values()]
    this.#leaving.clear()
    if (gone.length > 0) this.gone.emit(gone)
  }

  get(name: string): readonly FieldHandle[] {
    return this.#fields.get(name) ?? []
  }

  /** Whether any field is one that browsers fill in with this. */
  hasAutoComplete(token: string): boolean {
    return [...this.#fields.values()].flat().some((handle) => handle.autoComplete?.().includes(token))
  }

  /** A matcher over the fields; for a failure that came before rows moved, over the names that they had then. */
  matcherFor(record: FailureRecord, aliases: Aliases | undefined): FieldMatcher {
    if (aliases !== this.#aliases) this.#matcher = undefined
    this.#aliases = aliases
    const since = this.#renamesBefore.get(record)
    if (since === undefined) this.#renamesBefore.set(record, this.#renames.length)
    const renames = this.#renames.slice(since ?? this.#renames.length)
    if (renames.length > 0) return this.#matcherBefore(renames)
    return (this.#matcher ??= this.#createMatcher(this.names))
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
