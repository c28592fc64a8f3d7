import { QueryClient, QueryClientProvider, useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query'
import { act, cleanup, render } from '@testing-library/react'
import fc from 'fast-check'
import { createContext, StrictMode, useCallback, useContext, useEffect, useId, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  ApiErrorProvider,
  ApiErrorToaster,
  ApiForm,
  defineCatalog,
  ErrorState,
  ErrorSummary,
  Field,
  useFieldError,
} from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { takeConsole } from '../setup/console.js'
import { check, LONGEST } from '../setup/runs.js'
import { settled } from '../setup/settled.js'

/*
 * The central promise, on the page itself: whatever fails, and whatever is mounted, comes late or goes away, each
 * issue's message stands in the document exactly once. What the summary says of a message beside a field does not count: it is an index.
 *
 * A page is a tree of parts. A part is a scope with a form (fields, a summary, a component that claims, one mutation;
 * also an ApiForm) or with a query, or lies outside of every scope. Each surface is there always, never, only before or
 * only after the change of the page that follows the failure. A field shows its messages, or only marks its control, or
 * is a bare control. Issues are errors or warnings, name a field or a field of a row, and can be one group.
 */

type Presence = 'always' | 'never' | 'early' | 'late'
type Phase = 'early' | 'late'

interface FieldPart {
  readonly name: string
  readonly presence: Presence
  readonly kind: 'field' | 'marks' | 'control'
}
interface IssuePart {
  /** Empty for an issue without a field. */
  readonly name: string
  readonly isWarning: boolean
  /** The position of a batch's item. */
  readonly row?: number | undefined
}
interface FormPart {
  readonly kind: 'form' | 'apiForm' | 'plain'
  readonly fields: readonly FieldPart[]
  readonly summary: Presence
  readonly claim: Presence
  readonly issues: readonly IssuePart[]
  /** Whether its issues are the items of one group. */
  readonly isGroup: boolean
  readonly parts: readonly Part[]
}
interface QueryPart {
  readonly kind: 'query' | 'plainQuery'
  readonly claim: Presence
}
type Part = FormPart | QueryPart

const presence = fc.constantFrom<Presence>('always', 'always', 'never', 'early', 'late')
const fieldNames = ['to', 'from', 'text', 'rows.1.to'] as const
const field: fc.Arbitrary<FieldPart> = fc.record({
  name: fc.constantFrom(...fieldNames),
  presence,
  kind: fc.constantFrom('field', 'field', 'marks', 'control'),
})
const issue: fc.Arbitrary<IssuePart> = fc.record({
  name: fc.constantFrom('To', 'From', 'Text', 'NotOnThePage', ''),
  isWarning: fc.boolean(),
  row: fc.constantFrom(undefined, undefined, 1),
})

const queryPart: fc.Arbitrary<QueryPart> = fc.record({ kind: fc.constantFrom('query', 'plainQuery'), claim: presence })
const formPart = (depth: number): fc.Arbitrary<FormPart> =>
  fc.record({
    kind: fc.constantFrom('form', 'form', 'apiForm', 'plain'),
    fields: fc.uniqueArray(field, { selector: ({ name }) => name }),
    summary: presence,
    claim: presence,
    issues: fc.uniqueArray(issue, { minLength: 1, maxLength: 4, selector: ({ name, row }) => `${name} ${row}` }),
    isGroup: fc.boolean(),
    parts: depth === 0 ? fc.constant([]) : fc.array(fc.oneof(queryPart, formPart(depth - 1)), { maxLength: 2 }),
  })
const page = fc
  .array(fc.oneof(queryPart, formPart(1), formPart(1)), { minLength: 1, maxLength: 2 })
  .map((parts) => parts.map((part) => keepForm(part, true)))

/** A query right inside a scope takes the place of everything in it, unless a form is on screen: then nothing else can be seen. */
function keepForm(part: Part, isInForm: boolean): Part {
  if (!('parts' in part)) return part.kind === 'plainQuery' && !isInForm ? { ...part, kind: 'query' } : part
  const isForm =
    part.kind === 'form'
      ? part.fields.some(({ presence: when, kind }) => when === 'always' && kind !== 'control')
      : isInForm
  return { ...part, parts: part.parts.map((child) => keepForm(child, isForm)) }
}

const PhaseContext = createContext<Phase>('early')
const useIsThere = () => {
  const phase = useContext(PhaseContext)
  return (when: Presence) => when === 'always' || when === phase
}

interface Failure {
  readonly ResponseStatus: {
    readonly ErrorCode: string | undefined
    readonly Errors: readonly { readonly FieldName: string; readonly ErrorCode: string; readonly Meta: object }[]
  }
}

/** What every issue of the page is called: its code is its number, and so are its words. */
class Numbers {
  readonly all: string[] = []
  readonly groups: string[] = []
  readonly submits: (() => void)[] = []
  /** The failures that came about: a query that takes the place of a form keeps it from being sent. */
  readonly happened = new Set<unknown>()
  readonly #failures = new Map<Part, Failure>()

  failureOf(part: Part): Failure {
    const known = this.#failures.get(part)
    if (known !== undefined) return known
    const issues: readonly IssuePart[] = 'issues' in part ? part.issues : [{ name: '', isWarning: false }]
    const shared = 'issues' in part && part.isGroup ? this.#next() : undefined
    if (shared !== undefined) this.groups.push(shared)
    const items = issues.map(({ name, isWarning, row }) => ({
      FieldName: name,
      ErrorCode: shared ?? this.#next(),
      Meta: {
        ...(isWarning ? { Severity: 'Warning' } : {}),
        ...(row === undefined || shared !== undefined ? {} : { CollectionIndex: row }),
      },
    }))
    const failure: Failure = { ResponseStatus: { ErrorCode: items[0]?.ErrorCode, Errors: items } }
    this.#failures.set(part, failure)
    return failure
  }
  /** Rejects with the failure of a part. */
  readonly fail = (failure: unknown): Promise<never> => {
    this.happened.add(failure)
    return Promise.reject(failure)
  }
  /** How often the message of each issue, or of each group, is to stand on the page. */
  expected(): Readonly<Record<string, number>> {
    const pairs = [...this.#failures.values()].flatMap((failure) =>
      failure.ResponseStatus.Errors.map(({ ErrorCode }) => [ErrorCode, this.happened.has(failure) ? 1 : 0] as const),
    )
    return Object.fromEntries(pairs)
  }
  #next(): string {
    const code = `CODE_${this.all.length}`
    this.all.push(code)
    return code
  }
}

