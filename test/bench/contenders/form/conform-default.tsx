import {
  getFormProps,
  getInputProps,
  parse,
  useForm,
  type FieldMetadata,
  type SubmissionResult,
} from '@conform-to/react'
import { useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

type Values = Record<string, string>

/** Its usual way: the fields that useForm returns, read by the form; the rejection focuses the first input. */
function Field({ field }: { readonly field: FieldMetadata<string> }): ReactNode {
  const { key, ...props } = getInputProps(field, { type: 'text' })
  return (
    <div className="field">
      <label htmlFor={field.id}>{field.name}</label>
      <input key={key} {...props} />
      {field.errors !== undefined && (
        <p className="msg" id={field.errorId}>
          {field.errors}
        </p>
      )}
    </div>
  )
}

function Form({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const [lastResult, setLastResult] = useState<SubmissionResult>({})
  const rejected = Object.keys(lastResult.error ?? {})
  const [form, fields] = useForm<Values>({
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
    reject: ({ ResponseStatus }) =>
      setLastResult({
        status: 'error',
        error: Object.fromEntries(ResponseStatus.Errors.map(({ FieldName, Message }) => [FieldName, [Message]])),
      }),
    clear: () => setLastResult({}),
  })
  return (
    <form {...getFormProps(form)}>
      {FIELD_NAMES.map((name) => fields[name] && <Field key={name} field={fields[name]} />)}
    </form>
  )
}

export const contender: FormContender = {
  name: '@conform-to/react (fields of useForm)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
