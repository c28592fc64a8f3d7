import { cleanText } from './cleanText.js'

/** Markup, JSON, an unfilled template or a stack trace: not for people. */
const machineText = /^[<{]|^\[[[{"\]]|<[/!?%]|\{\s*["{]|\{[\w.]*\}|\n\s*at /

/** The server's text as plain text, or `undefined` where it is not for people. */
export function toServerMessage(value: unknown): string | undefined {
  const text = cleanText(value)
  return text === undefined || machineText.test(text) ? undefined : text
}
