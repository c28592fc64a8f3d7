import { useMutation } from '@tanstack/react-query'
import { act, cleanup, screen } from '@testing-library/react'
import { StrictMode, useId, type ReactNode } from 'react'
import {
  useController,
  useFieldArray,
  useForm,
  type FieldValues,
  type Resolver,
  type UseFormProps,
  type UseFormReturn,
} from 'react-hook-form'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { z } from 'zod'
import { useServerErrors } from '../../src/adapters/react-hook-form.js'
import { ApiErrorBoundary } from '../../src/index.js'
import { renderWithApiErrors } from '../../src/testing/index.js'
import { toasts } from '../setup/onScreen.js'
import { settled } from '../setup/settled.js'
import { words } from '../setup/words.js'
import { describeConformance, type FormUnderTestProps } from './conformance.js'

interface InputProps {
  readonly form: UseFormReturn
  readonly name: string
  readonly label: string
}

interface ShownProps extends Pick<InputProps, 'label'> {
  readonly message: string | undefined
  readonly children: (id: string) => ReactNode
}

function Shown({ label, message, children }: ShownProps): ReactNode {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      <span role="note">{message}</span>
    </div>
  )
}

function Registered({ form, name, label }: InputProps): ReactNode {
  const { error } = form.getFieldState(name, form.formState)
  return (
    <Shown label={label} message={error?.message}>
      {(id) => <input id={id} aria-invalid={error !== undefined} {...form.register(name)} />}
    </Shown>
  )
}

function Controlled({ form, name, label }: InputProps): ReactNode {
  const { field, fieldState } = useController({ control: form.control, name, defaultValue: '' })
  return (
    <Shown label={label} message={fieldState.error?.message}>
      {(id) => <input {...field} id={id} aria-invalid={fieldState.error !== undefined} />}
    </Shown>
  )
}

const makeForm = (Input: typeof Registered) =>
  function Form({ names, rows = [], onSend }: FormUnderTestProps): ReactNode {
    const form = useForm<FieldValues>({ defaultValues: { rows: rows.map((to) => ({ to })) } })
    useServerErrors(form)
    const { fields, insert, remove } = useFieldArray({ control: form.control, name: 'rows', keyName: 'key' })
    return (
      <form noValidate onSubmit={(event) => void form.handleSubmit(onSend)(event)}>
        {names.map((name) => (
          <Input key={name} form={form} name={name} label={name} />
        ))}
        {fields.map((row, index) => (
          <Input key={row.key} form={form} name={`rows.${index}.to`} label={String(Reflect.get(row, 'to'))} />
        ))}
        <button type="submit">Send</button>
        {rows.length > 0 && (
          <>
            <button type="button" onClick={() => insert(0, { to: 'new' }, { shouldFocus: false })}>
              Insert
            </button>
            <button type="button" onClick={() => remove(0)}>
              Remove
            </button>
          </>
        )}
      </form>
    )
  }

describeConformance('react-hook-form with register', makeForm(Registered))
describeConformance('react-hook-form with Controller', makeForm(Controlled))

