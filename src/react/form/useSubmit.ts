'use client'

import { QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useRef, useState } from 'react'
import { sending } from '../../core/store/actions.js'
import { report } from '../../core/store/reports.js'
import type { Scope } from '../../core/store/Surfaces.js'
import { returnedFailure } from '../../core/normalize/returnedFailure.js'
import { isObject } from '../../internal/isObject.js'
import { callInScope } from '../../query/mutationScope.js'
import { isControlFlow } from '../../query/isControlFlow.js'
import { useErrorStore } from '../provider/ClientContext.js'

export type SubmitState = 'idle' | 'busy' | 'done'

/** Sends a form, one request at a time, and gives failures to its scope. */
export function useSubmit(
  scope: Scope | undefined,
  send: Send,
): readonly [state: SubmitState, submit: (data: FormData) => void] {
  const store = useErrorStore()
  const queryClient = useContext(QueryClientContext)
  const [state, setState] = useState<SubmitState>('idle')
  const [, throwInRender] = useState<never>()
  const [identity] = useState(() => ({}))
  const isBusy = useRef(false)
  const isMounted = useRef(false)
  const attempts = useRef(0)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])

  const submit = (data: FormData): void => {
    // A second activation before the answer would send the same twice.
    if (isBusy.current) return
    isBusy.current = true
    setState('busy')
    void settle(send.mutate === undefined ? call(send.onSubmit, data) : mutate(send.mutate, data))
  }
  return [state, submit]

  async function settle(sending: Promise<boolean>): Promise<void> {
    let isDone = false
    try {
      isDone = await sending
    } catch (thrown) {
      // A router's redirect: it belongs to the boundary of the router, which only hears of what is thrown in a render.
      throwInRender(() => {
        throw thrown
      })
    } finally {
      isBusy.current = false
      setState(isDone ? 'done' : 'idle')
    }
  }

  /** A cache event brings the failure, tied to the scope of this form wherever useMutation() was called. */
  async function mutate(mutateAsync: (data: FormData) => Promise<unknown>, data: FormData): Promise<boolean> {
    const cache = queryClient?.getMutationCache()
    const sent = sending(store, scope?.id)
    try {
      await (scope === undefined ? mutateAsync(data) : callInScope(cache, scope.id, () => mutateAsync(data)))
      return true
    } catch (failure) {
      // No cache event brings it for a QueryClient that is not attached.
      if (isObject(failure) && !store.told.has(failure) && !isControlFlow(failure))
        report(store, failure, { ...sent, scopeIds: scope === undefined ? [] : [scope.id] })
      return false
    }
  }

  async function call(onSubmit: (data: FormData) => unknown, data: FormData): Promise<boolean> {
    const attempt = ++attempts.current
    const sent = sending(store, scope?.id)
    const fail = (failure: unknown): boolean => {
      const record = store.fail(failure, {
        ...sent,
        type: 'mutation',
        identity,
        call: attempt,
        attempt,
        scopeIds: scope === undefined ? [] : [scope.id],
        isAlive: () => isMounted.current,
        retry: () => call(onSubmit, data),
      })
      // An answer with nothing but warnings counts as sent.
      return record?.error.issues.every(({ severity }) => severity !== 'error') === true
    }
    try {
      const answer = await onSubmit(data)
      const failure = returnedFailure(answer)
      if (failure !== undefined) return fail(failure)
      if (sent.signsIn) store.signIn.signedIn()
      store.recover(identity)
      return true
    } catch (thrown) {
      if (isControlFlow(thrown)) throw thrown
      return fail(thrown)
    }
  }
}

/** A mutation as `useMutation` returns it. */
export interface BoundMutation<TVariables> {
  /** Sends; rejects with what failed. */
  readonly mutateAsync: (variables: TVariables) => Promise<unknown>
}

/** What sends a form: a mutation of `FormData`, one of variables made from that, or a function. */
export type SendProps<TVariables> =
  | { readonly mutation: BoundMutation<FormData>; readonly variables?: never; readonly onSubmit?: never }
  | {
      readonly mutation: BoundMutation<TVariables>
      /** Makes the variables of the mutation from what is filled in. */
      readonly variables: (data: FormData) => TVariables
      readonly onSubmit?: never
    }
  | {
      /** May throw, or return a failure; also a server action. Never passed to `<form action>`. */
      readonly onSubmit: (data: FormData) => unknown
      readonly mutation?: never
      readonly variables?: never
    }

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
