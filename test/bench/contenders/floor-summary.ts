import { makeFloor } from '../makeFloor.js'

export const contender = makeFloor('floor + summary', true)