describe('react-hook-form: what the server has refused', () => {
  const refusal = { ResponseStatus: { ErrorCode: 'PARAMETER_INVALID', Errors: [{ FieldName: 'To' }] } }
  let form: UseFormReturn<FieldValues>
  let answers: (() => Promise<unknown>)[] = []
  let sent = 0

  interface Options extends Pick<UseFormProps<FieldValues>, 'mode' | 'resolver' | 'defaultValues'> {
    readonly Input?: typeof Registered | undefined
    readonly isDisabled?: boolean
  }
  function Form({ Input = Registered, isDisabled = false, ...options }: Options): ReactNode {
    form = useForm<FieldValues>(options)
    useServerErrors(form)
    const { mutateAsync } = useMutation({ mutationFn: async (_values: unknown) => answers[sent++]?.() })
    const send = form.handleSubmit((values) => mutateAsync(values).catch(() => undefined))
    const { fields, prepend, remove } = useFieldArray({ control: form.control, name: 'rows', keyName: 'key' })
    return (
      <form noValidate onSubmit={(event) => void send(event)}>
        <Input form={form} name="to" label="to" />
        <Registered form={form} name="text" label="text" />
        {fields.map((row, index) => (
          <Registered key={row.key} form={form} name={`rows.${index}.to`} label={`row ${index}`} />
        ))}
        <button disabled={isDisabled && !form.formState.isValid}>Send</button>
        <button type="button" onClick={() => prepend({ to: '' }, { shouldFocus: false })}>
          Prepend
        </button>
        <button type="button" onClick={() => remove(0)}>
          Remove
        </button>
      </form>
    )
  }
  const fails = (): Promise<unknown> => Promise.reject(refusal)
  const show = async (options: Options = {}, ...given: (() => Promise<unknown>)[]): Promise<void> => {
    answers = given.length > 0 ? given : [fails]
    sent = 0
    renderWithApiErrors(
      <StrictMode>
        <ApiErrorBoundary>
          <Form {...options} />
        </ApiErrorBoundary>
      </StrictMode>,
    )
    await press('Send')
  }
  const press = async (name: string): Promise<void> => {
    await userEvent.click(screen.getByRole('button', { name }))
    await settled()
  }
  const message = () => screen.getAllByRole('note')[0]?.textContent
  const text = words('PARAMETER_INVALID').text

  /** Text is missing: this field and no other stops a submit. */
  const schema = z.object({ to: z.any(), text: z.string().min(1), rows: z.any() })
  const resolver: Resolver<FieldValues> = (values) => {
    const { success, error } = schema.safeParse(values)
    if (success) return { values, errors: {} }
    const errors = error.issues.map(
      ({ path, message: said }) => [path.join('.'), { type: 'zod', message: said }] as const,
    )
    return { values: {}, errors: Object.fromEntries(errors) }
  }

  // P58: the library's own validation never takes it.
  it.each([
    ['a blur', { mode: 'all' }, async () => userEvent.tab()],
    ['a blur, with a resolver', { mode: 'all', resolver, defaultValues: { text: 'a' } }, async () => userEvent.tab()],
    ['trigger()', {}, async () => act(() => form.trigger())],
    ['trigger() of the field', { resolver, defaultValues: { text: 'a' } }, async () => act(() => form.trigger('to'))],
    ['a row that is put before others', {}, () => press('Prepend')],
    ['an edit of another field', { mode: 'onChange' }, () => userEvent.type(screen.getByLabelText('text'), 'x')],
    [
      'another value that the app sets',
      {},
      async () => act(() => form.setValue('text', 'x', { shouldValidate: true })),
    ],
  ] as const)('stays through %s', async (_, options, validate) => {
    for (const Input of [Registered, Controlled]) {
      await show({ ...options, Input })
      expect(message()).toBe(text)
      screen.getByLabelText('to').focus()
      await validate()
      await settled()
      expect(message()).toBe(text)
      cleanup()
    }
  })

  it('stays while a submit is stopped by the client, beside what that says', async () => {
    await show({ resolver, defaultValues: { text: 'a' } })
    await userEvent.clear(screen.getByLabelText('text'))
    await press('Send')
    expect(sent).toBe(1)
    expect(message()).toBe(text)
    expect(screen.getAllByRole('note')[1]?.textContent).not.toBe('')
  })

  it('stays until the next answer is there, and is then what that says', async () => {
    let answer: () => void = () => undefined
    const later = () => new Promise<unknown>((resolve) => (answer = () => resolve('saved')))
    await show({ resolver, defaultValues: { text: 'a' } }, fails, later)
    await press('Send')
    expect(sent).toBe(2)
    expect(message()).toBe(text)
    await act(async () => answer())
    await settled()
    expect(message()).toBe('')
  })

  it.each([
    ['an edit', () => userEvent.type(screen.getByLabelText('to'), '1')],
    ['reset()', async () => act(() => form.reset())],
    ['reset() that keeps the values', async () => act(() => form.reset(undefined, { keepValues: true }))],
    ['clearErrors()', async () => act(() => form.clearErrors())],
  ] as const)('goes with %s', async (_, clear) => {
    await show()
    await clear()
    await settled()
    expect(message()).toBe('')
    await act(() => form.trigger())
    expect(message()).toBe('')
  })

  // P59
  it('never makes the form invalid: a button that waits for isValid can be pressed', async () => {
    await show({ isDisabled: true }, fails, fails)
    expect(message()).toBe(text)
    expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled()
    await press('Send')
    expect(sent).toBe(2)
  })

  // P60
  it('goes to the next home where nothing renders it, and the developer is told', async () => {
    const Silent = ({ name }: InputProps): ReactNode => <input aria-label={name} {...form.register(name)} />
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await show({ Input: Silent })
    expect(toasts()).toHaveLength(1)
    expect(warn.mock.calls).toEqual([[expect.stringContaining("refuses the field 'to'")]])
    warn.mockRestore()
  })

  // P69
  it('costs no copy of the values at each change', async () => {
    let copies = 0
    const watched = {
      get probe() {
        copies++
        return 1
      },
    }
    await show({ defaultValues: { watched } })
    const before = copies
    await userEvent.type(screen.getByLabelText('text'), 'abc')
    expect(copies).toBe(before)
  })
})
