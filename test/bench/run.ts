/*
 * npm run bench [-- --scenario=form,watch --only=ours,ours-hook --rounds=15]
 *
 * Measures this library beside others and beside a floor: the smallest hand-written code that does the same. Each
 * round runs every contender in a fresh page of Chromium, in random order and with React for production; its figures
 * are divided by the floor's of the same round, and the tables show the middle of these ratios with its quartiles.
 * Only ratios and exact counts tell anything: the machine is shared.
 *
 * --scenario  those whose names begin so; a scenario is one file in scenarios/
 * --only      these contenders, and the floor; a contender is one file in contenders/
 * --rounds    in place of each scenario's own number
 */
import { readdirSync } from 'node:fs'
import { bundle, openBrowser } from './browser.js'
import { summaryOf, tableOf, type Round } from './report.js'
import type { Scenario } from './Scenario.js'

const option = (name: string): string | undefined =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
const wanted = option('scenario')?.split(',') ?? ['']
const only = option('only')?.split(',')

const namesIn = (folder: string): readonly string[] =>
  readdirSync(`${import.meta.dirname}/${folder}`).map((file) => file.replace(/\.tsx?$/, ''))
const chosen = namesIn('scenarios').filter((name) => wanted.some((start) => name.startsWith(start)))
if (chosen.length === 0) throw new Error(`No such scenario. There are: ${namesIn('scenarios').join(', ')}`)

const browser = await openBrowser()
const summary: string[] = []
try {
  for (const name of chosen) await measure(name)
} finally {
  await browser.close()
}
console.log(
  ['### This library', '', '| what | contender | figure | | goal |', '|---|---|---|--:|--:|', ...summary].join('\n'),
)

async function measure(name: string): Promise<void> {
  const file = `${import.meta.dirname}/scenarios/${name}`
  const { scenario }: { readonly scenario: Scenario<unknown> } = await import(file)
  const { contenders, floor, query } = scenario
  const ids = namesIn(`contenders/${contenders}`).filter((id) => id === floor || only?.includes(id) !== false)
  const scripts = new Map<string, string>()
  for (const id of ids) scripts.set(id, await bundle(file, `${import.meta.dirname}/contenders/${contenders}/${id}`))

  const rounds: Round[] = []
  const count = Number(option('rounds') ?? scenario.rounds)
  while (rounds.length < count) {
    const round = new Map<string, Readonly<Record<string, number>>>()
    for (const id of shuffle(ids)) round.set(id, await browser.run(`/${name}/${id}`, scripts.get(id) ?? '', query))
    rounds.push(round)
    process.stderr.write(`${name}: round ${rounds.length} of ${count}\n`)
  }
  console.log(tableOf(scenario, ids, rounds))
  summary.push(...summaryOf(scenario, ids, rounds))
}

function shuffle<Item>(items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
