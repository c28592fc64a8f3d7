import { screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import readme from '../../../README.md?raw'
import { useFieldError } from '../../../src/index.js'
import { renderForm } from '../form/renderForm.js'
import { words } from '../../setup/words.js'

const failure = {
  ResponseStatus: {
    ErrorCode: 'X',
    Message: 'No.',
    Errors: [
      { FieldName: 'To', ErrorCode: 'PARAMETER_REQUIRED' },
      { FieldName: 'To', ErrorCode: 'INVALID_EMAIL_FORMAT' },
    ],
  },
}
const TEXTS = [words('PARAMETER_REQUIRED').text, words('INVALID_EMAIL_FORMAT').text]

function AsList(): ReactNode {
  const to = useFieldError('to')
  return (
    <>
      <input {...to.controlProps} aria-label="To" />
      <ul {...to.errorProps}>
        {to.messages.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )
}

function AsOneText(): ReactNode {
  const to = useFieldError('to')
  return (
    <>
      <input {...to.controlProps} aria-label="To" />
      <p {...to.errorProps}>{to.messages.join('. ')}</p>
    </>
  )
}

// The kind: a field has more than one message, and each is a phrase of its own.
describe('P37 several messages of one field', () => {
  it('are items of a list, as in the README', async () => {
    await renderForm(<AsList />, { summary: false }).submit(failure)
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(TEXTS)
    expect(readme).toContain('to.messages.map((text) => <li key={text}>{text}</li>)')
  })

  it('are sentences where a library takes one text, as in the README', async () => {
    await renderForm(<AsOneText />, { summary: false }).submit(failure)
    expect(screen.getByText(TEXTS.join('. '))).toBeVisible()
    expect(readme).toContain("to.messages.join('. ')")
  })

  it('are nowhere shown as one run of words', () => {
    const sources = import.meta.glob<string>('../../../src/**/*.{ts,tsx}', {
      query: '?raw',
      import: 'default',
      eager: true,
    })
    const together = Object.entries({ ...sources, 'README.md': readme }).filter(([, text]) =>
      /messages\.join\(' ?'\)/.test(text),
    )
    expect(together.map(([file]) => file)).toEqual([])
  })
})
