/** A line of a stack: `    at send (https://…/app.js:1:2)`, or of Firefox and Safari `send@https://…/app.js:1:2`. */
const FRAME = /^(\s+at .*|[^\s@]*@.*):\d+:\d+\)?$/

/** The query of a URL: an inline script has that of its page, which can hold input. */
const QUERY = /[?#][^\s)]*(?=:\d+:\d+\)?$)/

/** The lines of an error's stack that tell where it came from, without its message. */
export function framesOf({ stack = '', message }: Error): readonly string[] {
  const rest = stack.slice(Math.max(0, stack.indexOf(message)) + message.length)
  const lines = stack.includes(message) ? rest.split('\n') : stack.split('\n')
  return lines.filter((line) => FRAME.test(line)).map((line) => line.replace(QUERY, ''))
}
