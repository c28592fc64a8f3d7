import type { Home } from '../types.js'
import type { FailureSource } from './FailureRecord.js'

/** What `onReport` learns beside the error; nothing that the user typed. */
export interface ReportContext {
  readonly type: FailureSource['type']
  /** The query's or mutation's key. */
  readonly key: readonly unknown[] | undefined
  /** Where its issues are shown; one entry an issue. */
  readonly homes: readonly Home[]
  readonly attempt: number
  /** Whether a later try of the same form made it moot. */
  readonly isSuperseded: boolean
}
