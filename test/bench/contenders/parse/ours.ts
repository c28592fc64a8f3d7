import {
  classifyError,
  createFieldMatcher,
  localizeError,
  MessageRegistry,
  normalizeError,
  routeError,
} from '../../../../src/core/index.js'
import { en } from '../../../../src/locales/en.js'
import type { ParseContender } from '../../scenarios/parse.js'

const messages = new MessageRegistry({ locales: [en] }).translator()

export const contender: ParseContender = {
  name: 'ours: normalizeError, classifyError, routeError, localizeError',
  say(answer, fields) {
    const error = normalizeError(JSON.parse(answer))
    const define = (code: string) => classifyError(error, code)
    const placements = routeError(error, {
      define,
      origin: { type: 'mutation', scoped: true, hasData: false, watched: true, meta: undefined },
      surfaces: { fields: createFieldMatcher(fields), summary: true },
    })
    const texts = new Map<string, string>()
    for (const placement of placements) {
      const { issue } = placement
      const { text } = localizeError(error, issue, { messages, definition: define(issue.code) })
      for (const field of placement.fields) texts.set(field, text.text)
    }
    return texts
  },
}
