'use client'

import { useMemo, useState, useSyncExternalStore, type RefObject } from 'react'
import type { ApiError } from '../../core/ApiError.js'
import { joinGroups } from '../../core/route/joinGroups.js'
import { createFieldMatcher } from '../../core/route/matchFields.js'
import { matchIssues } from '../../core/route/routeError.js'
import type { Issue } from '../../core/types.js'
import { Emitter } from '../../internal/Emitter.js'
import { developerWarning } from '../../internal/developerMessage.js'
import { useErrorStore } from '../provider/ClientContext.js'
import { useScope } from '../provider/ScopeContext.js'
import { useBeforePaint } from '../provider/useAttached.js'

/** The fields of a form library: their names, or a ref of the form element that holds them. */
export type FormFields = readonly string[] | RefObject<HTMLFormElement | null>

/** What of a failure a form library shows. */
export interface HandedOn {
  /** Says that a part of the result was read: who reads it shows it. */
  readonly noteRead: (part: PropertyKey) => void
  /** The fields of each issue, by the names that the form has; `undefined` where nobody has given them. */
  readonly names: ReadonlyMap<Issue, readonly string[]> | undefined
  /** What the component shows, where it reads nothing but `fieldErrors`. */
  readonly issues: ReadonlySet<Issue> | undefined
}

/** Who reads any of these shows the whole failure. */
const OF_THE_WHOLE = ['error', 'code', 'category', 'title', 'message', 'nextStep', 'details', 'formErrors']

/** Finds what a component hands to a form library, which shows what has exactly the name of one of its fields. */
export function useHandedOn(error: ApiError | undefined, fields: FormFields | undefined): HandedOn {
  const store = useErrorStore()
  const aliases = useScope()?.scope.options.aliases ?? store.options.aliases
  const known = useFieldNames(fields, error)
  const names = useMemo(() => {
    if (error === undefined || known === undefined) return undefined
    const matcher = createFieldMatcher(known, new Map(Object.entries(aliases ?? {})))
    const matched = joinGroups(matchIssues(error, matcher, (code) => store.define(code, error)))
    return new Map(matched.map((item) => [item.issue, item.fields]))
  }, [store, error, known, aliases])

  const [reads] = useState(createReads)
  const isPart = useSyncExternalStore(reads.subscribe, reads.isPart, getFalse)
  const issues = useMemo(() => {
    if (!isPart || error === undefined) return undefined
    const isOfField = (issue: Issue) => names?.get(issue)?.length !== 0 && (names ?? issue.fieldName) !== undefined
    return new Set(error.issues.filter(isOfField))
  }, [error, names, isPart])
  return { noteRead: reads.note, names, issues }
}

const getFalse = (): boolean => false

/** Which parts of its result a component has read. */
function createReads() {
  const parts = new Set<PropertyKey>()
  const changes = new Emitter()
  const isPart = (): boolean => parts.has('fieldErrors') && !OF_THE_WHOLE.some((part) => parts.has(part))
  return {
    subscribe: changes.subscribe,
    isPart,
    note: (part: PropertyKey): void => {
      const before = isPart()
      parts.add(part)
      // Called while rendering, when a store must not notify: in a microtask.
      if (isPart() !== before) queueMicrotask(() => changes.emit())
    },
  }
}

/** The names of the fields, the same list while they are the same. */
function useFieldNames(fields: FormFields | undefined, error: ApiError | undefined): readonly string[] | undefined {
  const [read, setRead] = useState('')
  const isElement = fields !== undefined && 'current' in fields
  useBeforePaint(() => {
    if (isElement && error !== undefined) setRead(namesIn(fields.current).join('\n'))
  })
  const key = isElement ? read : fields?.join('\n')
  return useMemo(() => key?.split('\n').filter((name) => name !== ''), [key])
}

function namesIn(form: HTMLFormElement | null): readonly string[] {
  const names = [...(form?.elements ?? [])].map((element) => element.getAttribute('name') ?? '')
  return [...new Set(names)]
}

/** In development: nobody knows whether a form has the names that the server writes. */
export function warnOfServerNames(names: readonly string[]): void {
  const [name] = names.filter((each) => document.getElementsByName(each).length === 0)
  if (name === undefined) return
  developerWarning(
    `useApiError() has given ${JSON.stringify(name)} to a form library, and no control has this name.`,
    'It is as the server writes it: the library shows it nowhere.',
    "Give the form's names, or a ref of its element: useApiError(mutation, { fields: ['to', 'text'] }).",
  )
}
