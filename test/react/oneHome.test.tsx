import { QueryClient, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query'
import { act, cleanup, render } from '@testing-library/react'
import fc from 'fast-check'
import { createContext, StrictMode, useContext, useEffect, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiErrorClient, ApiErrorProvider, ApiErrorToaster, ErrorState, ErrorSummary, Field } from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { takeConsole } from '../setup/unit.js'
import { settle } from './settle.js'

/*
 * The central promise, on the page itself: whatever fails, and whatever is mounted, comes late or goes away, each
 * issue's message stands in the document exactly once. Summary links do not count: the summary is an index.
 *
 * A page is a tree of parts. A part is a scope with a form (fields, a summary, a component that claims, one mutation)
 * or with a query, or lies outside of every scope. Each surface is there always, never, only before or only after
 * the change of the page that follows the failure.
 */

type Presence = 'always' | 'never' | 'early' | 'late'
type Phase = 'early' | 'late'

interface FormPart {
  readonly kind: 'form' | 'plain'
  readonly fields: readonly { readonly name: string; readonly presence: Presence }[]
  readonly summary: Presence
  readonly claim: Presence
  /** FieldNames of the failure's issues; an empty name makes an issue without a field. */
  readonly issues: readonly string[]
  readonly parts: readonly Part[]
}
interface QueryPart {
  readonly kind: 'query' | 'plainQuery'
  readonly claim: Presence
}
type Part = FormPart | QueryPart

const presence = fc.constantFrom<Presence>('always', 'always', 'never', 'early', 'late')
const fieldNames = ['to', 'from', 'text'] as const

const queryPart: fc.Arbitrary<QueryPart> = fc.record({ kind: fc.constantFrom('query', 'plainQuery'), claim: presence })
const formPart = (depth: number): fc.Arbitrary<FormPart> =>
  fc.record({
    kind: fc.constantFrom('form', 'form', 'plain'),
    fields: fc.uniqueArray(fc.record({ name: fc.constantFrom(...fieldNames), presence }), { selector: ({ name }) => name }),
    summary: presence,
    claim: presence,
    issues: fc.uniqueArray(fc.constantFrom('To', 'From', 'Text', 'NotOnThePage', ''), { minLength: 1 }),
    parts: depth === 0 ? fc.constant([]) : fc.array(fc.oneof(queryPart, formPart(depth - 1)), { maxLength: 2 }),
  })
const page = fc.array(fc.oneof(queryPart, formPart(1), formPart(1)), { minLength: 1, maxLength: 2 }).map((parts) => parts.map((part) => keepForm(part, true)))

/** A query right inside a scope takes the place of everything in it, unless a form is on screen: then nothing else can be seen. */
function keepForm(part: Part, isInForm: boolean): Part {
  if (!('parts' in part)) return part.kind === 'plainQuery' && !isInForm ? { ...part, kind: 'query' } : part
  const isForm = part.kind === 'form' ? part.fields.some(({ presence: when }) => when === 'always') : isInForm
  return { ...part, parts: part.parts.map((child) => keepForm(child, isForm)) }
}


const PhaseContext = createContext<Phase>('early')
const useIsThere = () => {
  const phase = useContext(PhaseContext)
  return (when: Presence) => when === 'always' || when === phase
}

interface Failure {
  readonly ResponseStatus: { readonly ErrorCode: string | undefined; readonly Errors: readonly { readonly FieldName: string; readonly ErrorCode: string }[] }
}

/** What every issue of the page is called: its code is its number, and so are its words. */
class Numbers {
  readonly all: string[] = []
  readonly submits: (() => void)[] = []
  /** The failures that came about: a query that takes the place of a form keeps it from being sent. */
  readonly happened = new Set<unknown>()
  readonly #failures = new Map<Part, Failure>()

  failureOf(part: Part): Failure {
    const known = this.#failures.get(part)
    if (known !== undefined) return known
    const names = 'issues' in part ? part.issues : ['']
    const items = names.map((FieldName) => ({ FieldName, ErrorCode: this.#next() }))
    const failure: Failure = { ResponseStatus: { ErrorCode: items[0]?.ErrorCode, Errors: items } }
    this.#failures.set(part, failure)
    return failure
  }
  /** Rejects with the failure of a part. */
  readonly fail = (failure: unknown): Promise<never> => {
    this.happened.add(failure)
    return Promise.reject(failure)
  }
  /** How often the message of each issue is to stand on the page. */
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

function PartView({ part, numbers }: { readonly part: Part; readonly numbers: Numbers }): ReactNode {
  if (!('parts' in part)) {
    const content = <QueryContent part={part} numbers={numbers} />
    return part.kind === 'query' ? <ApiErrorBoundary>{content}</ApiErrorBoundary> : content
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

function FormContent({ part, numbers }: { readonly part: FormPart; readonly numbers: Numbers }): ReactNode {
  const isThere = useIsThere()
  const failure = numbers.failureOf(part)
  const mutation = useMutation({ mutationFn: () => numbers.fail(failure) })
  const { mutate } = mutation
  useEffect(() => {
    const submit = () => mutate()
    numbers.submits.push(submit)
    return () => void numbers.submits.splice(numbers.submits.indexOf(submit), 1)
  }, [mutate, numbers])
  const isScope = part.kind === 'form'
  return (
    <>
      {isScope && isThere(part.summary) && <ErrorSummary disableAutoFocus />}
      {isScope && part.fields.map(({ name, presence: when }) => isThere(when) && <Field key={name} name={name} label={name} />)}
      {isThere(part.claim) && mutation.isError && <ErrorState error={mutation} />}
      {part.parts.map((child, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <PartView key={index} part={child} numbers={numbers} />
      ))}
    </>
  )
}

type Counts = Readonly<Record<string, number>>

/** How often each message stands on the page, without the summary's links and what is only spoken. */
function countMessages(codes: readonly string[]): Counts {
  const copy = document.body.cloneNode(true) as HTMLElement
  for (const element of copy.querySelectorAll('.rae-summary a, [data-rae-announcer]')) element.remove()
  const text = copy.textContent
  return Object.fromEntries(codes.map((code) => [code, text.split(`<${code}>`).length - 1]))
}

async function show(parts: readonly Part[]): Promise<{ readonly counts: readonly Counts[]; readonly expected: Counts }> {
  const numbers = new Numbers()
  for (const part of parts) collect(part)
  function collect(part: Part): void {
    numbers.failureOf(part)
    if ('parts' in part) part.parts.forEach(collect)
  }
  const words = (code: string) => ({ title: `Title of ${code}`, text: `Text <${code}>`, nextStep: `Next <${code}>` })
  const client = new ApiErrorClient({ locales: [en], messages: { en: { codes: Object.fromEntries(numbers.all.map((code) => [code, words(code)])) } } })
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
  await settle()
  act(() => numbers.submits.slice().forEach((submit) => submit()))
  await settle()
  const before = countMessages(numbers.all)
  rerender(app('late'))
  await settle()
  const after = countMessages(numbers.all)
  takeConsole() // React prints what a boundary catches
  cleanup()
  queryClient.clear()
  return { counts: [before, after], expected: numbers.expected() }
}

describe('on the page', () => {
  it('each message of each failure stands exactly once, before and after surfaces come and go', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (parts) => {
        const { counts, expected } = await show(parts)
        expect(counts).toEqual([expected, expected])
      }),
      { numRuns: 40, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
    )
  }, 120_000)
})
