// First: it must be there before React is.
import './countCommits.js'
import { scenario } from 'scenario'
import { contender } from 'contender'

export const run = (): Promise<Readonly<Record<string, number>>> => scenario.run(contender)