function PartView({
  part,
  numbers,
  isNested = false,
}: {
  readonly part: Part
  readonly numbers: Numbers
  readonly isNested?: boolean
}): ReactNode {
  if (!('parts' in part)) {
    const content = <QueryContent part={part} numbers={numbers} />
    return part.kind === 'query' ? <ApiErrorBoundary>{content}</ApiErrorBoundary> : content
  }
  if (part.kind === 'apiForm') {
    const form = <ApiFormContent part={part} numbers={numbers} />
    return (
      <>
        {/* In a boundary that has no form yet it would take that scope, where another summary may stand. */}
        {isNested ? <ApiErrorBoundary>{form}</ApiErrorBoundary> : form}
        <Parts of={part} numbers={numbers} />
      </>
    )
  }
  const content = <FormContent part={part} numbers={numbers} />
  return part.kind === 'form' ? <ApiErrorBoundary>{content}</ApiErrorBoundary> : content
}

function QueryContent({ part, numbers }: { readonly part: QueryPart; readonly numbers: Numbers }): ReactNode {
  const isThere = useIsThere()
  const failure = numbers.failureOf(part)
  const query = useQuery({ queryKey: [failure], queryFn: () => numbers.fail(failure), retry: false })
  return isThere(part.claim) && query.isError ? <ErrorState error={query} /> : null
}

interface FormContentProps {
  readonly part: FormPart
  readonly numbers: Numbers
}

function FormContent({ part, numbers }: FormContentProps): ReactNode {
  const failure = numbers.failureOf(part)
  const mutation = useMutation({ mutationFn: () => numbers.fail(failure) })
  const { mutate } = mutation
  useSubmitter(numbers, mutate)
  return (
    <>
      {part.kind === 'form' && <Surfaces part={part} />}
      <Claim part={part} mutation={mutation} />
      <Parts of={part} numbers={numbers} />
    </>
  )
}

