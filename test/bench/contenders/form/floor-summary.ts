import { makeFloor } from '../../form/makeFloor.js'

export const contender = makeFloor('floor + summary', true)
