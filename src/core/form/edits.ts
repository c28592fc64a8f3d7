import type { PlacedIssue } from '../store/record.js'
import type { FieldRegistry } from './FieldRegistry.js'

/** When the fields of a form were edited: an answer is not about what stands there since. */
export interface Edits {
  /** The user edited or cleared a field, or one of several of that name. */
  note(name: string, key?: object): void
  /** Whether every field of a problem was edited since the call began. */
  isEdited(item: Pick<PlacedIssue, 'fields' | 'record'>): boolean
}

/** @param now the clock of `startedAt` */
export function createEdits(fields: FieldRegistry, now: () => number): Edits {
  const times = new WeakMap<object, number>()
  return {
    note(name, key) {
      const time = now()
      for (const handle of fields.get(name))
        if (key === undefined || handle.key === key) times.set(handle.key ?? handle, time)
    },
    isEdited: ({ fields: names, record }) =>
      names.every((name) =>
        fields
          .get(name, record)
          .some((handle) => (times.get(handle.key ?? handle) ?? 0) > (record.source.startedAt ?? Infinity)),
      ),
  }
}
