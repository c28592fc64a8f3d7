import { endingsOf, foldPath } from './fieldPath.js'

/** Names by key; two under one key are ambiguous, and more are not counted. */
type NamesByKey = ReadonlyMap<string, readonly string[]>

/** The names of a form's fields. */
export interface FieldIndex {
  /** By their keys, and by those of the app's aliases. */
  readonly wholes: NamesByKey
  /** By each ending of their keys: `address.street` and `street`. */
  readonly endings: NamesByKey
}

/** Indexes the names of a form's fields and the app's aliases for them. */
export function createFieldIndex(names: ReadonlySet<string>, aliases?: ReadonlyMap<string, string>): FieldIndex {
  const wholes = new Map<string, readonly string[]>()
  const endings = new Map<string, readonly string[]>()
  for (const name of names) {
    const key = foldPath(name)
    add(wholes, key, name)
    for (const ending of endingsOf(key)) add(endings, ending, name)
  }
  for (const [alias, target] of aliases ?? []) {
    const key = foldPath(alias)
    const fields = names.has(target) ? [target] : wholes.get(foldPath(target))
    if (key && fields && wholes.get(key)?.length !== 1) wholes.set(key, fields)
  }
  return { wholes, endings }
}

/** The fields of which one path ends in the other, such as `Address.Street` and `street`. */
export function findByEnding(key: string, { wholes, endings }: FieldIndex): readonly string[] {
  for (const ending of endingsOf(key)) {
    const ends = endings.get(ending)
    // With a part of the server's path left out, only a field that has no parent itself can be meant
    const found = ending === key || (ends && ends.length > 1) ? ends : wholes.get(ending)
    if (found) return found
  }
  return []
}

/** Keys without a letter are left out: a position alone says nothing, and what folds to nothing is only found exactly. */
function add(map: Map<string, readonly string[]>, key: string, name: string): void {
  const list = map.get(key) ?? []
  if (/\D/.test(key) && list.length < 2 && list[0] !== name) map.set(key, [...list, name])
}
