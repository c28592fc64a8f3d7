import { FormikProvider, useField, useFormik } from 'formik'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

/** Its usual way: useField in every field, as its tutorial ends. */
function Field({ name }: { readonly name: string }): ReactNode {
  const [field, meta, { setError }] = useField<string>(name)
  const message = meta.error
  return (
    <div className="field">
      <label htmlFor={name}>{name}</label>
      <input
        id={name}
        {...field}
        onChange={(event) => {
          field.onChange(event)
          setError(undefined)
        }}
        aria-invalid={message === undefined ? undefined : true}
        aria-describedby={message === undefined ? undefined : `${name}-error`}
      />
      {message !== undefined && (
        <p className="msg" id={`${name}-error`}>
          {message}
        </p>
      )}
    </div>
  )
}

function Form({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const formik = useFormik({
    initialValues: Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])),
    // Validation on an edit would replace all errors, the server's too.
    validateOnChange: false,
    validateOnBlur: false,
    onSubmit: () => {},
  })
  ready({
    reject: ({ ResponseStatus }) =>
      formik.setErrors(Object.fromEntries(ResponseStatus.Errors.map(({ FieldName, Message }) => [FieldName, Message]))),
    clear: () => formik.setErrors({}),
  })
  return (
    <FormikProvider value={formik}>
      <form>
        {FIELD_NAMES.map((name) => (
          <Field key={name} name={name} />
        ))}
      </form>
    </FormikProvider>
  )
}

export const contender: FormContender = {
  name: 'formik (useField)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
