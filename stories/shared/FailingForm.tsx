import type { Decorator } from '@storybook/react-vite'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiErrorBoundary, ErrorSummary } from '../../src/index.js'
import type { ApiError } from '../../src/index.js'

interface FailingFormProps {
  /** Makes what each submit is answered with. */
  readonly fail: () => ApiError
  /** @default false */
  readonly summary?: boolean
  readonly children: ReactNode
}

/** A form in a scope of its own, whose submit always fails. */
export function FailingForm(props: FailingFormProps): ReactNode {
  return (
    <ApiErrorBoundary>
      <Form {...props} />
    </ApiErrorBoundary>
  )
}

function Form({ fail, summary = false, children }: FailingFormProps): ReactNode {
  const save = useMutation({ mutationFn: () => Promise.reject(fail()) })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {summary && <ErrorSummary />}
      {children}
      <button className="button" type="submit">
        Save
      </button>
    </form>
  )
}

/** Puts a story in a {@link FailingForm}. */
export function inFailingForm(fail: () => ApiError, options: Pick<FailingFormProps, 'summary'> = {}): Decorator {
  return (Story) => (
    <FailingForm fail={fail} {...options}>
      <Story />
    </FailingForm>
  )
}
