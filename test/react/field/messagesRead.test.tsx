import { useMutation } from '@tanstack/react-query'
import { fireEvent, screen, within } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { FieldError as AriaFieldError, Input, Label, TextField } from 'react-aria-components'
import { describe, expect, it } from 'vitest'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  useFieldError,
  type FieldErrorResult,
  type Home,
} from '../../../src/index.js'
import { en } from '../../../src/locales/en.js'
import { makeFailure, renderWithApiErrors } from '../../../src/testing/index.js'
import { toastTitles } from '../../setup/onScreen.js'
import { settled } from '../../setup/settled.js'
import { words } from '../../setup/words.js'

const REQUIRED = words('PARAMETER_REQUIRED').text

interface TextInputProps {
  readonly name: string
  readonly helperText?: ReactNode
  readonly error?: ReactNode
}

/** As MUI's: it makes the id of its text itself, and points its input at that. */
function MaterialInput({ name, helperText, error }: TextInputProps): ReactNode {
  return (
    <div>
      <input name={name} aria-label={name} aria-invalid={Boolean(error)} aria-describedby={`${name}-helper-text`} />
      {helperText !== '' && <p id={`${name}-helper-text`}>{helperText}</p>}
    </div>
  )
}

function Material(): ReactNode {
  const { messages, isInvalid } = useFieldError('to')
  return <MaterialInput name="to" error={isInvalid} helperText={messages.join('. ')} />
}

/** As Mantine's: the text is the mark. */
function Mantine(): ReactNode {
  const { messages, controlProps } = useFieldError('to')
  return (
    <div>
      <input {...controlProps} aria-label="to" />
      {messages[0] !== undefined && <p>{messages[0]}</p>}
    </div>
  )
}

function Aria(): ReactNode {
  const to = useFieldError('to')
  return (
    <TextField name="to" isInvalid={to.isInvalid} validationBehavior="aria" onChange={to.clear}>
      <Label>to</Label>
      <Input />
      <AriaFieldError>{to.messages.join(' ')}</AriaFieldError>
    </TextField>
  )
}

const Message = ({ of }: { readonly of: FieldErrorResult }): ReactNode => <p>{of.messages.join(' ')}</p>

/** Hands the result on: what reads `messages` is further in. */
function Apart(): ReactNode {
  const to = useFieldError('to')
  return (
    <div>
      <input {...to.controlProps} aria-label="to" />
      <Message of={to} />
    </div>
  )
}

/** Only marks: nobody reads `messages`. */
function Marked(): ReactNode {
  return <input {...useFieldError('to').controlProps} aria-label="to" />
}

function InShadow({ children }: { readonly children: ReactNode }): ReactNode {
  const [root, setRoot] = useState<ShadowRoot | null>(null)
  const attach = (host: HTMLElement | null): void => {
    if (host !== null) setRoot(host.shadowRoot ?? host.attachShadow({ mode: 'open' }))
  }
  return (
    <div ref={attach} data-testid="host">
      {root !== null && createPortal(<div>{children}</div>, root)}
    </div>
  )
}

function Form({ children }: { readonly children: ReactNode }): ReactNode {
  const failure = makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })
  const { mutate } = useMutation({ mutationFn: () => Promise.reject(failure) })
  return (
    <>
      {children}
      <button onClick={() => mutate()}>Save</button>
    </>
  )
}

async function reject(content: ReactNode) {
  const homes: (readonly Home[])[] = []
  const apiErrors = new ApiErrorClient({ locales: [en], onReport: (_error, context) => homes.push(context.homes) })
  renderWithApiErrors(
    <ApiErrorBoundary>
      <Form>{content}</Form>
    </ApiErrorBoundary>,
    { apiErrors },
  )
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await settled()
  return homes
}

const ALL = [
  { what: 'MUI’s helperText', field: <Material /> },
  { what: 'Mantine’s error', field: <Mantine /> },
  { what: 'React Aria’s FieldError', field: <Aria /> },
  { what: 'a component further in', field: <Apart /> },
]

// The kind: what shows a message is not found in the document by the id that we gave to it.
describe('P41 who reads messages shows them', () => {
  it.each(ALL)('in $what, and nothing else does', async ({ field }) => {
    expect(await reject(field)).toEqual([['field']])
    expect(screen.getAllByText(REQUIRED)).toHaveLength(1)
    expect(screen.getByRole('textbox')).toBeInvalid()
    expect(toastTitles()).toEqual([])
  })

  it.each(ALL)('in a shadow root, in $what', async ({ field }) => {
    expect(await reject(<InShadow>{field}</InShadow>)).toEqual([['field']])
    const inside = screen.getByTestId('host').shadowRoot?.querySelector('div')
    expect(within(inside ?? document.body).getAllByText(REQUIRED)).toHaveLength(1)
    expect(screen.queryByText(REQUIRED)).toBeNull()
    expect(toastTitles()).toEqual([])
  })

  it.each([
    { where: 'in the page', field: <Marked /> },
    {
      where: 'in a shadow root',
      field: (
        <InShadow>
          <Marked />
        </InShadow>
      ),
    },
  ])('and of a field that is only marked, a toast does: $where', async ({ field }) => {
    expect(await reject(field)).toEqual([['toast']])
    expect(toastTitles()).toHaveLength(1)
  })
})
