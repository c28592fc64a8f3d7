import { useMutation } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiErrorBoundary, ApiErrorClient, type Messages } from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { makeFailure, renderWithApiErrors } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { settled } from '../setup/settled.js'

// R14. The kind: words that are no message. Who writes them hears of it at once, not the first user who needs them.
const cases: readonly { readonly place: string; readonly messages: Messages }[] = [
  { place: 'codes.FORBIDDEN', messages: { en: { codes: { FORBIDDEN: 'Not {you' } } } },
  { place: 'codes.HTTP_500', messages: { nl: { codes: { HTTP_500: { nextStep: ['{n, plural, one {x}}', 'x'] } } } } },
  { place: 'fields.To.PARAMETER_REQUIRED', messages: { en: { fields: { To: { PARAMETER_REQUIRED: '{a b}' } } } } },
  { place: 'categories.quota', messages: { en: { categories: { quota: { title: '{n, date}' } } } } },
  { place: 'custom.cannotSave', messages: { en: { custom: { cannotSave: '{' } } } },
  { place: 'ui.close', messages: { en: { ui: { close: '{{x}}' } } } },
]

const create = (messages?: Messages) => {
  const problems: unknown[] = []
  const apiErrors = new ApiErrorClient({
    locales: [en],
    onInternalError: (problem) => void problems.push(problem),
    ...(messages === undefined ? {} : { messages }),
  })
  return { apiErrors, problems }
}
const told = (place: string) => ({ kind: 'malformed', key: place, detail: expect.stringContaining('SyntaxError') })

describe('a malformed word', () => {
  it.each(cases)('is told of when the client is made: $place', ({ place, messages }) => {
    expect(create(messages).problems).toEqual([expect.objectContaining(told(place))])
  })

  it.each(cases)('is told of when it is added: $place', ({ place, messages }) => {
    const { apiErrors, problems } = create()
    apiErrors.messages.add({ messages })
    expect(problems).toEqual([expect.objectContaining(told(place))])
  })

  it.each(cases)(
    'is told of when a boundary mounts with it, once for all its renders: $place',
    ({ place, messages }) => {
      const { apiErrors, problems } = create()
      const page = (): ReactNode => (
        <ApiErrorBoundary messages={JSON.parse(JSON.stringify(messages))}>
          <p>Content</p>
        </ApiErrorBoundary>
      )
      const { rerender } = renderWithApiErrors(page(), { apiErrors })
      rerender(page())
      expect(problems).toEqual([expect.objectContaining(told(place))])
    },
  )

  it('is not told of again when it is used, also at a field', async () => {
    const messages = { en: { fields: { To: { PARAMETER_REQUIRED: '{a b}' } }, codes: { PARAMETER_REQUIRED: '{c d}' } } }
    const { apiErrors, problems } = create(messages)
    function Form(): ReactNode {
      const failure = makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })
      const { mutate } = useMutation({ mutationFn: () => Promise.reject(failure) })
      return <button onClick={() => mutate()}>Send</button>
    }
    renderWithApiErrors(<Form />, { apiErrors })
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    expect(problems).toHaveLength(2)
  })

  it('is told of in the console where nobody else hears of it', () => {
    const client = new ApiErrorClient({ locales: [en], messages: { en: { codes: { FORBIDDEN: 'Never {seen' } } } })
    expect(client.messages.locale).toBe('en')
    expect(takeConsole()).toEqual([expect.stringMatching(/The message codes\.FORBIDDEN for en is malformed/)])
  })

  it.each([
    { codes: { FORBIDDEN: 'Plain' } },
    { codes: { FORBIDDEN: { title: '{max, plural, one {#} other {#}}', text: false as const, nextStep: '' } } },
    { fields: { To: { PARAMETER_REQUIRED: ['{label} is needed', "It’s needed '{here}'"] as const } } },
  ])('is none of these: %j', (words) => {
    expect(create(JSON.parse(JSON.stringify({ en: words }))).problems).toEqual([])
  })
})

describe('in production', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('words are read when they are used, and not before', () => {
    vi.stubEnv('NODE_ENV', 'production')
    const { apiErrors, problems } = create({ en: { codes: { FORBIDDEN: 'Not {you' } } })
    expect(problems).toEqual([])
    const translator = apiErrors.messages.translator()
    expect(translator.resolve({ code: 'FORBIDDEN', category: 'permission' }, 'text').text).toBe(en.codes.FORBIDDEN[1])
    expect(problems).toHaveLength(1)
  })
})
