import { useMutation } from '@tanstack/react-query'
import { screen, within } from '@testing-library/react'
import { StrictMode, useState, type ComponentType, type ReactNode } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ApiErrorBoundary, ApiErrorClient, ErrorSummary } from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { nl } from '../../src/locales/nl.js'
import { renderWithApiErrors } from '../../src/testing/index.js'
import { settled } from '../setup/settled.js'
import { words } from '../setup/words.js'
import { summaryLines, toasts } from '../setup/onScreen.js'

/*
 * What every adapter owes, whatever the library: the file of an adapter's test gives a form made with that library,
 * as its own documentation says, and everything else is here.
 */

/** A form made with the library under test: labelled inputs, each with its message below it in an element with `role="note"`. */
export interface FormUnderTestProps {
  /** Names of plain fields; their labels are the same. */
  readonly names: readonly string[]
  /** Rows of a field array `rows`, each with the field `to`; the label is the row's value. */
  readonly rows?: readonly string[]
  /** Called with what is filled in, when the library lets a submit through. */
  readonly onSend: (values: unknown) => void
  /** Gives the names that are to be shown on the page besides; the form must not know them. */
  readonly children?: ReactNode
}

/** The library's form; it has buttons Send, and with rows Insert and Remove, which act on the first row. */
export type FormUnderTest = ComponentType<FormUnderTestProps>

type Answer = { readonly failure: unknown } | undefined
interface Call {
  readonly values: unknown
  readonly answer: (answer: Answer) => Promise<void>
}

const failure = (code: string, ...fields: readonly string[]): Answer => ({
  failure: { ResponseStatus: { ErrorCode: code, Message: 'm', Errors: fields.map((FieldName) => ({ FieldName })) } },
})
const missing = (...fields: readonly string[]): Answer => failure('PARAMETER_REQUIRED', ...fields)

