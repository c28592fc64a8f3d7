import { endingsOf, foldPath } from './fieldPath.js'

/** Names of fields by folded key. Two under one key make it ambiguous, so a third is not stored. */
export type FieldIndex = ReadonlyMap<string, readonly string[]>

/** Indexes fields by the keys of their names, and of the aliases that the app gave them. */
export function indexFields(names: ReadonlySet<string>, aliases?: ReadonlyMap<string, string>): FieldIndex {
  const index = new Map<string, readonly string[]>()
  for (const name of names) add(index, foldPath(name), name)
  for (const [alias, target] of aliases ?? []) {
    const key = foldPath(alias)
    const fields = names.has(target) ? [target] : index.get(foldPath(target))
    if (key && fields && index.get(key)?.length !== 1) index.set(key, fields)
  }
  return index
}

/** Indexes fields by each ending of their keys: `address.street` by itself and by `street`. */
export function indexEndings(names: ReadonlySet<string>): FieldIndex {
  const index = new Map<string, readonly string[]>()
  for (const name of names) for (const ending of endingsOf(foldPath(name))) add(index, ending, name)
  return index
}

/** The fields whose path ends in the key, or the key in theirs: `street` and `Address.Street`. */
export function findByEnding(key: string, fields: FieldIndex, endings: FieldIndex): readonly string[] {
  for (const ending of endingsOf(key)) {
    const ends = endings.get(ending)
    // Without the first part of `Address.Street` only a top-level `street` can match, not `billing.street`
    const found = ending === key || (ends && ends.length > 1) ? ends : fields.get(ending)
    if (found) return found
  }
  return []
}

/** Leaves out keys that are empty or only a position: neither identifies a field. */
function add(index: Map<string, readonly string[]>, key: string, name: string): void {
  const list = index.get(key)
  if (list === undefined) {
    if (/\D/.test(key)) index.set(key, [name])
  } else if (list.length < 2 && list[0] !== name) index.set(key, [...list, name])
}
