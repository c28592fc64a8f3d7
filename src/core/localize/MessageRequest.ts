import type { Category, Params } from '../types.js'
import { fieldKeys } from './fieldKeys.js'
import type { ParamSource } from './formatMessage.js'

/** What a text is wanted for. */
export interface MessageRequest {
  readonly code: string
  /** Names the kind of problem when no language knows the code. */
  readonly category: Category
  /** The name as the server wrote it; words of that field win over those of the code. */
  readonly fieldName?: string | undefined
  /** The field's visible label, for words that contain `{label}`. */
  readonly label?: string | undefined
  readonly params?: Params | ParamSource | undefined
  /** Key of a message of the app's own, which wins over the code. */
  readonly message?: string | undefined
  /** Ids of the scopes whose words count, innermost first. */
  readonly layers?: readonly string[] | undefined
}

/** Where words stand in a pack or a layer, such as `['codes', 'FORBIDDEN']`. */
export type Path = readonly string[]

/**
 * The order in which words are tried, the most specific first. Within each step the wanted language
 * comes first, then the innermost scope … the app, the pack, then the paths as they stand.
 */
export function precedence({ message = '', fieldName = '', code, category }: MessageRequest) {
  const step = (...paths: readonly Path[]) => paths
  return {
    custom: step(['custom', message]),
    code: step(...fieldKeys(fieldName).map((key) => ['fields', key, code]), ['codes', code]),
    category: step(['categories', category], ['categories', 'unknown']),
  }
}
