import { Fragment } from 'react'
import type { WatchContender } from '../../scenarios/watch.js'

export const contender: WatchContender = { name: 'TanStack Query alone', Around: Fragment }
