import { wordsOf } from './wordsOf.js'

/** "and" and "or" as words of their own, in `to_or_from` and in `ToOrFrom`. */
const CONNECTIVE = /(?:\b|_)(?:and|or|AND|OR)(?:\b|_)|(?:And|Or)(?=[^a-z])/g

/** The parts of several names in one FieldName, whose delimiter is not documented: `To,From`, `To | From`, `To or From`. */
export function splitFieldNames(text: string): readonly string[] {
  return wordsOf(text.replace(CONNECTIVE, ' '))
}
