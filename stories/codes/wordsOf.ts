import { errorCatalog } from '../../src/index.js'
import type { CodeExampleProps } from './CodeExample.js'
import { englishList, englishWords, type Words } from './englishWords.js'

/** The words that an example is to show: those of its code, with the limits and labels of its form in them. */
export function wordsOf(example: CodeExampleProps): Words {
  if (example.home === 'page' || example.home === 'toast') return englishWords(example.code)
  const { code, fields, marks = [], limits = {} } = example
  const labels = fields.flatMap(({ name, label }) => (marks.includes(name) ? [label] : []))
  return englishWords(
    code,
    labels.length < 2
      ? limits
      : {
          ...limits,
          labels: englishList(labels, errorCatalog[code].category === 'conflict' ? 'conjunction' : 'disjunction'),
        },
  )
}
