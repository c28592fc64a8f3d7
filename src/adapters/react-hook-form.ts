'use client'

import { get, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form'
import { useFormFields, type FormLibrary } from './shared/useFormFields.js'

/**
 * Shows the failures of the nearest `<ApiErrorBoundary>` on the fields of a React Hook Form: in `formState.errors`,
 * with the ErrorCode as `type`. They never block a submit, and editing a field clears its own.
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
    show: (name, type, message) => isName(name) && form.setError(name, { type, message }),
    hide: (name) => isName(name) && form.clearErrors(name),
    onEdit(callback) {
      const { unsubscribe } = form.watch((_, { name, type }) => {
        if (name !== undefined && type === 'change') callback(name)
      })
      return unsubscribe
    },
  }
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
