import { useMutation } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  ErrorSummary,
  Field,
  useApiError,
  type ApiErrorClientOptions,
} from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { nl } from '../../src/locales/nl.js'
import { renderWithApiErrors } from '../../src/testing/index.js'
import { fieldMessages, summaryLines, toasts, toastTitles } from '../setup/onScreen.js'
import { settled } from '../setup/settled.js'
import { plain, words } from '../setup/words.js'

type Item = Readonly<Record<string, unknown>>
const failure = (code: string, Message: string, Errors: readonly Item[] = []) => ({
  ResponseStatus: { ErrorCode: code, Message, Errors },
})

interface Given extends Partial<ApiErrorClientOptions> {
  readonly locale?: string
  readonly content?: ReactNode
}

async function show(thrown: unknown, { locale = 'en', content, ...options }: Given = {}) {
  const problems: unknown[] = []
  function Form(): ReactNode {
    const save = useMutation({ mutationFn: () => Promise.reject(thrown) })
    return (
      <>
        {content ?? <Field name="text" label="Message" maxLength={160} />}
        <button onClick={() => save.mutate()}>Send</button>
      </>
    )
  }
  const apiErrors = new ApiErrorClient({
    locales: [en, nl],
    onInternalError: (cause) => void problems.push(cause),
    ...options,
  })
  renderWithApiErrors(
    <ApiErrorBoundary>
      <Form />
    </ApiErrorBoundary>,
    { apiErrors, locale },
  )
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  await settled()
  return { problems, messages: fieldMessages().map(({ textContent }) => plain(textContent)) }
}

// R6. The kind: what an app wants to say, and no template can.
describe('a word that is a function', () => {
  it('says what it makes of code, field, label, parameters, the text of the server and the count', async () => {
    const facts: unknown[] = []
    const { messages } = await show(
      failure('COURSE_FULL', 'Full.', [{ FieldName: 'Text', Meta: { FreePlaces: 0 } }, { FieldName: 'Other' }]),
      {
        messages: {
          en: {
            codes: {
              COURSE_FULL: ({ code, field, label, params, serverMessage, count }) => {
                facts.push({ code, field, label, params, serverMessage, count })
                return `No place in ${label}`
              },
            },
          },
        },
      },
    )
    expect(messages).toEqual(['Error: No place in Message'])
    expect(facts[0]).toEqual({
      ...{ code: 'COURSE_FULL', field: 'Text', label: 'Message', serverMessage: 'Full.', count: 2 },
      params: { FreePlaces: 0, max: 160 },
    })
  })

  it('can stand at a field, for a kind of problem and for a message of the app', async () => {
    const texts = {
      fields: { Text: { PARAMETER_TOO_LONG: { text: () => 'Shorter' } } },
      categories: { unknown: { title: () => 'Odd', text: ({ code }: { readonly code: string }) => `Odd ${code}` } },
    }
    const items = [{ FieldName: 'Text' }, { FieldName: 'Text', ErrorCode: 'NEVER_HEARD_OF' }]
    const { messages } = await show(failure('PARAMETER_TOO_LONG', 'm', items), { messages: { en: texts } })
    expect(messages.join()).toMatch(/Shorter.*Odd NEVER_HEARD_OF/)
  })

  it('says what it returns as text: no placeholder in it is filled in', async () => {
    const { messages } = await show(
      failure('PARAMETER_TOO_LONG', 'At most {max, number} <b>', [{ FieldName: 'Text' }]),
      {
        messages: { en: { codes: { PARAMETER_TOO_LONG: ({ serverMessage }) => `${serverMessage}` } } },
      },
    )
    expect(messages).toEqual(['Error: At most {max, number} <b>'])
  })

  it.each([
    { what: 'an empty text', word: () => '' },
    {
      what: 'a throw',
      word: () => {
        throw new Error('broken')
      },
    },
  ])('leaves it to the words below it, with $what', async ({ word, what }) => {
    const { messages, problems } = await show(failure('PARAMETER_REQUIRED', 'm', [{ FieldName: 'Text' }]), {
      messages: { en: { codes: { PARAMETER_REQUIRED: word } } },
    })
    expect(messages).toEqual([`Error: ${words('PARAMETER_REQUIRED').text}`])
    expect(problems).toHaveLength(what === 'a throw' ? 1 : 0)
  })
})

