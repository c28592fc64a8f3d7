import { Field } from '../../../src/index.js'
import { makeOurs } from '../mountOurs.js'

export const contender = makeOurs('ours: Field', (name) => <Field key={name} name={name} label={name} />, false)
