import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import fc from 'fast-check'
import { StrictMode, useState, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  ApiErrorProvider,
  ApiErrorToaster,
  ApiForm,
  ErrorSummary,
  Field,
} from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { takeConsole } from '../setup/console.js'
import { check, LONGEST } from '../setup/runs.js'
import { settled } from '../setup/settled.js'

/*
 * The central promise over time: whatever the user and the server do, in whatever order, each message of a failure that
 * has just come stands on the page exactly once where it can be seen, no message ever stands there twice, and the next
 * try can always be sent.
 *
 * The page has two plain forms in one scope, of which one is sent by two mutations, and an ApiForm beside them. A step
 * sends (once or three times at once, by a press or by itself), answers any call that waits, edits a field, gives it
 * another name, hides it, takes it away or brings it back, resets a form, or closes a toast.
 */

const SENDERS = ['save', 'publish', 'invite', 'pay'] as const
const FIELDS = ['to', 'from', 'street', 'amount'] as const

type Scope = 'PAGE' | 'PAY'
const sharedCodes = ['PAGE', 'PAY'].flatMap((scope) =>
  [...FIELDS, 'nowhere'].map((name) => `SHARED_${scope}_${name.toUpperCase()}`),
)

type Step =
  | {
      readonly do: 'send'
      readonly sender: (typeof SENDERS)[number]
      readonly times: 1 | 3
      readonly byItself: boolean
    }
  | { readonly do: 'answer'; readonly call: number; readonly issues: readonly IssueSpec[] | undefined }
  | { readonly do: 'edit'; readonly field: (typeof FIELDS)[number] }
  | { readonly do: 'rename' | 'hide' | 'summary' | 'reset' | 'close' }
  | { readonly do: 'toggle'; readonly field: (typeof FIELDS)[number] }

interface IssueSpec {
  readonly field: (typeof FIELDS)[number] | 'nowhere' | ''
  /** Equal problems: whichever call of the scope, the same code for the same field. */
  readonly isShared: boolean
}

const issue: fc.Arbitrary<IssueSpec> = fc.record({
  field: fc.constantFrom(...FIELDS, 'nowhere', ''),
  isShared: fc.boolean(),
})
const field = fc.constantFrom(...FIELDS)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      sender: fc.constantFrom(...SENDERS),
      times: fc.constantFrom(1, 1, 3),
      byItself: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      call: fc.nat(5),
      issues: fc.option(fc.uniqueArray(issue, { minLength: 1, maxLength: 3, selector: (each) => each.field }), {
        nil: undefined,
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), field }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('toggle' as const), field }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('rename', 'hide', 'summary', 'reset', 'close') }) },
)

/** The server: calls that wait for their answer, and codes that nobody has used yet. */
class Server {
  readonly waiting: {
    readonly scope: Scope
    readonly editedSince: Set<string>
    readonly resolve: (value: unknown) => void
    readonly reject: (failure: unknown) => void
  }[] = []
  readonly codes = new Set<string>()
  /** Which fields were edited since each call was sent: its answer need not mark them, if it says anything else. */
  edited(name: string): void {
    for (const { editedSince } of this.waiting) editedSince.add(name)
  }
  readonly call = (scope: Scope): Promise<unknown> =>
    new Promise((resolve, reject) => void this.waiting.push({ scope, editedSince: new Set(), resolve, reject }))

  failure(issues: readonly IssueSpec[], scope: Scope) {
    const items = issues.map(({ field: name, isShared }) => ({
      FieldName: name,
      ErrorCode:
        isShared && name !== ''
          ? `SHARED_${scope}_${name.toUpperCase()}`
          : `CODE_${this.codes.size}_${name.toUpperCase()}`,
    }))
    for (const { ErrorCode } of items) this.codes.add(ErrorCode)
    return { ResponseStatus: { ErrorCode: items[0]?.ErrorCode, Errors: items } }
  }
}

