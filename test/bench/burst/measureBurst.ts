import { commits } from '../countCommits.js'
import { idle } from '../timing.js'

/** What the server answers; `field` makes it differ from others. */
export const failure = (field: string) => ({
  ResponseStatus: {
    ErrorCode: 'PARAMETER_REQUIRED',
    Message: `${field} is missing.`,
    Errors: [{ ErrorCode: 'PARAMETER_REQUIRED', FieldName: field, Message: `${field} is missing.` }],
  },
})

/** One way to show failures as toasts, each equal one once, and at most five. */
export interface BurstContender {
  readonly name: string
  mount(root: HTMLElement): void
  /** A request has failed. */
  fail(body: ReturnType<typeof failure>): void
}

/** Milliseconds without work after which a page counts as quiet. */
const QUIET = 300

export function mountToasts(contender: BurstContender): Promise<void> {
  contender.mount(document.querySelector<HTMLElement>('#root') ?? document.body)
  return untilQuiet().then(() => undefined)
}

/** So many failures in one task: how long until the page is quiet again, in how many commits, and what is left in the DOM. */
export async function burst(contender: BurstContender, count: number, fieldOf: (index: number) => string) {
  await idle()
  const before = { commits: commits.count, nodes: countNodes() }
  const start = performance.now()
  const quiet = untilQuiet()
  for (let index = 0; index < count; index++) contender.fail(failure(fieldOf(index)))
  const settled = (await quiet) - start
  const nodes = countNodes() - before.nodes
  if (nodes < 1) throw new Error(`${contender.name}: shows nothing`)
  return { settled, commits: commits.count - before.commits, nodes }
}

/** What {@link burst} finds; goals for one of ours. */
export const BURST_FIGURES = {
  settled: { goal: 5 },
  commits: { unit: 'commits', goal: 2 },
  nodes: { unit: 'nodes', goal: 60 },
}

/** Resolves with the moment of the last work: a change of the DOM, or a timer that came late. */
async function untilQuiet(): Promise<number> {
  let last = performance.now()
  const observer = new MutationObserver(() => (last = performance.now()))
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  do {
    const before = performance.now()
    await new Promise((resolve) => setTimeout(resolve, 10))
    // The machine is shared: a little late is not work.
    if (performance.now() - before > 40) last = performance.now()
  } while (performance.now() - last < QUIET)
  observer.disconnect()
  return last
}

const countNodes = (): number => document.querySelectorAll('*').length
