import { useMutation } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { ApiErrorBoundary, ErrorSummary, type ApiErrorBoundaryProps } from '../../../src/index.js'
import { renderWithApiErrors, type RenderWithApiErrorsResult } from '../../../src/testing/index.js'
import { settled } from '../../setup/settled.js'

export { messagesWith, summaryLines } from '../../setup/onScreen.js'

/** The documented body of a failure, one item a name. */
export const failureOf = (code: string, fields: readonly string[] = [], message = 'The server says so.') => ({
  ResponseStatus: { ErrorCode: code, Message: message, Errors: fields.map((FieldName) => ({ FieldName })) },
})

interface SubmitFormProps {
  readonly send: () => Promise<unknown>
  readonly name?: string
  readonly children?: ReactNode
}

/** A form with a plain mutation and a button. */
export function SubmitForm({ send, name = 'Send', children }: SubmitFormProps): ReactNode {
  const { mutate } = useMutation({ mutationFn: send })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      {children}
      <button type="submit">{name}</button>
    </form>
  )
}

interface FormPage extends RenderWithApiErrorsResult {
  /** Submits, and is answered with this failure; `undefined` succeeds. */
  readonly submit: (failure?: unknown) => Promise<void>
  /** Shows other content in the same form. */
  readonly show: (children: ReactNode) => Promise<void>
}

/** Renders a form in a scope of its own, with a summary unless told otherwise. */
export function renderForm(
  children: ReactNode,
  { summary = true, ...boundary }: { summary?: boolean } & Pick<ApiErrorBoundaryProps, 'onReveal' | 'aliases'> = {},
): FormPage {
  let answer: unknown
  const send = (): Promise<unknown> => (answer === undefined ? Promise.resolve('saved') : Promise.reject(answer))
  const page = (content: ReactNode): ReactNode => (
    <ApiErrorBoundary {...boundary}>
      <SubmitForm send={send}>
        {summary && <ErrorSummary />}
        {content}
      </SubmitForm>
    </ApiErrorBoundary>
  )
  const result = renderWithApiErrors(page(children))
  return {
    ...result,
    async submit(failure) {
      answer = failure
      await userEvent.click(screen.getByRole('button', { name: 'Send' }))
      await settled()
    },
    async show(content) {
      result.rerender(page(content))
      await settled()
    },
  }
}
