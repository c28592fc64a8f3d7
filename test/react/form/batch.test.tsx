import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { readBatchErrors } from '../../../src/core/normalize/readBatchErrors.js'
import { Field, FieldError } from '../../../src/index.js'
import { words } from '../../setup/words.js'
import { messagesWith, renderForm, summaryLines } from './renderForm.js'

const rows = ['a', 'b'].map((id, index) => (
  <fieldset key={id}>
    <FieldError name={`messages.${index}`} />
    <Field name={`messages.${index}.to`} label={`To ${id}`} />
    <Field name={`messages.${index}.from`} label={`From ${id}`} />
    <Field name={`messages.${index}.text`} label={`Text ${id}`} />
  </fieldset>
))
const fine = { MessageSid: 'SM1', ErrorCode: null }
const answer = (...items: readonly unknown[]) => readBatchErrors(items)

describe('a batch', () => {
  it('marks the field of the row that failed, by what its code implies', async () => {
    const { submit } = renderForm(rows)
    await submit(answer(fine, { ErrorCode: 'INVALID_SMS_TEXT', Message: 'm' }))
    expect(screen.getByLabelText('Text b')).toBeInvalid()
    expect(screen.getByLabelText('Text a')).toBeValid()
    expect(summaryLines()).toHaveLength(1)
  })

  it('marks the field that the message of the item names', async () => {
    const { submit } = renderForm(rows)
    await submit(
      answer(
        { ErrorCode: 'INVALID_PHONENUMBER_FORMAT', Message: 'To must be a phone number.' },
        { ErrorCode: 'INVALID_PHONENUMBER_FORMAT', Message: 'From must be a phone number.' },
      ),
    )
    expect(screen.getByLabelText('To a')).toBeInvalid()
    expect(screen.getByLabelText('From b')).toBeInvalid()
    expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(2)
  })

  it('shows what no field of the row is about at the row as a whole', async () => {
    const { submit } = renderForm(rows)
    await submit(answer(fine, { ErrorCode: 'NUMBER_BELONGS_TO_DIFFERENT_PROPERTY', Message: 'm' }))
    expect(messagesWith(words('NUMBER_BELONGS_TO_DIFFERENT_PROPERTY').text)).toBe(1)
    expect(document.querySelectorAll('fieldset')[1]).toHaveTextContent(
      words('NUMBER_BELONGS_TO_DIFFERENT_PROPERTY').text,
    )
  })

  it('is cleared row by row', async () => {
    const { submit } = renderForm(rows)
    await submit(answer({ ErrorCode: 'INVALID_SMS_TEXT' }, { ErrorCode: 'INVALID_SMS_TEXT' }))
    await userEvent.type(screen.getByLabelText('Text a'), 'x')
    expect(screen.getByLabelText('Text a')).toBeValid()
    expect(screen.getByLabelText('Text b')).toBeInvalid()
  })

  it('never marks another row', async () => {
    const { submit } = renderForm(rows[0])
    await submit(answer(fine, { ErrorCode: 'INVALID_SMS_TEXT' }))
    expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(0)
    expect(summaryLines()).toHaveLength(1)
  })
})