interface Page {
  readonly isHidden: boolean
  readonly isRenamed: boolean
  readonly hasSummary: boolean
  readonly gone: ReadonlySet<string>
}

let count = 0
let change: (next: (page: Page) => Page) => void = () => undefined
const sendByItself = new Map<string, () => void>()

function Content({ server }: { readonly server: Server }): ReactNode {
  return (
    <ApiErrorBoundary>
      <Forms server={server} />
    </ApiErrorBoundary>
  )
}

function Forms({ server }: { readonly server: Server }): ReactNode {
  const [page, setPage] = useState<Page>({ isHidden: false, isRenamed: false, hasSummary: true, gone: new Set() })
  change = setPage
  const send = { mutationFn: (_values: unknown) => server.call('PAGE') }
  const [save, publish, invite] = [useMutation(send), useMutation(send), useMutation(send)]
  const pay = useMutation({ mutationFn: (_data: FormData) => server.call('PAY') })
  const mutations = { save, publish, invite, pay: { mutate: () => pay.mutate(new FormData()) } }
  const runs = (sender: (typeof SENDERS)[number]) => (): void => mutations[sender].mutate({ number: ++count })
  for (const sender of SENDERS) sendByItself.set(sender, runs(sender))
  const times = (sender: (typeof SENDERS)[number]) => (event: { readonly detail: number }) => {
    for (let index = 0; index < Math.max(1, event.detail); index++) runs(sender)()
  }
  const fieldOf = (name: string, as = name) => !page.gone.has(name) && <Field name={as} label={as} />
  return (
    <>
      {page.hasSummary && <ErrorSummary disableAutoFocus />}
      <form aria-label="SMS">
        <div hidden={page.isHidden}>{fieldOf('to', page.isRenamed ? 'copyTo' : 'to')}</div>
        {fieldOf('from')}
        <button type="button" onClick={times('save')}>
          save
        </button>
        <button type="button" onClick={times('publish')}>
          publish
        </button>
        <button type="reset">reset</button>
      </form>
      <form aria-label="Invite">
        {fieldOf('street')}
        <button type="button" onClick={times('invite')}>
          invite
        </button>
      </form>
      <ApiErrorBoundary>
        <ApiForm mutation={pay} announceStatus={false}>
          {fieldOf('amount')}
          <button>pay</button>
        </ApiForm>
      </ApiErrorBoundary>
    </>
  )
}

function take(
  current: Page,
  { do: what, ...rest }: Extract<Step, { do: 'rename' | 'hide' | 'summary' | 'toggle' | 'reset' | 'close' }>,
): Page {
  if (what === 'rename') return { ...current, isRenamed: !current.isRenamed }
  if (what === 'hide') return { ...current, isHidden: !current.isHidden }
  if (what === 'summary') return { ...current, hasSummary: !current.hasSummary }
  if (!('field' in rest)) return current
  const gone = new Set(current.gone)
  if (!gone.delete(rest.field)) gone.add(rest.field)
  return { ...current, gone }
}

interface Fresh {
  readonly code: string
  readonly isEdited: boolean
}

