import { screen, waitFor } from '@testing-library/react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiForm, ErrorSummary, Field, FieldError, useFieldError } from '../../../src/index.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { toasts } from '../../setup/onScreen.js'
import { settled } from '../../setup/settled.js'
import { words } from '../../setup/words.js'
import { failureOf, SubmitForm } from '../form/renderForm.js'

const failure = failureOf('PARAMETER_REQUIRED', ['Second', 'First'])
const TEXT = words('PARAMETER_REQUIRED').text

/** Renders its children into a shadow root. */
function Shadow({ children }: { readonly children: ReactNode }): ReactNode {
  const host = useRef<HTMLDivElement>(null)
  const [root, setRoot] = useState<ShadowRoot>()
  useEffect(() => setRoot(host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' })), [])
  return <div ref={host}>{root && createPortal(children, root)}</div>
}

/** Renders its children into the page of an iframe. */
function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null)
  const [body, setBody] = useState<HTMLElement>()
  useEffect(() => setBody(frame.current?.contentDocument?.body), [])
  return (
    <iframe title="Frame" ref={frame}>
      {body && createPortal(children, body)}
    </iframe>
  )
}

/** Renders its children into a shadow root in a shadow root. */
function Deep({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Shadow>
      <Shadow>{children}</Shadow>
    </Shadow>
  )
}

function Own({ name }: { readonly name: string }): ReactNode {
  const { controlProps, errorProps, messages } = useFieldError(name)
  return (
    <p>
      <input aria-label={name} {...controlProps} />
      <em {...errorProps}>{messages.join()}</em>
    </p>
  )
}

const ROOTS = [
  { where: 'a shadow root', Root: Shadow },
  { where: 'a shadow root in a shadow root', Root: Deep },
  { where: 'an iframe', Root: Frame },
]
const names = ['first', 'second']
const labelled = (name: string, control: ReactNode): ReactNode => (
  <div key={name}>
    <label>
      {`Label ${name}`} {control}
    </label>
  </div>
)
const FORMS: readonly { readonly what: string; readonly form: ReactNode; readonly label?: string }[] = [
  {
    what: 'Field',
    form: (
      <ApiErrorBoundary>
        <SubmitForm send={() => Promise.reject(failure)}>
          <ErrorSummary />
          {names.map((name) => (
            <Field key={name} name={name} label={<b>Label {name}</b>} />
          ))}
        </SubmitForm>
      </ApiErrorBoundary>
    ),
  },
  {
    what: 'useFieldError',
    label: '',
    form: (
      <ApiErrorBoundary>
        <SubmitForm send={() => Promise.reject(failure)}>
          <ErrorSummary />
          {names.map((name) => (
            <Own key={name} name={name} />
          ))}
        </SubmitForm>
      </ApiErrorBoundary>
    ),
  },
  {
    what: 'ApiForm with FieldError',
    form: (
      <ApiForm onSubmit={() => Promise.reject(failure)}>
        <ErrorSummary />
        {names.map((name) => (
          <div key={name}>
            {labelled(name, <input name={name} />)}
            <FieldError name={name} />
          </div>
        ))}
        <button>Send</button>
      </ApiForm>
    ),
  },
  {
    what: 'ApiForm',
    form: (
      <ApiForm onSubmit={() => Promise.reject(failure)}>
        <ErrorSummary />
        {names.map((name) => labelled(name, name === 'first' ? <select name={name} /> : <textarea name={name} />))}
        <button>Send</button>
      </ApiForm>
    ),
  },
]

/** Everything in the page, its shadow roots and its iframes. */
function findAll(selector: string, root: Document | ShadowRoot = document): readonly HTMLElement[] {
  const inner = [...root.querySelectorAll('*')].flatMap((element) => {
    const next =
      element.shadowRoot ?? (element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null)
    return next === null ? [] : findAll(selector, next)
  })
  return [...root.querySelectorAll<HTMLElement>(selector), ...inner]
}
const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
const hasFocus = (element: HTMLElement | undefined): boolean =>
  element !== undefined && (element.getRootNode() as Document | ShadowRoot).activeElement === element

// P14. The kind: a form stands in another root than the page: its own document or shadow root is asked, and no class of
// this window.
describe.each(ROOTS)('in $where', ({ Root }) => {
  it.each(FORMS)(
    '$what is marked, listed in order, linked, focused and cleared',
    async ({ form, label = 'Label ' }) => {
      renderWithApiErrors(<Root>{form}</Root>)
      await waitFor(() => expect(findAll('button')).not.toEqual([]))
      await settled()
      findAll('button')[0]?.click()
      await settled()

      const controls = findAll(':is(input, select, textarea)[name]')
      expect(controls.map((control) => control.getAttribute('aria-invalid'))).toEqual(['true', 'true'])
      const lines = findAll('[role="alert"] li')
      expect(lines.map(textOf)).toEqual([
        expect.stringMatching(new RegExp(`^${label}first`, 'i')),
        expect.stringMatching(new RegExp(`^${label}second`, 'i')),
      ])
      expect(toasts()).toEqual([])
      const said = controls.map((control) => {
        const id = control.getAttribute('aria-describedby') ?? ''
        return textOf((control.getRootNode() as Document | ShadowRoot).getElementById(id))
      })
      expect(said).toEqual([expect.stringContaining(TEXT), expect.stringContaining(TEXT)])
      expect(hasFocus(findAll('[role="alert"]')[0]?.parentElement ?? undefined)).toBe(true)

      const links = findAll('[role="alert"] a')
      expect(links).toHaveLength(2)
      links[1]?.click()
      await settled()
      expect(hasFocus(controls[1])).toBe(true)
      const { InputEvent: OwnInputEvent } = controls[1]?.ownerDocument.defaultView ?? window
      controls[1]?.dispatchEvent(new OwnInputEvent('input', { bubbles: true, composed: true }))
      await settled()
      expect(controls[1]?.hasAttribute('aria-invalid')).toBe(false)
      expect(findAll('[role="alert"] li')).toHaveLength(1)
    },
  )
})

it('fields of one form in several roots are listed as they stand on the page', async () => {
  renderWithApiErrors(
    <ApiErrorBoundary>
      <SubmitForm send={() => Promise.reject(failureOf('PARAMETER_REQUIRED', ['d', 'c', 'b', 'a']))}>
        <ErrorSummary />
        <Shadow>
          <Field name="a" label="a" />
        </Shadow>
        <Field name="b" label="b" />
        <Frame>
          <Field name="c" label="c" />
        </Frame>
        <Field name="d" label="d" />
      </SubmitForm>
    </ApiErrorBoundary>,
  )
  await settled()
  screen.getByRole('button', { name: 'Send' }).click()
  await settled()
  expect(screen.getAllByRole('link').map((link) => textOf(link).slice(0, 1))).toEqual(['a', 'b', 'c', 'd'])
})