/** Runs the conformance suite of the adapters on a form. */
export function describeConformance(library: string, Form: FormUnderTest): void {
  let calls: Call[] = []
  beforeEach(() => {
    calls = []
  })

  function Page(props: Omit<FormUnderTestProps, 'onSend'>): ReactNode {
    const { mutate } = useMutation({
      mutationFn: (values: unknown) =>
        new Promise((resolve, reject) => {
          const answer = (given: Answer): Promise<void> => {
            if (given === undefined) resolve('saved')
            else reject(given.failure)
            return settled()
          }
          calls.push({ values, answer })
        }),
    })
    return <Form {...props} onSend={mutate} />
  }

  const show = (props: Omit<FormUnderTestProps, 'onSend'> & { readonly summary?: boolean }) => {
    const { summary = false, ...rest } = props
    const apiErrors = new ApiErrorClient({ locales: [en, nl] })
    return renderWithApiErrors(
      <StrictMode>
        <ApiErrorBoundary>
          {summary && <ErrorSummary />}
          <Page {...rest} />
        </ApiErrorBoundary>
      </StrictMode>,
      { apiErrors },
    )
  }
  const press = async (name: string, container: HTMLElement = document.body): Promise<void> => {
    await userEvent.click(within(container).getByRole('button', { name }))
    await settled()
  }
  const submit = async (answer: Answer): Promise<void> => {
    await press('Send')
    await calls.at(-1)?.answer(answer)
  }
  const invalid = (): readonly string[] =>
    [...document.querySelectorAll<HTMLInputElement>('input[aria-invalid="true"]')].map(
      ({ labels }) => labels?.[0]?.textContent ?? '',
    )
  const messages = (): readonly string[] =>
    screen
      .queryAllByRole('note')
      .map(({ textContent }) => textContent)
      .filter((text) => text !== '')
  const edit = async (label: string): Promise<void> => {
    await userEvent.type(screen.getByLabelText(label), 'x')
    await settled()
  }
  const three = ['to', 'from', 'text']

  describe(`${library}: a rejected submit`, () => {
    it('shows the message at its field, and nowhere else', async () => {
      show({ names: three })
      await submit(missing('From'))
      expect(invalid()).toEqual(['from'])
      expect(messages()).toEqual([words('PARAMETER_REQUIRED').text])
      expect(toasts()).toEqual([])
    })

    it('finds fields in any casing and spelling', async () => {
      show({ names: ['attributionSource', 'address.city'] })
      await submit(missing('Attribution_Source', 'Address[City]'))
      expect(invalid()).toEqual(['attributionSource', 'address.city'])
    })

    it('finds the field that only the code implies', async () => {
      show({ names: ['email', 'text'] })
      await submit(failure('ONLINE_LOGIN_EMAIL_EXISTS'))
      expect(invalid()).toEqual(['email'])
    })

    it('gives what is filled in to the app, and keeps it', async () => {
      show({ names: three })
      await edit('to')
      await submit(missing('From'))
      expect(calls[0]?.values).toMatchObject({ to: 'x' })
      expect(screen.getByLabelText('to')).toHaveValue('x')
    })

    it('shows several fields at once', async () => {
      show({ names: three })
      await submit(missing('Text', 'To'))
      expect(invalid()).toEqual(['to', 'text'])
      expect(messages()).toHaveLength(2)
    })
  })

  describe(`${library}: a name that the form does not know`, () => {
    it('goes to the summary', async () => {
      show({ names: three, summary: true })
      await submit(missing('PropertySid'))
      expect(summaryLines()).toHaveLength(1)
      expect(invalid()).toEqual([])
    })

    it('goes to a toast without a summary', async () => {
      show({ names: three })
      await submit(missing('PropertySid'))
      expect(toasts()).toHaveLength(1)
    })

    it.each(['PropertySid', '__proto__', 'constructor', 'a..b', 'to.', 'rows[-1]', '', 'to.length'])(
      'never blocks the next submit: %j',
      async (name) => {
        show({ names: three, summary: true })
        await submit(missing(name))
        await press('Send')
        expect(calls).toHaveLength(2)
      },
    )
  })

  describe(`${library}: the focus`, () => {
    it('lands on the first invalid field of the page, not of the answer', async () => {
      show({ names: three })
      await submit(missing('Text', 'From'))
      expect(screen.getByLabelText('from')).toHaveFocus()
    })

    it('lands there again when the same is rejected again', async () => {
      show({ names: three })
      await submit(missing('From'))
      screen.getByLabelText('text').focus()
      await submit(missing('From'))
      expect(screen.getByLabelText('from')).toHaveFocus()
    })

    it('goes to the summary where there is one, whose links lead to the fields', async () => {
      show({ names: three, summary: true })
      await submit(missing('Text'))
      expect(screen.getByRole('alert').parentElement).toHaveFocus()
      await userEvent.click(screen.getByRole('link', { name: /text/ }))
      expect(screen.getByLabelText('text')).toHaveFocus()
    })
  })

  describe(`${library}: the next try`, () => {
    it('is possible without an edit', async () => {
      show({ names: three })
      for (let attempt = 1; attempt < 4; attempt++) {
        await submit(missing('To'))
        expect(calls).toHaveLength(attempt)
        expect(invalid()).toEqual(['to'])
      }
    })

    it('clears everything when it succeeds', async () => {
      show({ names: three, summary: true })
      await submit(missing('To', 'From'))
      await submit(undefined)
      expect(invalid()).toEqual([])
      expect(messages()).toEqual([])
      expect(screen.queryByRole('link')).toBeNull()
    })

    it('replaces what the last one said', async () => {
      show({ names: three })
      await submit(missing('To', 'From'))
      await submit(missing('Text'))
      expect(invalid()).toEqual(['text'])
    })

    it('makes a late answer to an earlier one moot', async () => {
      show({ names: three })
      await press('Send')
      await press('Send')
      await calls[1]?.answer(missing('To'))
      await calls[0]?.answer(missing('From'))
      expect(invalid()).toEqual(['to'])
      expect(toasts()).toEqual([])
    })
  })

  describe(`${library}: editing`, () => {
    it('clears its field and no other', async () => {
      show({ names: three, summary: true })
      await submit(missing('To', 'From'))
      await edit('to')
      expect(invalid()).toEqual(['from'])
      expect(screen.getAllByRole('link')).toHaveLength(1)
    })

    it('is what clears: leaving a field does not', async () => {
      show({ names: three })
      await submit(missing('To', 'From'))
      await userEvent.click(screen.getByLabelText('to'))
      await userEvent.keyboard('{Tab}{Tab}')
      await settled()
      expect(invalid()).toEqual(['to', 'from'])
    })

    it('keeps the focus where it is', async () => {
      show({ names: three })
      await submit(missing('To', 'From'))
      await edit('from')
      expect(screen.getByLabelText('from')).toHaveFocus()
    })
  })

  describe(`${library}: a group`, () => {
    it.each([['To,From'], ['To', 'From']])('marks all its fields, and says it once (%j)', async (...names) => {
      show({ names: three })
      await submit(failure('CONFLICTING_PARAMETERS', ...names))
      expect(invalid()).toEqual(['to', 'from'])
      expect(messages()).toHaveLength(1)
    })

    it('clears as a whole when any member is edited', async () => {
      show({ names: three })
      await submit(failure('CONFLICTING_PARAMETERS', 'To', 'From'))
      await edit('from')
      expect(invalid()).toEqual([])
      expect(messages()).toEqual([])
    })
  })

  describe(`${library}: rows`, () => {
    it('are found by their position', async () => {
      show({ names: [], rows: ['a', 'b'] })
      await submit(missing('Rows[1].To'))
      expect(invalid()).toEqual(['b'])
    })

    it('keep their errors when one is inserted before them', async () => {
      show({ names: [], rows: ['a', 'b'] })
      await submit(missing('Rows[1].To'))
      await press('Insert')
      expect(invalid()).toEqual(['b'])
      expect(messages()).toHaveLength(1)
    })

    it('keep their errors when one before them is removed', async () => {
      show({ names: [], rows: ['a', 'b'] })
      await submit(missing('Rows[1].To'))
      await press('Remove')
      expect(invalid()).toEqual(['b'])
    })

    it('clear under their new position, and can be sent', async () => {
      show({ names: [], rows: ['a', 'b'] })
      await submit(missing('Rows[1].To'))
      await press('Insert')
      await edit('b')
      expect(invalid()).toEqual([])
      await press('Send')
      expect(calls).toHaveLength(2)
    })

    it('that the user removes take their messages with them', async () => {
      show({ names: [], rows: ['a', 'b'], summary: true })
      await submit(missing('Rows[0].To'))
      await press('Remove')
      expect([...invalid(), ...summaryLines(), ...toasts()]).toEqual([])
    })
  })

  describe(`${library}: around the form`, () => {
    it('two forms with the same names keep to themselves', async () => {
      renderWithApiErrors(
        ['one', 'two'].map((title) => (
          <section key={title} aria-label={title}>
            <ApiErrorBoundary>
              <Page names={three} />
            </ApiErrorBoundary>
          </section>
        )),
      )
      const two = screen.getByRole('region', { name: 'two' })
      await press('Send', two)
      await calls[0]?.answer(missing('To'))
      expect(within(two).getByLabelText('to')).toBeInvalid()
      expect(within(screen.getByRole('region', { name: 'one' })).getByLabelText('to')).toBeValid()
    })

    it('a form that has gone leaves the answer to one toast', async () => {
      function Closing(): ReactNode {
        const [isOpen, setIsOpen] = useState(true)
        return (
          <>
            {isOpen && (
              <ApiErrorBoundary>
                <Page names={three} />
              </ApiErrorBoundary>
            )}
            <button onClick={() => setIsOpen(false)}>Close</button>
          </>
        )
      }
      renderWithApiErrors(<Closing />)
      await press('Send')
      await press('Close')
      await calls[0]?.answer(missing('To'))
      expect(toasts()).toHaveLength(1)
    })

    it('a field that comes later gets its message', async () => {
      const { rerender } = show({ names: ['to'] })
      await submit(missing('From'))
      expect(invalid()).toEqual([])
      rerender(
        <StrictMode>
          <ApiErrorBoundary>
            <Page names={['to', 'from']} />
          </ApiErrorBoundary>
        </StrictMode>,
      )
      await settled()
      expect(screen.getByLabelText('from')).toHaveAttribute('aria-invalid', 'true')
    })

    it('the messages change with the language', async () => {
      const { apiErrors } = show({ names: three })
      await submit(missing('To'))
      await apiErrors.setLocale('nl')
      await settled()
      expect(messages()).toHaveLength(1)
      expect(messages()[0]).not.toBe(words('PARAMETER_REQUIRED').text)
    })
  })
}
