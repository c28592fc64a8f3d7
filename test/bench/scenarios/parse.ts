import type { Scenario } from '../Scenario.js'
import { median, timeSync } from '../timing.js'

/** Makes the words of a failed form, without showing them. */
export interface ParseContender {
  readonly name: string
  /** The text of each field that the answer names. */
  say(answer: string, fields: readonly string[]): ReadonlyMap<string, string>
}

const RUNS = 20
const WARM_UP = 10
const FIELDS = Array.from({ length: 1_000 }, (_, index) => `Field${index}`)
const CODES = ['PARAMETER_REQUIRED', 'PARAMETER_INVALID', 'PARAMETER_TOO_LONG', 'INVALID_EMAIL_FORMAT']

const answer = JSON.stringify({
  ResponseStatus: {
    ErrorCode: 'INVALID_MODEL_STATE',
    Message: 'The request is invalid.',
    Errors: FIELDS.map((FieldName, index) => ({
      ErrorCode: CODES[index % CODES.length],
      FieldName,
      Message: `${FieldName} is invalid.`,
    })),
  },
})

export const scenario: Scenario<ParseContender> = {
  title: 'An answer with 1,000 issues is read, given to its fields and put into words',
  contenders: 'parse',
  floor: 'floor',
  rounds: 11,
  figures: { say: { goal: 5 } },
  async run(contender) {
    const times: number[] = []
    for (let run = 0; run < WARM_UP + RUNS; run++) {
      let texts: ReadonlyMap<string, string> = new Map()
      times.push(await timeSync(() => (texts = contender.say(answer, FIELDS))))
      if (texts.size !== FIELDS.length || [...texts.values()].includes(''))
        throw new Error(`${contender.name}: ${texts.size} texts`)
    }
    return { say: median(times.slice(WARM_UP)) }
  },
}