function ApiFormContent({ part, numbers }: FormContentProps): ReactNode {
  const failure = numbers.failureOf(part)
  const mutation = useMutation({ mutationFn: (_data: FormData) => numbers.fail(failure) })
  const id = useId()
  const submit = useCallback((): void => {
    const form = document.getElementById(id)
    if (form instanceof HTMLFormElement) form.requestSubmit()
  }, [id])
  useSubmitter(numbers, submit)
  return (
    <ApiForm id={id} mutation={mutation} announceStatus={false}>
      <Surfaces part={part} />
      <Claim part={part} mutation={mutation} />
    </ApiForm>
  )
}

function useSubmitter(numbers: Numbers, submit: () => void): void {
  useEffect(() => {
    const run = (): void => submit()
    numbers.submits.push(run)
    return () => void numbers.submits.splice(numbers.submits.indexOf(run), 1)
  }, [submit, numbers])
}

function Surfaces({ part }: { readonly part: FormPart }): ReactNode {
  const isThere = useIsThere()
  return (
    <>
      {isThere(part.summary) && <ErrorSummary disableAutoFocus />}
      {part.fields.map(({ name, presence: when, kind }) => {
        if (!isThere(when)) return null
        if (kind === 'field') return <Field key={name} name={name} label={name} />
        return kind === 'marks' ? <Marked key={name} name={name} /> : <input key={name} name={name} aria-label={name} />
      })}
    </>
  )
}

/** A field whose message nobody renders. */
function Marked({ name }: { readonly name: string }): ReactNode {
  return <input aria-label={name} {...useFieldError(name).controlProps} />
}

function Claim<TVariables>({
  part,
  mutation,
}: {
  readonly part: FormPart
  readonly mutation: UseMutationResult<never, Error, TVariables>
}): ReactNode {
  return useIsThere()(part.claim) && mutation.isError ? <ErrorState error={mutation} /> : null
}

function Parts({ of: { parts }, numbers }: { readonly of: FormPart; readonly numbers: Numbers }): ReactNode {
  return parts.map((child, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <PartView key={index} part={child} numbers={numbers} isNested />
  ))
}

type Counts = Readonly<Record<string, number>>

/** How often each message stands on the page, without the summary's lines about what fields say, and what is only spoken. */
function countMessages(codes: readonly string[]): Counts {
  const copy = document.body.cloneNode(true) as HTMLElement
  for (const element of copy.querySelectorAll(
    ':not([data-variant]) > [role="alert"] li:not([id]), [data-rae-announcer]',
  ))
    element.remove()
  const text = copy.textContent
  return Object.fromEntries(codes.map((code) => [code, text.split(`<${code}>`).length - 1]))
}

async function show(
  parts: readonly Part[],
): Promise<{ readonly counts: readonly Counts[]; readonly expected: Counts }> {
  const numbers = new Numbers()
  for (const part of parts) collect(part)
  function collect(part: Part): void {
    numbers.failureOf(part)
    if ('parts' in part) part.parts.forEach(collect)
  }
  const words = (code: string) => ({ title: `Title of ${code}`, text: `Text <${code}>`, nextStep: `Next <${code}>` })
  const client = new ApiErrorClient({
    locales: [en],
    messages: { en: { codes: Object.fromEntries(numbers.all.map((code) => [code, words(code)])) } },
    catalog: defineCatalog(Object.fromEntries(numbers.groups.map((code) => [code, { group: true }]))),
  })
  const queryClient = new QueryClient()
  const app = (phase: Phase) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ApiErrorProvider client={client}>
          <PhaseContext.Provider value={phase}>
            {parts.map((part, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <PartView key={index} part={part} numbers={numbers} />
            ))}
          </PhaseContext.Provider>
          <ApiErrorToaster limit={100} />
        </ApiErrorProvider>
      </QueryClientProvider>
    </StrictMode>
  )
  const { rerender } = render(app('early'))
  await settled()
  act(() => numbers.submits.slice().forEach((submit) => submit()))
  await settled()
  const before = countMessages(numbers.all)
  rerender(app('late'))
  await settled()
  const after = countMessages(numbers.all)
  takeConsole() // React prints what a boundary catches
  cleanup()
  queryClient.clear()
  return { counts: [before, after], expected: numbers.expected() }
}

describe('on the page', () => {
  it(
    'each message of each failure stands exactly once, before and after surfaces come and go',
    async () => {
      const shown = fc.asyncProperty(page, async (parts) => {
        const { counts, expected } = await show(parts)
        expect(counts).toEqual([expected, expected])
      })
      await check('on the page', shown, 40)
    },
    LONGEST,
  )
})
