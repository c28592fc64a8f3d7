import { memo } from '../../internal/memo.js'

/** The kinds of placeholder: `{x}` is a value, `#` a number. */
export type PlaceholderType = 'value' | 'number' | 'plural' | 'selectordinal' | 'select'

/** One placeholder of a message; only plurals and selects have cases. */
export interface Placeholder {
  readonly name: string
  readonly type: PlaceholderType
  readonly cases: ReadonlyMap<string, Message>
}

/** A parsed message: texts and placeholders in their order. */
export type Message = readonly (string | Placeholder)[]

const DEPTH = 8
const TYPES: readonly PlaceholderType[] = ['number', 'plural', 'selectordinal', 'select']

/**
 * Reads a message in the documented subset of ICU MessageFormat 1, once for each text.
 *
 * @throws SyntaxError when the message is not in the subset
 */
export const parseMessage = memo((source: string): Message => {
  let at = 0
  const wrong = (what = 'unexpected text') => new SyntaxError(`${what} at ${at}`)

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match === null) return undefined
    at = pattern.lastIndex
    return match[1]
  }

  function expect(pattern: RegExp): string {
    const taken = take(pattern)
    if (taken === undefined) throw wrong()
    return taken
  }

  /** Reads to the closing brace, at depth 0 to the end; `counted` is what `#` stands for. */
  function message(depth: number, counted?: string): Message {
    if (depth > DEPTH) throw wrong('nested too deep')
    const parts: (string | Placeholder)[] = []
    const plain = counted === undefined ? /([^{}']+|'(?![{}']))/y : /([^{}'#]+|'(?![{}'#]))/y
    while (at < source.length || depth > 0) {
      if (depth > 0 && take(/(\})/y)) break
      const text = take(plain) ?? take(/'(')/y) ?? take(/'((?:[^']|'')*)(?:'|$)/y)?.replaceAll("''", "'")
      if (text !== undefined) parts.push(text)
      else if (counted !== undefined && take(/(#)/y)) parts.push({ name: counted, type: 'number', cases: new Map() })
      else parts.push(take(/(\})/y) ?? placeholder(depth))
    }
    return parts
  }

  function placeholder(depth: number): Placeholder {
    const name = expect(/\{\s*(\w+)\s*/y)
    const type = TYPES.find((known) => take(new RegExp(`,\\s*(${known})\\b\\s*`, 'y'))) ?? 'value'
    const cases = new Map<string, Message>()
    if (type === 'value' || type === 'number') {
      expect(/(\})/y)
      return { name, type, cases }
    }
    expect(/(,)/y)
    while (take(/\s*(\})/y) === undefined) {
      const key = expect(
        type === 'select' ? /\s*([\p{L}\p{N}_]+)\s*\{/uy : /\s*(=\d+|zero|one|two|few|many|other)\s*\{/y,
      )
      if (cases.has(key)) throw wrong()
      cases.set(key, message(depth + 1, type === 'select' ? undefined : name))
    }
    if (!cases.has('other')) throw wrong('no case "other"')
    return { name, type, cases }
  }

  return message(0)
})
