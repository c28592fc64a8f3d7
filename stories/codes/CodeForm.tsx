import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { ApiErrorBoundary, ErrorSummary } from '../../src/index.js'
import { provocations } from '../telephony-api/requests.js'
import type { FormExample } from './CodeExample.js'
import { ExampleField } from './FormField.js'
import { sendRequest, valueIn } from './sendRequest.js'

interface FormProps extends FormExample {
  readonly onSend: (form: FormData) => void
  readonly isPending: boolean
  readonly isDone: boolean
}

/** A form as an app writes it: fields, a summary, and a plain `useMutation` or `useQuery`. */
export function CodeForm(props: FormExample): ReactNode {
  const Form = provocations[props.code].method === 'GET' ? SearchForm : ChangeForm
  return (
    <>
      <h1>{props.title}</h1>
      <ApiErrorBoundary>
        <Form {...props} />
      </ApiErrorBoundary>
    </>
  )
}

function ChangeForm(props: FormExample): ReactNode {
  const change = useMutation({ mutationFn: (form: FormData) => sendRequest(props.code, form) })
  return (
    <Form {...props} onSend={(form) => change.mutate(form)} isPending={change.isPending} isDone={change.isSuccess} />
  )
}

function SearchForm(props: FormExample): ReactNode {
  const latest = useRef<FormData>(undefined)
  const search = useQuery({
    queryKey: ['search', props.code],
    queryFn: () => sendRequest(props.code, latest.current),
    enabled: false,
  })
  const send = (form: FormData): void => {
    latest.current = form
    void search.refetch()
  }
  return <Form {...props} onSend={send} isPending={search.isFetching} isDone={search.isSuccess} />
}

function Form({ code, fields, action, onSend, isPending, isDone }: FormProps): ReactNode {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend(new FormData(event.currentTarget))
      }}
    >
      <ErrorSummary />
      {fields.map((field) => (
        <ExampleField
          key={field.name}
          {...field}
          value={field.value ?? valueIn(provocations[code], field.name) ?? ''}
        />
      ))}
      <button className="button" type="submit" aria-disabled={isPending || undefined}>
        {action}
      </button>
      <p role="status">{isDone && 'Done'}</p>
    </form>
  )
}
