import { describe, expect, it } from 'vitest'
import { Field } from '../../../src/index.js'
import { takeConsole } from '../../setup/console.js'
import { failureOf, renderForm } from '../form/renderForm.js'

describe('a name that nearly matches', () => {
  it('is told to the developer once, with the field that was probably meant', async () => {
    const { submit } = renderForm(<Field name="phoneNumber" label="Phone" />)
    await submit(failureOf('PARAMETER_REQUIRED', ['PhoneNumbr']))
    await submit(failureOf('PARAMETER_REQUIRED', ['PhoneNumbr']))
    expect(takeConsole()).toEqual([expect.stringMatching(/"PhoneNumbr".+Did you mean "phoneNumber"\?/)])
  })

  it('is not told of where nothing is like it, or where it matches', async () => {
    const { submit } = renderForm(<Field name="phoneNumber" label="Phone" />)
    await submit(failureOf('PARAMETER_REQUIRED', ['Schedule', 'Phone_Number']))
    expect(takeConsole()).toEqual([])
  })
})