describe('whose text is the message', () => {
  const SAID = 'At most 70 {max, number} characters of unicode.'
  const tooLong = failure('PARAMETER_TOO_LONG', SAID, [{ FieldName: 'Text' }])

  it.each([
    { what: 'a map', prefer: { PARAMETER_TOO_LONG: 'server' } as const },
    { what: 'a function', prefer: (code: string) => (code.startsWith('PARAMETER_') ? ('server' as const) : undefined) },
  ])("is the server's where the app prefers it, as text in its own language, by $what", async ({ prefer }) => {
    const { messages } = await show(tooLong, { prefer, locale: 'nl' })
    expect(messages).toEqual([expect.stringContaining(SAID)])
    expect(screen.getByText(SAID).closest('[lang]')).toHaveAttribute('lang', 'en')
  })

  it("is the server's in summary and toast too, two of one field both", async () => {
    const items = ['One of it.', 'Another.'].map((Message) => ({ FieldName: 'Text', Message }))
    const { messages } = await show(failure('PARAMETER_INVALID', 'm', items), {
      prefer: { PARAMETER_INVALID: 'server' },
      content: (
        <>
          <ErrorSummary />
          <Field name="text" label="Message" />
        </>
      ),
    })
    expect(summaryLines()).toEqual(['Message: One of it.', 'Message: Another.'])
    expect(messages).toHaveLength(2)
  })

  it("is the server's in a toast", async () => {
    await show(failure('PROJECT_LIMIT_REACHED', 'Acme has 5 of 5 projects.'), {
      prefer: { PROJECT_LIMIT_REACHED: 'server' },
    })
    expect(toastTitles()).toEqual(['Acme has 5 of 5 projects.'])
  })

  it('is that of the whole failure where a component shows it whole', async () => {
    function Whole(): ReactNode {
      const { message } = useApiError()
      return <p>{message}</p>
    }
    const items = [{ FieldName: 'A', Message: 'First.' }, { FieldName: 'B' }]
    await show(failure('PARAMETER_INVALID', 'Two problems.', items), {
      prefer: { PARAMETER_INVALID: 'server' },
      content: <Whole />,
    })
    expect(screen.getByText('Two problems.')).toBeVisible()
  })

  it("is ours alone, without the server's as a detail", async () => {
    const { messages } = await show(tooLong, {
      prefer: { PARAMETER_TOO_LONG: 'ours' },
      content: <Field name="text" label="Message" />,
    })
    expect(messages.join()).not.toContain('unicode')
  })

  it.each(['FORBIDDEN', 'NEVER_HEARD_OF'])("is ours with the server's below it: %s", async (code) => {
    await show({ status: 403, data: failure(code, 'Ask Ann.') }, { prefer: { [code]: 'both' } })
    expect(toasts()[0]).toHaveTextContent('Ask Ann.')
    expect(toastTitles()).not.toEqual(['Ask Ann.'])
  })

  it('is ours where the server says nothing', async () => {
    await show(failure('FORBIDDEN', ''), { prefer: () => 'server' })
    expect(toastTitles()).toEqual([words('FORBIDDEN').title])
  })

  it('is ours where what the app says of it throws', async () => {
    const { problems } = await show(failure('FORBIDDEN', 'No.'), {
      prefer: () => {
        throw new Error('broken')
      },
    })
    expect(toastTitles()).toEqual([words('FORBIDDEN').title])
    expect(problems).not.toEqual([])
  })
})

describe('limits that stand in prose only', () => {
  const readLimits = (text: string) => {
    const [, max] = /at most (\d+)/i.exec(text) ?? []
    return max === undefined ? undefined : { max: Number(max) }
  }
  it.each([70, 1530])('are read by the app, over those of the control: %i', async (max) => {
    const { messages } = await show(failure('PARAMETER_TOO_LONG', `At most ${max}.`, [{ FieldName: 'Text' }]), {
      readLimits,
    })
    expect(messages.join().replace(',', '')).toContain(String(max))
    expect(messages.join()).not.toContain('At most')
  })

  it('give way to those that the server sends as such', async () => {
    const items = [{ FieldName: 'Text', Meta: { MaxLength: 12 } }]
    const { messages } = await show(failure('PARAMETER_TOO_LONG', 'At most 70.', items), { readLimits })
    expect(messages.join()).toContain('12')
  })

  it('count as none when the reader throws', async () => {
    const { messages, problems } = await show(failure('PARAMETER_TOO_LONG', 'At most 7.', [{ FieldName: 'Text' }]), {
      readLimits: () => {
        throw new Error('broken')
      },
    })
    expect(messages.join()).toContain('160')
    expect(problems).not.toEqual([])
  })
})
