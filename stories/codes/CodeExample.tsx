import type { ReactNode } from 'react'
import type { ErrorCode } from '../../src/index.js'
import { CodeForm } from './CodeForm.js'
import { CodeList } from './CodeList.js'
import { CodePage } from './CodePage.js'
import type { FormField } from './FormField.js'

interface Example {
  readonly code: ErrorCode
  /** The heading of the page. */
  readonly title: string
}

/** A form whose request fails: a search if the request is a GET, else a change. */
export interface FormExample extends Example {
  readonly home: 'field' | 'summary'
  readonly fields: readonly FormField[]
  /** The words on the button. */
  readonly action: string
  /** Names of the fields that are highlighted; none when the message stands in the summary. */
  readonly marks?: readonly string[]
  /** Limits of the control that the message tells. */
  readonly limits?: Readonly<Record<string, number>>
}

/** A page whose query fails when it opens. */
export interface PageExample extends Example {
  readonly home: 'page'
}

/** A list with an action that fails: there is no better place than a toast. */
export interface ListExample extends Example {
  readonly home: 'toast'
  readonly item: string
  readonly action: string
}

/** What a story of one code says: the request of `provocations` fails, and its message has this home. */
export type CodeExampleProps = FormExample | PageExample | ListExample

/** A story of one code; what it does is the same for all (`showsItsMessage`). */
export interface CodeStory {
  readonly args: CodeExampleProps
}

/** What a user sees when a request fails with one code. */
export function CodeExample(props: CodeExampleProps): ReactNode {
  switch (props.home) {
    case 'field':
    case 'summary':
      return <CodeForm {...props} />
    case 'page':
      return <CodePage {...props} />
    case 'toast':
      return <CodeList {...props} />
    default:
      return props satisfies never
  }
}
