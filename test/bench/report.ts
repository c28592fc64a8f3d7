import type { Scenario } from './Scenario.js'

/** What one round has found: figures by contender. */
export type Round = ReadonlyMap<string, Readonly<Record<string, number>>>

type Described = Pick<Scenario<unknown>, 'title' | 'floor' | 'figures'>

/** A table with a line for each contender. */
export function tableOf(
  { title, floor, figures }: Described,
  ids: readonly string[],
  rounds: readonly Round[],
): string {
  const names = Object.keys(figures)
  const [first = ''] = names
  const lines = ids
    .toSorted((a, b) => middleOf(rounds, a, first, floor) - middleOf(rounds, b, first, floor))
    .map((id) => `| ${id} | ${names.map((name) => cell(id, name)).join(' | ')} |`)
  return [
    `### ${title}`,
    '',
    `| rounds: ${rounds.length} | ${names.join(' | ')} |`,
    `|---|${names.map(() => '--:|').join('')}`,
    ...lines,
    '',
  ].join('\n')

  function cell(id: string, name: string): string {
    const { unit } = figures[name] ?? {}
    if (unit === undefined && id === floor) return `1 = ${show(quantile(valuesOf(rounds, id, name), 0.5))} ms`
    const values = unit === undefined ? valuesOf(rounds, id, name, floor) : valuesOf(rounds, id, name)
    const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => show(quantile(values, part)))
    return unit === undefined ? `${middle} (${low}–${high})` : `${middle} ${unit}`
  }
}

/** The lines of the summary: this library's figures that have a goal. */
export function summaryOf({ title, floor, figures }: Described, ids: readonly string[], rounds: readonly Round[]) {
  const ours = ids.filter((id) => id.startsWith('ours'))
  return Object.entries(figures).flatMap(([name, { unit, goal }]) =>
    goal === undefined
      ? []
      : ours.map((id) => {
          const value = show(middleOf(rounds, id, name, unit === undefined ? floor : undefined))
          return `| ${title} | ${id} | ${name} | ${value} ${unit ?? '×'} | ${goal} |`
        }),
  )
}

/** One value a round, divided by the floor's of the same round where there is one. */
function valuesOf(rounds: readonly Round[], id: string, name: string, floor?: string): readonly number[] {
  return rounds.map((round) => {
    const value = round.get(id)?.[name] ?? Number.NaN
    return floor === undefined ? value : value / (round.get(floor)?.[name] ?? Number.NaN)
  })
}

function middleOf(rounds: readonly Round[], id: string, name: string, floor?: string): number {
  return quantile(valuesOf(rounds, id, name, floor), 0.5)
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part + 0.5)] ?? Number.NaN
}

const show = (value: number): string => (Number.isInteger(value) ? `${value}` : value.toFixed(value < 10 ? 2 : 1))
