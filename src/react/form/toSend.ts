/** A mutation as `useMutation` returns it. */
export interface BoundMutation<TVariables> {
  readonly mutateAsync: (variables: TVariables) => Promise<unknown>
}

/** What sends a form: a mutation that takes what is filled in, one that takes something made of it, or a function. */
export type SendProps<TVariables> =
  | { readonly mutation: BoundMutation<FormData>; readonly variables?: never; readonly onSubmit?: never }
  | {
      readonly mutation: BoundMutation<TVariables>
      /** Makes what the mutation takes of what is filled in. */
      readonly variables: (data: FormData) => TVariables
      readonly onSubmit?: never
    }
  | {
      /** May throw, or return a failure; also a server action. Called in a transition, never passed to `<form action>`. */
      readonly onSubmit: (data: FormData) => unknown
      readonly mutation?: never
      readonly variables?: never
    }

/** What a form does when it is sent. */
export type Send =
  | { readonly mutate: (data: FormData) => Promise<unknown>; readonly onSubmit?: undefined }
  | { readonly mutate?: undefined; readonly onSubmit: (data: FormData) => unknown }

/** Brings the ways to send a form down to two. */
export function toSend<TVariables>(props: SendProps<TVariables>): Send {
  if (props.onSubmit !== undefined) return { onSubmit: props.onSubmit }
  if (props.variables === undefined) return { mutate: (data) => props.mutation.mutateAsync(data) }
  const { mutation, variables } = props
  return { mutate: (data) => mutation.mutateAsync(variables(data)) }
}
