import { act, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { storeOf } from '../../../src/query/ApiErrorClient.js'
import { settled } from '../../setup/settled.js'
import { button, failure, renderToaster, report, titles, toasts } from './renderToaster.js'
import { ui, words } from '../../setup/words.js'

const page = (
  <>
    <button>Before</button>
    <input aria-label="Name" />
  </>
)

async function renderWithFocus(...codes: readonly string[]) {
  const app = renderToaster({ children: page })
  const input = screen.getByRole('textbox')
  input.focus()
  await report(app.client, ...codes.map((code) => failure(code)))
  return { ...app, input }
}

const press = async (keys: string): Promise<void> => {
  await userEvent.keyboard(keys)
  await settled()
}

afterEach(() => document.querySelectorAll('dialog').forEach((dialog) => dialog.remove()))

describe('the focus', () => {
  it('stays where it is when a toast appears', async () => {
    const { input } = await renderWithFocus('CALL_NOT_FOUND')
    expect(titles()).toEqual([words('CALL_NOT_FOUND').title])
    expect(input).toHaveFocus()
  })

  it('goes to the newest toast by F6, and back by F6', async () => {
    const { input } = await renderWithFocus('CALL_NOT_FOUND', 'FLOW_NOT_FOUND')
    await press('{F6}')
    expect(toasts()[0]).toHaveFocus()
    await press('{Tab}{Tab}')
    expect(button(toasts()[1], ui('close'))).toHaveFocus()
    await press('{F6}')
    expect(input).toHaveFocus()
  })

  it('leaves F6 to the browser while there is no toast, and to the app where it uses it', async () => {
    const { client, input } = await renderWithFocus()
    const seen: boolean[] = []
    const look = (event: KeyboardEvent): void => void seen.push(event.defaultPrevented)
    window.addEventListener('keydown', look)
    await press('{F6}')
    expect(seen).toEqual([false])
    await report(client, failure('CALL_NOT_FOUND'))
    const own = (event: KeyboardEvent): void => event.preventDefault()
    document.addEventListener('keydown', own)
    await press('{F6}')
    document.removeEventListener('keydown', own)
    window.removeEventListener('keydown', look)
    expect(input).toHaveFocus()
  })

  it('is not trapped: Tab leaves the toasts', async () => {
    const { input } = await renderWithFocus('CALL_NOT_FOUND')
    await press('{F6}{Shift>}{Tab}{/Shift}')
    expect(input).toHaveFocus()
  })

  it('goes on to the next toast when one is closed by key, and back at the end', async () => {
    const { input } = await renderWithFocus('CALL_NOT_FOUND', 'FLOW_NOT_FOUND')
    await press('{F6}{Tab}{Enter}')
    expect(titles()).toEqual([words('CALL_NOT_FOUND').title])
    expect(toasts()[0]).toHaveFocus()
    await press('{Tab}{Enter}')
    expect(titles()).toEqual([])
    expect(input).toHaveFocus()
  })

  it('goes on to a toast that waited for a place', async () => {
    const { client } = renderToaster({ limit: 1 })
    await report(client, failure('CALL_NOT_FOUND'), failure('FLOW_NOT_FOUND'))
    await press('{F6}{Escape}')
    expect(titles()).toEqual([words('CALL_NOT_FOUND').title])
    expect(toasts()[0]).toHaveFocus()
  })

  it('goes back when a toast is closed by mouse', async () => {
    const { input } = await renderWithFocus('CALL_NOT_FOUND', 'FLOW_NOT_FOUND')
    await userEvent.click(button(toasts()[0], ui('close')))
    await settled()
    expect(titles()).toEqual([words('CALL_NOT_FOUND').title])
    expect(input).toHaveFocus()
  })

  it('is not lost with a toast that somebody claims', async () => {
    const { client, input } = await renderWithFocus()
    const claimed = failure('CALL_NOT_FOUND')
    await report(client, claimed)
    await press('{F6}{Tab}')
    act(() => void storeOf(client).surfaces.claim({ failure: claimed }))
    await settled()
    expect(titles()).toEqual([])
    expect(input).toHaveFocus()
  })

  it('keeps its toast on screen while others come in', async () => {
    const { client } = renderToaster({ limit: 1 })
    await report(client, failure('CALL_NOT_FOUND'))
    await press('{F6}{Tab}')
    await report(client, failure('FLOW_NOT_FOUND'))
    expect(titles()).toEqual([words('FLOW_NOT_FOUND').title, words('CALL_NOT_FOUND').title])
    expect(button(toasts()[1], ui('close'))).toHaveFocus()
  })
})

describe('Escape', () => {
  it('closes the toast that has the focus', async () => {
    const { input } = await renderWithFocus('CALL_NOT_FOUND', 'FLOW_NOT_FOUND')
    await press('{F6}{Escape}')
    expect(titles()).toEqual([words('CALL_NOT_FOUND').title])
    await press('{Escape}')
    expect(titles()).toEqual([])
    expect(input).toHaveFocus()
  })

  it('elsewhere closes none', async () => {
    await renderWithFocus('CALL_NOT_FOUND')
    await press('{Escape}')
    expect(titles()).toEqual([words('CALL_NOT_FOUND').title])
  })

  it('in a toast above a dialog leaves the dialog open', async () => {
    const { client } = renderToaster()
    const dialog = document.body.appendChild(document.createElement('dialog'))
    dialog.innerHTML = '<button>Inside</button>'
    dialog.showModal()
    await report(client, failure('CALL_NOT_FOUND'))
    await press('{F6}{Escape}')
    expect(titles()).toEqual([])
    expect(dialog.open).toBe(true)
    expect(dialog.querySelector('button')).toHaveFocus()
    await press('{Escape}')
    expect(dialog.open).toBe(false)
  })
})
