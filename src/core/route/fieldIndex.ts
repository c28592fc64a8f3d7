import { endingsOf, foldPath } from './fieldPath.js'

/** Names of fields by key; two under one key are ambiguous, and more are not counted. */
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

/** The fields of which one path ends in the other, such as `Address.Street` and `street`. */
export function findByEnding(key: string, fields: FieldIndex, endings: FieldIndex): readonly string[] {
  for (const ending of endingsOf(key)) {
    const ends = endings.get(ending)
    // With a part of the server's path left out, only a field that has no parent itself can be meant
    const found = ending === key || (ends && ends.length > 1) ? ends : fields.get(ending)
    if (found) return found
  }
  return []
}

/** Keys without a letter are left out: a position alone says nothing, and what folds to nothing is only found exactly. */
function add(index: Map<string, readonly string[]>, key: string, name: string): void {
  const list = index.get(key)
  if (list === undefined) {
    if (/\D/.test(key)) index.set(key, [name])
  } else if (list.length < 2 && list[0] !== name) index.set(key, [...list, name])
}