/** Takes a step; returns the problems of a failure that it has brought. */
async function run(each: Step, server: Server): Promise<readonly Fresh[]> {
  switch (each.do) {
    case 'send':
      await act(async () => {
        if (each.byItself) {
          fireEvent.pointerDown(document.body)
          sendByItself.get(each.sender)?.()
        } else fireEvent.click(screen.getByRole('button', { name: each.sender }), { detail: each.times })
      })
      return []
    case 'answer': {
      const [call] = server.waiting.splice(each.call % Math.max(1, server.waiting.length), 1)
      if (call === undefined) return []
      const failure = each.issues && server.failure(each.issues, call.scope)
      await act(async () => (failure === undefined ? call.resolve({}) : call.reject(failure)))
      if (failure === undefined) return []
      return failure.ResponseStatus.Errors.map(({ ErrorCode, FieldName }) => ({
        code: ErrorCode,
        isEdited: call.editedSince.has(FieldName),
      }))
    }
    case 'edit': {
      const control = document.querySelector<HTMLInputElement>(`input[name="${each.field}"]`)
      if (control !== null) server.edited(each.field)
      if (control !== null) fireEvent.input(control, { target: { value: `${control.value}1` } })
      return []
    }
    case 'reset':
      server.edited('to')
      server.edited('from')
      await act(async () => fireEvent.click(screen.getByRole('button', { name: 'reset' })))
      return []
    case 'close': {
      const button = document.querySelector('[data-api-toaster] [data-action="dismiss"]')
      if (button !== null) fireEvent.click(button)
      return []
    }
    default:
      act(() => change((current) => take(current, each)))
      return []
  }
}

/** How often the message of a code stands on the page, without the summary's index and what is only spoken. */
function countMessages(codes: Iterable<string>, without: readonly string[] = []): Readonly<Record<string, number>> {
  const copy = document.body.cloneNode(true) as HTMLElement
  const apart = [':not([data-variant]) > [role="alert"] li:not([id])', '[data-rae-announcer]', ...without]
  for (const element of copy.querySelectorAll(apart.join())) element.remove()
  const text = copy.textContent
  return Object.fromEntries([...codes].map((code) => [code, text.split(`<${code}>`).length - 1]))
}

async function takeSteps(steps: readonly Step[]): Promise<void> {
  const server = new Server()
  const problems: unknown[] = []
  const words = (code: string) => ({ title: `Title of ${code}`, text: `Text <${code}>`, nextStep: `Next <${code}>` })
  const codes = [...Array.from({ length: 30 }, (_, index) => index)].flatMap((index) =>
    [...FIELDS, 'nowhere', ''].map((name) => `CODE_${index}_${name.toUpperCase()}`),
  )
  const client = new ApiErrorClient({
    locales: [en],
    messages: { en: { codes: Object.fromEntries([...codes, ...sharedCodes].map((code) => [code, words(code)])) } },
    onInternalError: (problem) => problems.push(problem),
  })
  const queryClient = new QueryClient()
  render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ApiErrorProvider client={client}>
          <Content server={server} />
          <ApiErrorToaster limit={100} />
        </ApiErrorProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
  for (const [index, each] of steps.entries()) {
    const before = server.waiting.length
    const fresh = await run(each, server)
    await settled()
    const at = `after step ${index}, ${JSON.stringify(each)}`
    // An ApiForm that waits for an answer sends nothing twice.
    const isSent = each.do !== 'send' || each.sender === 'pay' || server.waiting.length > before
    expect(isSent, `not sent ${at}`).toBe(true)
    // Two toasts can say the same of one field, where each says something else as well.
    const counts = { ...countMessages(server.codes), ...countMessages(sharedCodes, ['[data-api-toaster]']) }
    expect(
      Object.entries(counts).filter(([, times]) => times > 1),
      `twice on the page ${at}`,
    ).toEqual([])
    const seen = countMessages(
      fresh.map(({ code }) => code),
      ['[hidden]'],
    )
    const unseen = fresh.filter(({ code }) => seen[code] === 0)
    const lost = unseen.length === fresh.length ? unseen : unseen.filter(({ isEdited }) => !isEdited)
    expect(lost, `not seen ${at}`).toEqual([])
  }
  expect(problems).toEqual([])
  cleanup()
  await settled()
  queryClient.clear()
  takeConsole()
}

describe('over time', () => {
  it(
    'each message that comes is seen once, none stands twice, and the next try can be sent',
    async () => {
      const steps = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (each) => {
        try {
          await takeSteps(each)
        } finally {
          cleanup()
          takeConsole()
        }
      })
      await expect(check('over time', steps, 40)).resolves.toBeUndefined()
    },
    LONGEST,
  )
})
