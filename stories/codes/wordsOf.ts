import { ApiErrorClient, errorCatalog } from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import type { CodeExampleProps } from './CodeExample.js'

const { messages } = new ApiErrorClient({ locales: [en] })

/** The words that a code has in English, with the limits and labels of the example in them. */
export function wordsOf(example: CodeExampleProps): Readonly<Record<'title' | 'text' | 'nextStep', string>> {
  const { code } = example
  const { category } = errorCatalog[code]
  const { fields = [], marks = [], limits = {} } = 'fields' in example ? example : {}
  const labels = fields.flatMap(({ name, label }) => (marks.includes(name) ? [label] : []))
  const params = labels.length < 2 ? limits : { ...limits, labels: messages.list(labels) }
  const say = (slot: 'title' | 'text' | 'nextStep') => messages.resolve({ code, category, params }, slot).text.replace(/[\u2066-\u2069]/g, '')
  return { title: say('title'), text: say('text'), nextStep: say('nextStep') }
}
