import { useMutation, useQuery } from '@tanstack/react-query'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { settled } from '../../setup/settled.js'
import { button, failure, renderToaster, report, section, titles, toasts } from './renderToaster.js'
import { ui, words } from '../../setup/words.js'

const OFFLINE = words('NETWORK').title
const SPOKEN = `${OFFLINE}. ${words('NETWORK').nextStep}`

/** A server whose answers the test gives one by one. */
function createServer() {
  const waiting: { readonly succeed: () => void; readonly fail: (failure: unknown) => void }[] = []
  return {
    call: () => new Promise<string>((resolve, fail) => waiting.push({ succeed: () => resolve('done'), fail })),
    get calls() {
      return waiting.length
    },
    async answer(failed?: unknown) {
      const call = waiting.at(-1)
      if (failed === undefined) call?.succeed()
      else call?.fail(failed)
      await settled()
    },
  }
}

function Save({ call, retry }: { readonly call: () => Promise<string>; readonly retry?: boolean }) {
  const { mutate } = useMutation({
    mutationFn: call,
    ...(retry === undefined ? {} : { meta: { apiError: { retry } } }),
  })
  return <button onClick={() => mutate()}>Save</button>
}

function Calls({ call }: { readonly call: () => Promise<string> }) {
  const { data } = useQuery({ queryKey: ['calls'], queryFn: call })
  return <p>{data}</p>
}

async function renderFailedSave() {
  const server = createServer()
  const app = renderToaster({ children: <Save call={server.call} /> })
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await server.answer(new TypeError('Failed to fetch'))
  return { ...app, server }
}

describe('Try again', () => {
  it('stays focusable while it runs, says so, and does not run twice', async () => {
    const { server, announced } = await renderFailedSave()
    await userEvent.click(button(toasts()[0], ui('tryAgain')))
    const running = button(toasts()[0], ui('tryingAgain'))
    expect(running).toHaveAttribute('aria-disabled', 'true')
    expect(running).toHaveFocus()
    expect(announced().at(-1)).toEqual({ politeness: 'polite', text: ui('tryingAgain') })
    await userEvent.click(running)
    expect(server.calls).toBe(2)
  })

  it('closes the toast when it succeeds', async () => {
    const { server, announced } = await renderFailedSave()
    await userEvent.click(button(toasts()[0], ui('tryAgain')))
    const before = announced().length
    await server.answer()
    expect(toasts()).toEqual([])
    expect(announced()).toHaveLength(before)
    expect(screen.getByRole('button', { name: 'Save' })).toHaveFocus()
  })

  it('is announced again when it fails again, in the same toast', async () => {
    const { server, announced } = await renderFailedSave()
    await userEvent.click(button(toasts()[0], ui('tryAgain')))
    await server.answer(new TypeError('Failed to fetch'))
    expect(titles()).toEqual([OFFLINE])
    expect(button(toasts()[0], ui('tryAgain'))).not.toHaveAttribute('aria-disabled')
    expect(button(toasts()[0], ui('tryAgain'))).toHaveFocus()
    expect(announced().map(({ text }) => text)).toEqual([SPOKEN, ui('tryingAgain'), SPOKEN])
  })

  it('gives way to another toast when it fails differently', async () => {
    const { server } = await renderFailedSave()
    await userEvent.click(button(toasts()[0], ui('tryAgain')))
    await server.answer(failure('PROJECT_LIMIT_REACHED'))
    expect(titles()).toEqual([words('PROJECT_LIMIT_REACHED').title])
    expect(toasts()[0]).toHaveFocus()
  })

  it('of a query closes its toast on success and is announced on failure', async () => {
    const server = createServer()
    const { announced } = renderToaster({ children: <Calls call={server.call} /> })
    await server.answer(new TypeError('Failed to fetch'))
    await userEvent.click(button(toasts()[0], ui('tryAgain')))
    await server.answer(new TypeError('Failed to fetch'))
    expect(announced().map(({ text }) => text)).toEqual([SPOKEN, ui('tryingAgain'), SPOKEN])
    await userEvent.click(button(toasts()[0], ui('tryAgain')))
    await server.answer()
    expect(toasts()).toEqual([])
    expect(screen.getByText('done')).toBeVisible()
  })

  it('of a report uses the function it came with, and reports a new failure', async () => {
    const server = createServer()
    const { client } = renderToaster()
    client.report(new TypeError('Failed to fetch'), { retry: server.call })
    await settled()
    await userEvent.click(button(toasts()[0], ui('tryAgain')))
    await server.answer(failure('HTTP_503_IS_NO_CODE'))
    expect(titles()).toHaveLength(1)
    expect(titles()).not.toEqual([OFFLINE])
  })

  it('sends everything again that the toast stands for', async () => {
    const server = createServer()
    const saves = ['a', 'b'].map((key) => <Save key={key} call={server.call} />)
    renderToaster({ children: <>{saves}</> })
    for (const save of screen.getAllByRole('button', { name: 'Save' })) {
      await userEvent.click(save)
      await server.answer(new TypeError('Failed to fetch'))
    }
    expect(within(section()).getByText('×2')).toBeVisible()
    await userEvent.click(button(toasts()[0], ui('tryAgain')))
    expect(server.calls).toBe(4)
  })

  it('is not there where it cannot help', async () => {
    const server = createServer()
    const { client } = renderToaster({ children: <Save call={server.call} retry={false} /> })
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await server.answer(new TypeError('Failed to fetch'))
    await report(client, failure('CALL_NOT_FOUND'), new TypeError('NetworkError when attempting to fetch resource.'))
    expect(within(section()).queryByRole('button', { name: ui('tryAgain') })).not.toBeInTheDocument()
  })
})
