import { FormProvider, getInputProps, parse, useField, useForm, type SubmissionResult } from '@conform-to/react'
import { memo, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

type Values = Record<string, string>

/** Its fastest way: useField in memoized fields, each of which subscribes to its own errors. */
const Field = memo(function Field({ name }: { readonly name: string }): ReactNode {
  const [field] = useField<string>(name)
  const { key, ...props } = getInputProps(field, { type: 'text' })
  return (
    <div className="field">
      <label htmlFor={field.id}>{name}</label>
      <input key={key} {...props} />
      {field.errors !== undefined && (
        <p className="msg" id={field.errorId}>
          {field.errors}
        </p>
      )}
    </div>
  )
})

function Form({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const [lastResult, setLastResult] = useState<SubmissionResult>({})
  const rejected = Object.keys(lastResult.error ?? {})
  const [form] = useForm<Values>({
    lastResult,
    shouldValidate: 'onInput',
    // What is null keeps its last error: only the edited field is found to be valid.
    onValidate: ({ formData }) =>
      parse<Values, string[]>(formData, {
        resolve: (_, intent) => ({
          error: Object.fromEntries(
            rejected
              .filter((name) => intent?.type === 'validate' && intent.payload.name !== name)
              .map((name) => [name, null]),
          ),
        }),
      }),
  })
  ready({
    // With `status: 'error'` it would focus the first input, which costs a layout.
    reject: ({ ResponseStatus }) =>
      setLastResult({
        error: Object.fromEntries(ResponseStatus.Errors.map(({ FieldName, Message }) => [FieldName, [Message]])),
      }),
    clear: () => setLastResult({}),
  })
  return (
    <FormProvider context={form.context}>
      <form id={form.id} onSubmit={form.onSubmit} noValidate>
        {FIELD_NAMES.map((name) => (
          <Field key={name} name={name} />
        ))}
      </form>
    </FormProvider>
  )
}

export const contender: FormContender = {
  name: '@conform-to/react (useField)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
