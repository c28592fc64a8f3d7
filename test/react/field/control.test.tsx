import { act, fireEvent, screen } from '@testing-library/react'
import { createRef, lazy, StrictMode, Suspense, type ReactElement, type ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { describe, expect, it, vi } from 'vitest'
import { Field, type FieldProps } from '../../../src/index.js'
import { settled } from '../../setup/settled.js'
import { ui, words } from '../../setup/words.js'
import { failureOf, renderForm } from '../form/renderForm.js'

const REQUIRED = `${ui('errorPrefix')} ${words('PARAMETER_REQUIRED').text}`
const control = (): HTMLElement => screen.getByRole('textbox')

/**
 * An element as a Server Component's answer brings it: the client of React's Flight wraps a chunk of the stream in what
 * `React.lazy` returns, and puts that where the element was.
 */
function flightElement(): { readonly element: ReactElement<object>; readonly arrive: (value: ReactNode) => void } {
  const listeners: (() => void)[] = []
  const chunk = {
    status: 'pending',
    value: undefined as ReactNode,
    then: (listener: () => void) => void (chunk.status === 'pending' ? listeners.push(listener) : listener()),
  }
  const readChunk = (payload: typeof chunk): ReactNode => {
    if (payload.status === 'fulfilled') return payload.value
    // What React waits for is thrown, and it need not be an error.
    // oxlint-disable-next-line typescript/only-throw-error
    throw payload
  }
  const wrapper: unknown = { $$typeof: Symbol.for('react.lazy'), _payload: chunk, _init: readChunk }
  return {
    element: wrapper as ReactElement<object>,
    arrive(value) {
      Object.assign(chunk, { status: 'fulfilled', value })
      for (const listener of listeners) listener()
    },
  }
}

function arrived(value: ReactNode): ReactElement<object> {
  const { element, arrive } = flightElement()
  arrive(value)
  return element
}

// The kind: the child of a Field is not the element itself, but what React resolves to one when it renders it.
describe('a control that comes from a Server Component', () => {
  it.each<{ what: string; child: ReactElement<object> }>([
    { what: 'a textarea', child: arrived(<textarea maxLength={160} />) },
    { what: 'an input', child: arrived(<input type="tel" />) },
    { what: 'a chunk that is made of another one', child: arrived(arrived(<textarea />)) },
    { what: 'a component of the browser', child: arrived(<Fancy />) },
  ])('gets the props of its field: $what', async ({ child }) => {
    const { submit } = renderForm(
      <StrictMode>
        <Field name="to" label="To" hint="With the country code">
          {child}
        </Field>
      </StrictMode>,
    )
    await submit(failureOf('PARAMETER_REQUIRED', ['to']))
    expect(control()).toHaveAccessibleName('To')
    expect(control()).toBeInvalid()
    expect(control()).toHaveAccessibleDescription(`With the country code ${REQUIRED}`)
    fireEvent.input(control(), { target: { value: 'x' } })
    expect(control()).toBeValid()
  })

  it('is waited for while it is on its way', async () => {
    const { element, arrive } = flightElement()
    const { submit } = renderForm(
      <Suspense fallback={<p>Loading</p>}>
        <Field name="to" label="To">
          {element}
        </Field>
      </Suspense>,
    )
    expect(screen.getByText('Loading')).toBeVisible()
    await act(async () => arrive(<textarea />))
    await submit(failureOf('PARAMETER_REQUIRED', ['to']))
    expect(control()).toHaveAccessibleDescription(REQUIRED)
  })

  it('keeps what was typed when the server renders again, whatever wraps the element this time', async () => {
    const field = (child: ReactElement<object>): ReactNode => (
      <Suspense fallback={<p>Loading</p>}>
        <Field name="to" label="To">
          {child}
        </Field>
      </Suspense>
    )
    const { show } = renderForm(field(arrived(<textarea />)))
    const first = control()
    fireEvent.input(first, { target: { value: 'typed' } })
    const next = flightElement()
    await show(field(<textarea />))
    await show(field(arrived(<textarea rows={3} />)))
    await show(field(next.element))
    await act(async () => next.arrive(<textarea rows={5} />))
    await settled()
    expect(control()).toBe(first)
    expect(control()).toHaveValue('typed')
    expect(control()).toHaveAttribute('rows', '5')
  })

  it('is left as it is where the server makes no element of it', () => {
    renderForm(
      <Field name="to" label="To">
        {arrived('not for you')}
      </Field>,
    )
    expect(screen.getByText('not for you')).toBeVisible()
  })

  it('may be a component that is loaded', async () => {
    const Loaded = lazy(async () => ({ default: Fancy }))
    const { submit } = renderForm(
      <Suspense>
        <Field name="to" label="To">
          <Loaded />
        </Field>
      </Suspense>,
    )
    await settled()
    await submit(failureOf('PARAMETER_REQUIRED', ['to']))
    expect(control()).toHaveAccessibleDescription(REQUIRED)
  })
})

// The kind: something that is written at the Field and meant for its control.
describe('what a field is given for its control', () => {
  it.each<{ what: string; child: FieldProps['children'] }>([
    { what: 'an element', child: <textarea /> },
    { what: 'a component', child: <Fancy /> },
    { what: 'a function', child: (props) => <textarea {...props} /> },
    { what: 'nothing', child: undefined },
  ])('reaches it where the child is $what', ({ child }) => {
    renderForm(
      <Field name="text" label="Message" required maxLength={5} data-own="1">
        {child}
      </Field>,
    )
    expect(control()).toBeRequired()
    expect(control()).toHaveAttribute('maxlength', '5')
    expect(control()).toHaveAttribute('data-own', '1')
  })

  it('goes behind what the control has of its own, and both hear of an event', () => {
    const [onField, onControl] = [vi.fn<() => void>(), vi.fn<() => void>()]
    renderForm(
      <Field name="text" label="Message" maxLength={5} placeholder="Text" onChange={onField} onInput={onField}>
        <textarea maxLength={9} placeholder={undefined} onChange={onControl} onInput={onControl} />
      </Field>,
    )
    expect(control()).toHaveAttribute('maxlength', '9')
    expect(control()).toHaveAttribute('placeholder', 'Text')
    fireEvent.input(control(), { target: { value: 'x' } })
    expect(onField).toHaveBeenCalledTimes(2)
    expect(onControl).toHaveBeenCalledTimes(2)
  })

  it('keeps what is said of it at the field and at the control', async () => {
    const { submit } = renderForm(
      <>
        <p id="one">One</p>
        <p id="two">Two</p>
        <Field name="to" label="To" aria-describedby="one">
          <textarea aria-describedby="two" />
        </Field>
      </>,
    )
    await submit(failureOf('PARAMETER_REQUIRED', ['to']))
    expect(control()).toHaveAccessibleDescription(`One Two ${REQUIRED}`)
  })
})

// The kind: a ref on the Field, as form libraries hand one out, is that of the control.
describe('the ref of a field', () => {
  it.each<{ what: string; child: ReactElement<object> | undefined }>([
    { what: 'its input', child: undefined },
    { what: 'an element', child: <textarea /> },
    { what: 'an element of a Server Component', child: arrived(<textarea />) },
  ])('is that of $what', ({ child }) => {
    const ref = createRef<HTMLInputElement>()
    const called = vi.fn<(element: HTMLInputElement | null) => void>()
    const field = (own: typeof ref | typeof called) => (
      <Field name="to" label="To" ref={own}>
        {child}
      </Field>
    )
    renderForm(field(ref))
    expect(ref.current).toBe(control())
    const { unmount } = renderForm(<div data-testid="second">{field(called)}</div>)
    expect(called.mock.lastCall?.[0]).toBe(screen.getByTestId('second').querySelector('[name="to"]'))
    unmount()
    expect(called.mock.lastCall?.[0]).toBeNull()
  })

  it('leaves the control its own', async () => {
    const [onField, onControl] = [createRef<HTMLInputElement>(), createRef<HTMLTextAreaElement>()]
    const called = vi.fn<(element: HTMLTextAreaElement | null) => void>()
    const field = (ref: typeof onControl | typeof called) => (
      <Field name="to" label="To" ref={onField}>
        <textarea ref={ref} />
      </Field>
    )
    const { show } = renderForm(field(onControl))
    expect(onField.current).toBe(control())
    expect(onControl.current).toBe(control())
    await show(field(called))
    expect(onField.current).toBe(control())
    expect(onControl.current).toBeNull()
    expect(called.mock.lastCall?.[0]).toBe(control())
    await show(null)
    expect(onField.current).toBeNull()
    expect(called.mock.lastCall?.[0]).toBeNull()
  })

  it('is what React Hook Form registers', async () => {
    let values: unknown
    function Registered(): ReactNode {
      const { register, getValues, setFocus } = useForm({ defaultValues: { to: 'here', text: 'first' } })
      return (
        <>
          <Field label="To" {...register('to')} />
          <Field label="Text" {...register('text')}>
            <textarea />
          </Field>
          <button type="button" onClick={() => void (values = getValues())}>
            Read
          </button>
          <button type="button" onClick={() => setFocus('text')}>
            Focus
          </button>
        </>
      )
    }
    renderForm(<Registered />)
    expect(screen.getByLabelText('Text')).toHaveValue('first')
    fireEvent.input(screen.getByLabelText('To'), { target: { value: 'there' } })
    fireEvent.input(screen.getByLabelText('Text'), { target: { value: 'second' } })
    fireEvent.click(screen.getByText('Read'))
    expect(values).toEqual({ to: 'there', text: 'second' })
    fireEvent.click(screen.getByText('Focus'))
    await settled()
    expect(screen.getByLabelText('Text')).toHaveFocus()
  })
})

function Fancy(props: object): ReactNode {
  return <textarea {...props} />
}
