import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Field } from '../../../src/index.js'
import { words } from '../../setup/words.js'
import { failureOf, messagesWith, renderForm, summaryLines } from '../form/renderForm.js'
import { fieldMessages, toasts } from '../../setup/onScreen.js'

const GROUPS = [
  { code: 'ONE_OF_SEVERAL_PARAMETERS_REQUIRED', names: ['To', 'ForwardToEmail'], fields: ['to', 'forwardToEmail'] },
  {
    code: 'CONFLICTING_PARAMETERS',
    names: ['RoutingMethod', 'EndpointNumber'],
    fields: ['routingMethod', 'endpointNumber'],
  },
  { code: 'INVALID_DATE_RANGE', names: ['StartDate', 'EndDate'], fields: ['startDate', 'endDate'] },
  { code: 'NUMBER_BELONGS_TO_DIFFERENT_PROPERTY', names: ['Number', 'PropertySid'], fields: ['number', 'propertySid'] },
] as const

/** The ids of the elements that say something about a field. */
const describing = (name: string): string => {
  const ids = screen.getByLabelText(name).getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.filter((id) => document.getElementById(id)?.textContent !== '').join(' ')
}

describe.each(GROUPS)('$code', ({ code, names, fields }) => {
  const form = (
    <>
      <Field name="other" label="other" />
      {fields.map((name) => (
        <Field key={name} name={name} label={name} />
      ))}
    </>
  )
  const wires = [
    { wire: 'one item a field', errors: names },
    { wire: 'concatenated names', errors: [names.join(',')] },
  ]

  it.each(wires)('stands once and describes all its fields, sent as $wire', async ({ errors }) => {
    const { submit } = renderForm(form)
    await submit(failureOf(code, errors))

    expect(fieldMessages()).toHaveLength(1)
    expect(summaryLines()).toHaveLength(1)
    for (const name of fields) expect(screen.getByLabelText(name)).toHaveAttribute('aria-invalid', 'true')
    expect(screen.getByLabelText('other')).not.toHaveAttribute('aria-invalid')
    const ids = fields.map(describing)
    expect(new Set(ids).size).toBe(1)
    expect(document.getElementById(ids[0] ?? '')).toHaveTextContent(/\w/)
  })

  it.each(wires)('clears as a whole when any member is edited, sent as $wire', async ({ errors }) => {
    const { submit } = renderForm(form)
    for (const name of fields) {
      await submit(failureOf(code, errors))
      await userEvent.type(screen.getByLabelText(name), 'x')

      expect([...document.querySelectorAll('[aria-invalid]'), ...fieldMessages()]).toEqual([])
      expect(summaryLines()).toEqual([])
    }
  })
})

describe('groups', () => {
  const form = (
    <>
      <Field name="from" label="From" />
      <Field name="to" label="To" />
      <Field name="email" label="Email" />
    </>
  )

  it('names its fields in the message', async () => {
    const { submit } = renderForm(form)
    await submit(failureOf('CONFLICTING_PARAMETERS', ['Email', 'To']))
    expect(summaryLines()[0]).toBe(words('CONFLICTING_PARAMETERS', { labels: 'To and Email' }).text)
  })

  it('carries the message on the first field of the page, whatever the order of the items', async () => {
    const { submit } = renderForm(form)
    await submit(failureOf('CONFLICTING_PARAMETERS', ['Email', 'From']))
    const message = fieldMessages()[0]?.parentElement
    expect(message?.id).toBe(describing('From'))
    expect(message?.id).toBe(describing('Email'))
  })

  it('keeps two groups of one code apart when each comes in one item', async () => {
    const { submit } = renderForm(
      <>
        {form}
        <Field name="name" label="Name" />
      </>,
    )
    await submit(failureOf('ONE_OF_SEVERAL_PARAMETERS_REQUIRED', ['From,To', 'Email,Name']))
    expect(summaryLines()).toHaveLength(2)

    await userEvent.type(screen.getByLabelText('To'), '1')
    expect(summaryLines()).toHaveLength(1)
    expect(screen.getByLabelText('Email')).toBeInvalid()
    expect(screen.getByLabelText('From')).toBeValid()
  })

  it('marks the fields that are on the page when others are not', async () => {
    const { submit } = renderForm(<Field name="number" label="Number" />)
    await submit(failureOf('NUMBER_BELONGS_TO_DIFFERENT_PROPERTY', ['Number', 'PropertySid']))
    expect(screen.getByLabelText('Number')).toBeInvalid()
    expect(summaryLines()).toHaveLength(1)
  })

  it('says the message once in a toast when no field is on the page', async () => {
    const { submit } = renderForm(<p>Nothing to fill in</p>, { summary: false })
    await submit(failureOf('CONFLICTING_PARAMETERS', ['Email', 'To']))
    expect(toasts()[0]?.textContent.split(words('CONFLICTING_PARAMETERS').title)).toHaveLength(2)
  })

  it('closes when it is cleared, so that nothing of it is left', async () => {
    const { submit, apiErrors } = renderForm(form)
    await submit(failureOf('CONFLICTING_PARAMETERS', ['Email', 'To']))
    await userEvent.type(screen.getByLabelText('To'), '1')
    expect(apiErrors.history.list().map(({ closed }) => closed)).toEqual(['cleared'])
  })

  it('leaves other issues of its fields where they are', async () => {
    const { submit } = renderForm(form)
    const { ResponseStatus } = failureOf('CONFLICTING_PARAMETERS', ['From', 'To'])
    await submit({
      ResponseStatus: {
        ...ResponseStatus,
        Errors: [...ResponseStatus.Errors, { FieldName: 'Email', ErrorCode: 'INVALID_EMAIL_FORMAT' }],
      },
    })
    await userEvent.type(screen.getByLabelText('From'), '1')
    expect(screen.getByLabelText('To')).toBeValid()
    expect(screen.getByLabelText('Email')).toBeInvalid()
    expect(messagesWith(words('INVALID_EMAIL_FORMAT').text)).toBe(1)
  })
})
