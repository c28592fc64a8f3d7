// What tests of an app use; needs @testing-library/react.
export { makeFailure } from './makeFailure.js'
export { flush } from './flush.js'
export { renderWithApiErrors } from './renderWithApiErrors.js'

export type { AnswerCode, FailureCode, MakeFailureOptions } from './makeFailure.js'
export type { FailureBody } from './failureBody.js'
export type { FlushOptions } from './flush.js'
export type { RenderWithApiErrorsOptions, RenderWithApiErrorsResult } from './renderWithApiErrors.js'
