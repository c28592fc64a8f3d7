'use client'

import {
  cloneElement,
  isValidElement,
  useMemo,
  version,
  type ComponentPropsWithoutRef,
  type ReactElement,
  type ReactNode,
} from 'react'
import { get } from '../../core/normalize/properties.js'
import { isObject } from '../../internal/isObject.js'
import type { FieldErrorResult } from './useFieldError.js'

/** What the control of a `Field` gets; no `id` in a group, where each control has a label of its own. */
export type FieldControlProps = Omit<FieldErrorResult['controlProps'], 'aria-invalid' | 'onInput'> & {
  /** The `id` that the label points to; `undefined` in a group. */
  readonly id: string | undefined
  /** Whether it has a problem; what the app gave the field counts where the field has none. */
  readonly 'aria-invalid': ComponentPropsWithoutRef<'input'>['aria-invalid']
  /** Clears the problem of the field, before the app's own is called: that may save at once. */
  readonly onInput: (event?: unknown) => void
}

/** Any props of a control: which ones it takes is checked where its element is written. */
interface AnyProps {
  readonly [name: string]: unknown
  readonly 'aria-invalid'?: ComponentPropsWithoutRef<'input'>['aria-invalid']
}

interface ControlProps {
  readonly content: ReactElement | ((props: FieldControlProps) => ReactNode)
  /** What the app gave the field for its control; what the control has of its own goes before it. */
  readonly given: AnyProps
  readonly field: FieldControlProps
  readonly givenRef: unknown
}

/**
 * The control of a `Field`, with what the app gave the field and what the field says of it.
 * A component of its own, as an element that comes from a Server Component can be on its way still: it suspends, as
 * React does where it meets such an element itself. It renders functions as well: a control that comes from the one and
 * then from the other keeps its place.
 */
export function Control({ content, given, field, givenRef }: ControlProps): ReactNode {
  const control = typeof content === 'function' ? undefined : resolveLazy(content)
  const isElement = isValidElement<AnyProps>(control)
  const ref = useBothRefs(isElement ? refOf(control) : undefined, givenRef)
  if (typeof content === 'function')
    return content(withFieldProps(givenRef === null ? given : { ...given, ref: givenRef }, field))
  // A Server Component has made a text or a list of it: no control to give anything to.
  if (!isElement) return content
  const { className, ...rest } = withFieldProps(withOwnProps(given, control.props), field)
  return cloneElement(control, {
    ...rest,
    ...(typeof control.type === 'string' ? {} : clearingOnChange(rest, field.onInput)),
    className: join('rae-control', className),
    ...(ref === undefined ? {} : { ref }),
  })
}

/** Adds what a field says of its control; what the app says of it stays, and each of two `onInput` is called. */
function withFieldProps(given: AnyProps, field: FieldControlProps): FieldControlProps & AnyProps {
  const { onInput } = given
  return {
    ...given,
    ...field,
    onInput(event) {
      field.onInput()
      if (typeof onInput === 'function') onInput(event)
    },
    'aria-invalid': field['aria-invalid'] ?? given['aria-invalid'],
    'aria-describedby': join(given['aria-describedby'], field['aria-describedby']),
  }
}

/** What the field was given, under what the control has of its own; of an event, both hear. */
function withOwnProps(given: AnyProps, own: AnyProps): AnyProps {
  const props: Record<string, unknown> = { ...given }
  for (const [name, value] of Object.entries(own)) {
    if (/^on[A-Z]/.test(name)) props[name] = both(value, given[name])
    else if (name === 'aria-describedby') props[name] = join(given[name], value)
    else if (value !== undefined) props[name] = value
  }
  return props
}

/** What a component calls when it has another value: `onChange`, and what else of that kind the app gave it. */
function clearingOnChange(given: AnyProps, clear: () => void): AnyProps {
  // A list that opens or is searched in has no other value for that.
  const names = ['onChange', ...Object.keys(given)].filter(
    (name) => /^on\w*Change$/.test(name) && !/Open|Input|Focus/.test(name),
  )
  return Object.fromEntries(names.map((name) => [name, both(clear, given[name])]))
}

/** Calls both of two functions with what the one is called with. */
function both(first: unknown, second: unknown): unknown {
  if (typeof first !== 'function' || typeof second !== 'function') return first ?? second
  return (...args: readonly unknown[]) => {
    first(...args)
    second(...args)
  }
}

export const join = (...parts: readonly unknown[]): string | undefined => parts.filter(Boolean).join(' ') || undefined

const LAZY = Symbol.for('react.lazy')

/** What an element stands for that comes from a server: itself, once it is here. Throws a promise before. */
function resolveLazy(node: unknown): unknown {
  if (!isObject(node) || get(node, '$$typeof') !== LAZY) return node
  const read = get(node, '_init')
  return typeof read === 'function' ? resolveLazy(read(get(node, '_payload'))) : node
}

const isReact18 = version.startsWith('18.')

/** The ref that a control has of its own: React 19 keeps it among the props, React 18 beside them. */
const refOf = (element: ReactElement<AnyProps>): unknown => (isReact18 ? get(element, 'ref') : element.props['ref'])

/** One ref for two; the same while they are. */
function useBothRefs(own: unknown, given: unknown): unknown {
  return useMemo(() => {
    if (own === undefined || own === null) return given ?? undefined
    if (given === undefined || given === null) return own
    return (node: unknown) => {
      const ends = [setRef(own, node), setRef(given, node)]
      // React 18 calls with null instead, and warns of what a ref returns.
      return isReact18 ? undefined : () => ends.forEach((end) => end())
    }
  }, [own, given])
}

/** Sets a ref of either form; the returned function takes it back. */
function setRef(ref: unknown, node: unknown): () => void {
  if (typeof ref === 'function') {
    const end: unknown = ref(node)
    return () => void (typeof end === 'function' ? end() : ref(null))
  }
  if (isObject(ref)) Reflect.set(ref, 'current', node)
  return () => void (isObject(ref) && Reflect.set(ref, 'current', null))
}
