import { Field } from '../../../../src/index.js'
import { makeOurs } from '../../form/makeOurs.js'

export const contender = makeOurs('ours: Field + ErrorSummary', (name) => <Field key={name} name={name} label={name} />)
