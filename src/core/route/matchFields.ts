import { findByEnding, indexEndings, indexFields, type FieldIndex } from './fieldIndex.js'
import { foldPath } from './fieldPath.js'
import { namesInMessage } from './namesInText.js'
import { segmentNames } from './namesInText.js'
import { splitFieldNames } from './namesInText.js'
import { wordsOf } from './namesInText.js'

/** What an issue says about the field it is about. */
export interface FieldRequest {
  /** The name as the server wrote it; hostile text. */
  readonly fieldName: string | undefined
  /** Names that the code implies when the server names none. */
  readonly impliedFields: readonly string[]
  /** Whether the code binds several fields. */
  readonly group: boolean
  /** The server's own text: names in it are found where FieldName has none. */
  readonly serverMessage: string | undefined
  /** The position of the failed item in a batch: only the fields of that row can be meant. */
  readonly index?: number | undefined
}

/** Finds the fields of one form that an issue marks. */
export interface FieldMatcher {
  /** Their names as registered, in that order; empty when none matches. */
  match(request: FieldRequest): readonly string[]
}

type Names = readonly string[]

/** Work on a server's text is bounded: what comes after this many characters is not read. */
const MAX_TEXT = 500

/**
 * Creates a matcher from the server's names to the fields of a form, without regard to case and separators.
 * The server's names are hostile text: they are looked up in `Map`s and `Set`s and nowhere else.
 *
 * @param names   the fields of the form, in the order of the page
 * @param aliases other names of fields: the server's → the form's
 * @returns a matcher; it never throws, and an ambiguous name matches nothing
 * @example
 * const matcher = createFieldMatcher(['to', 'items.0.sku'])
 * matcher.match({ fieldName: 'Items[0].Sku', impliedFields: [], group: false, serverMessage: undefined }) // ['items.0.sku']
 */
export function createFieldMatcher(names: readonly string[], aliases?: ReadonlyMap<string, string>): FieldMatcher {
  const known = new Set(names)
  // Built on first use: most names are spelled as registered and need neither
  let byKey: FieldIndex | undefined
  let byEnding: FieldIndex | undefined
  const getEndings = () => (byEnding ??= indexEndings(known))

  return {
    match(request) {
      if (request.fieldName !== undefined && known.has(request.fieldName)) return [request.fieldName]
      if (request.index !== undefined) return matchRow(names, request.index, request)
      for (const fields of steps(request)) {
        if (fields.length > 0) return fields.length > 1 ? [...known].filter((name) => fields.includes(name)) : fields
      }
      return []
    },
  }

  /** The steps in which fields are looked for; the first that finds any ends the search. */
  function* steps({ fieldName = '', impliedFields, group, serverMessage = '' }: FieldRequest): Generator<Names> {
    yield findEvery([fieldName])
    const text = fieldName.slice(0, MAX_TEXT)
    yield findEvery(splitFieldNames(text))
    const key = foldPath(text)
    if (group) yield segmentNames(key, getEndings())

    const [certain, all] = namesInMessage(serverMessage.slice(0, MAX_TEXT))
    // FieldName is clear, but this form has no such field: a guess from the message would mark a wrong one
    if (!group && key && [...all, ...impliedFields].some((name) => foldPath(name) === key)) return
    const surest = findAmong(certain, group)
    if (surest.length > 1 || !group) yield surest
    yield findAmong(all, group)
    yield findAmong(impliedFields, group)
  }

  /** The fields that one name can mean: exact, folded, alias, last segment; more than one is ambiguous. */
  function find(name: string): Names {
    if (known.has(name)) return [name]
    byKey ??= indexFields(known, aliases)
    const key = foldPath(name)
    const found = single(byKey.get(key))
    // `Address.To, Address.From` is several names: its last segment belongs only to the last
    if (found || /\s/.test(name) || wordsOf(key).length > 1) return found ?? []
    return findByEnding(key, byKey, getEndings())
  }

  /** The fields of all these names, if each of them is known. */
  function findEvery(parts: Names): Names {
    const found = parts.map(find)
    return found.every(single) ? found.flat() : []
  }

  /** The only field that fits one of the guesses; in a group all that fit, unless one is ambiguous. */
  function findAmong(guesses: Names, group: boolean): Names {
    const found = guesses.map(find)
    const fields = new Set(found.flat())
    return fields.size === 1 || (group && !found.some((fits) => fits.length > 1)) ? [...fields] : []
  }
}

/** The fields of one row (`messages.0.to`), else what stands for the row as a whole (`messages.0`). */
function matchRow(names: Names, index: number, request: FieldRequest): Names {
  const inRow = names.filter((name) => foldPath(name).split('.').includes(String(index)))
  const found = createFieldMatcher(inRow).match({ ...request, index: undefined })
  const rows = inRow.filter((name) => foldPath(name).endsWith(`.${index}`))
  return found.length > 0 ? found : (single(rows) ?? [])
}

/** The list, if it holds exactly one name. */
function single(list: Names | undefined): Names | undefined {
  return list?.length === 1 ? list : undefined
}
