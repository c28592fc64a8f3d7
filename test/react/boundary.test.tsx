import { act, fireEvent, screen } from '@testing-library/react'
import { Component, createRef, type ReactNode } from 'react'
import type { ErrorBoundary, ErrorBoundaryProps, FallbackProps } from 'react-error-boundary'
import { describe, expect, it, vi } from 'vitest'
import { ApiErrorBoundary, ApiForm, withErrorBoundary } from '../../src/index.js'
import { renderWithApiErrors } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { settled } from '../setup/settled.js'

// The kind: code that is written for react-error-boundary, with our boundary in its place.
describe('P64 a drop-in for react-error-boundary', () => {
  let isBroken = true
  function Part(): ReactNode {
    if (isBroken) throw new Error('broken')
    return <p>Content</p>
  }
  class ClassFallback extends Component<FallbackProps> {
    override render(): ReactNode {
      return <button onClick={() => this.props.resetErrorBoundary('pressed')}>Reset</button>
    }
  }
  const FunctionFallback = ({ resetErrorBoundary }: FallbackProps): ReactNode => (
    <button onClick={() => resetErrorBoundary('pressed')}>Reset</button>
  )

  it.each<{ what: string; props: ErrorBoundaryProps }>([
    { what: 'a class', props: { FallbackComponent: ClassFallback } },
    { what: 'a function component', props: { FallbackComponent: FunctionFallback } },
    { what: 'a function', props: { fallbackRender: FunctionFallback } },
    { what: 'an element', props: { fallback: <p>Fallback</p> } },
  ])('takes props that are spread, with $what as its fallback, and has the ref', async ({ props }) => {
    isBroken = true
    const onReset = vi.fn<(details: object) => void>()
    const ours = createRef<Pick<ErrorBoundary, 'resetErrorBoundary'>>()
    renderWithApiErrors(
      <ApiErrorBoundary ref={ours} {...props} onReset={onReset}>
        <Part />
      </ApiErrorBoundary>,
    )
    expect(screen.queryByText('Content')).toBeNull()
    isBroken = false
    act(() => ours.current?.resetErrorBoundary('from outside', 2))
    expect(screen.getByText('Content')).toBeVisible()
    expect(onReset).toHaveBeenCalledWith({ reason: 'imperative-api', args: ['from outside', 2] })
    await settled()
    takeConsole()
  })

  it('hands a ref through withErrorBoundary', () => {
    class Counter extends Component<{ readonly label: string }> {
      readonly name = 'counter'
      override render(): ReactNode {
        return <p>{this.props.label}</p>
      }
    }
    const Safe = withErrorBoundary<{ readonly label: string }, Counter>(Counter)
    const SafeFunction = withErrorBoundary(({ label }: { readonly label: string }) => <p>{label}</p>)
    const ref = createRef<Counter>()
    renderWithApiErrors(
      <>
        <Safe ref={ref} label="One" />
        <SafeFunction label="Two" />
      </>,
    )
    expect(ref.current?.name).toBe('counter')
    expect(screen.getByText('One')).toBeVisible()
    expect(screen.getByText('Two')).toBeVisible()
  })
})

// The kind: the browser sends a form by itself, as nothing listens to it yet.
describe('P50 a form that is pressed before the page works', () => {
  it.each([
    { what: 'nothing', props: {}, method: 'post', action: null },
    { what: 'an action', props: { action: '/save' }, method: 'post', action: '/save' },
    { what: 'a search', props: { action: '/search', method: 'get' }, method: 'get', action: '/search' },
  ])('is sent as it says: $what', async ({ props, method, action }) => {
    const onSubmit = vi.fn<(data: FormData) => void>()
    renderWithApiErrors(
      <ApiForm {...props} onSubmit={onSubmit}>
        <input name="password" aria-label="Password" />
        <button>Send</button>
      </ApiForm>,
    )
    const form = screen.getByRole('button').closest('form')
    expect(form?.method).toBe(method)
    expect(form?.getAttribute('action')).toBe(action)
    // Once it works, it is sent by onSubmit only.
    expect(form === null || fireEvent.submit(form)).toBe(false)
    await settled()
    expect(onSubmit).toHaveBeenCalledOnce()
  })
})
