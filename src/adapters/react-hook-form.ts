'use client'

import { get, set, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form'
import { useFormFields, type FormLibrary } from './shared/useFormFields.js'

/**
 * Shows the failures of the nearest `<ApiErrorBoundary>` on the fields of a React Hook Form: in `formState.errors`,
 * with the ErrorCode as `type`. They stay until the field is edited or answered, whatever the library validates in
 * between, and they never block a submit or make the form invalid.
 *
 * @param form what `useForm` returned
 * @example
 * const form = useForm<Sms>()
 * useServerErrors(form)
 */
export function useServerErrors<TValues extends FieldValues, TContext, TTransformed>(
  form: UseFormReturn<TValues, TContext, TTransformed>,
): void {
  useFormFields(libraryOf(form), 'useServerErrors()')
}

function libraryOf<TValues extends FieldValues, TContext, TTransformed>(
  form: UseFormReturn<TValues, TContext, TTransformed>,
): FormLibrary {
  const { control } = form
  const shown = new WeakSet<object>()
  const tell = (name: string): void => control._subjects.state.next({ name, errors: control._formState.errors })
  const isName = (name: string): name is Path<TValues> => control._names.mount.has(name as Path<TValues>)
  return {
    fields() {
      const fields = [...control._names.mount].map((name) => [name, readField(get(control._fields, name))] as const)
      const form = fields
        .flatMap(([, field]) => field?.controls ?? [])
        .find((element) => 'form' in element && element.form instanceof HTMLFormElement)
      const root = form === undefined ? document.body : form.closest('form')
      return new Map(
        fields.flatMap(([name, field]) => {
          if (field === undefined) return []
          // A Controller keeps no element: its control is found by its name, in the same form.
          const controls =
            field.controls.length > 0
              ? field.controls
              : [...document.getElementsByName(name)].filter((element) => root?.contains(element) === true)
          return [[name, controls] as const]
        }),
      )
    },
    focus: (name) => isName(name) && form.setFocus(name),
    // Not `setError`, which makes the form invalid: then a button that waits for `isValid` blocks the next try.
    show(name, type, message, onRead) {
      const error = {
        type,
        get message() {
          onRead()
          return message
        },
      }
      shown.add(error)
      const { errors } = control._formState
      set(errors, name, error)
      control._formState.errors = { ...errors }
      tell(name)
    },
    isShown: (name) => shown.has(Object(get(control._formState.errors, name))),
    hide: (name) => isName(name) && form.clearErrors(name),
    onEdit: (callback) =>
      listen(control, ({ name, type }) => {
        if (typeof name === 'string' && type === 'change') callback(name)
      }),
    onValidated(callback) {
      let isSubmitting = false
      return listen(control, ({ errors, isSubmitting: now = isSubmitting, submitCount, ...more }) => {
        const isClear = typeof errors === 'object' && errors !== null && Object.keys(errors).length === 0
        isSubmitting = now === true
        // While a submit is validated, an error of ours would stop it; no errors mean that it has passed.
        const isReset = isClear && !isSubmitting && (submitCount === 0 || Object.keys(more).length === 0)
        if (!isSubmitting || isClear) callback(isReset)
      })
    },
  }
}

/**
 * Hears what the library tells its own hooks. `form.watch` would have it copy all values at each change, and before
 * 7.55 changes have a subject of their own.
 */
function listen(control: { readonly _subjects: object }, callback: (event: Event) => void): () => void {
  const subscriptions = Object.entries(control._subjects).flatMap(([name, subject]: readonly [string, Subject]) =>
    name === 'array' ? [] : [subject.subscribe({ next: callback })],
  )
  return () => subscriptions.forEach(({ unsubscribe }) => unsubscribe())
}

type Event = Readonly<Partial<Record<'name' | 'type' | 'errors' | 'isSubmitting' | 'submitCount', unknown>>>

interface Subject {
  readonly subscribe: (observer: { readonly next: (event: Event) => void }) => { readonly unsubscribe: () => void }
}

/** What the library keeps of a field while it is mounted. */
function readField(field: unknown): { readonly controls: readonly HTMLElement[] } | undefined {
  const kept = readObject(field)?._f
  const { mount, ref, refs } = readObject(kept) ?? {}
  if (mount !== true) return undefined
  const elements = [...(Array.isArray(refs) ? refs : []), ref].filter((each) => each instanceof HTMLElement)
  return elements.length > 0 && elements.every((element) => !element.isConnected) ? undefined : { controls: elements }
}

const readObject = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? { ...value } : undefined
