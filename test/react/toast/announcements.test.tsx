import { useMutation, useQuery } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { storeOf } from '../../../src/query/ApiErrorClient.js'
import { settled } from '../../setup/settled.js'
import { createClient, failure, renderToaster, report, section, titles } from './renderToaster.js'
import { ui, words } from '../../setup/words.js'

const CALL = `${words('CALL_NOT_FOUND').title}. ${words('CALL_NOT_FOUND').nextStep}`

function Delete() {
  const { mutate } = useMutation({ mutationFn: () => Promise.reject(failure('ADDRESS_CANNOT_BE_DELETED')) })
  return <button onClick={() => mutate()}>Delete</button>
}

function Calls() {
  const { refetch } = useQuery({ queryKey: ['calls'], queryFn: () => Promise.reject(failure('CALL_NOT_FOUND')) })
  return <button onClick={() => void refetch()}>Refresh</button>
}

afterEach(() => void vi.useRealTimers())

describe('the live regions', () => {
  it('are there, empty, before the first toast', () => {
    renderToaster()
    const regions = [...section().querySelectorAll('[data-rae-announcer] > [aria-live]')]
    expect(regions.map((region) => region.getAttribute('aria-live'))).toEqual(['polite', 'assertive'])
    for (const region of regions) {
      expect(region).toHaveAttribute('aria-atomic', 'true')
      expect(region).toBeEmptyDOMElement()
    }
  })

  it('stay the same elements', async () => {
    const { client } = renderToaster()
    const before = [...section().querySelectorAll('[aria-live]')]
    await report(client, failure('CALL_NOT_FOUND'))
    expect([...section().querySelectorAll('[aria-live]')]).toEqual(before)
  })

  it('say title and next step once, without the buttons', async () => {
    const { client, announced, rerender } = renderToaster()
    await report(client, failure('CALL_NOT_FOUND'))
    rerender()
    expect(announced()).toEqual([{ politeness: 'assertive', text: CALL }])
  })

  it('say the first line of several', async () => {
    const { client, announced } = renderToaster()
    await report(client, failure('PARAMETER_REQUIRED', [{ FieldName: 'To' }, { FieldName: 'From' }]))
    expect(announced()).toEqual([
      {
        politeness: 'assertive',
        text: `${words('PARAMETER_REQUIRED').title}. ${ui('labelled', { label: 'To', text: words('PARAMETER_REQUIRED').text })}`,
      },
    ])
  })

  it('say once what a mutation did, at once, under StrictMode too', async () => {
    const { announced } = renderToaster({ reactStrictMode: true, children: <Delete /> })
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
    await settled()
    expect(announced()).toEqual([
      {
        politeness: 'assertive',
        text: `${words('ADDRESS_CANNOT_BE_DELETED').title}. ${words('ADDRESS_CANNOT_BE_DELETED').nextStep}`,
      },
    ])
  })

  it('wait for a pause with what failed in the background, and say it once an outage', async () => {
    const { announced } = renderToaster({ children: <Calls /> })
    await settled()
    expect(announced()).toEqual([{ politeness: 'polite', text: CALL }])
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }))
    await settled()
    expect(announced()).toHaveLength(1)
  })

  it('say equal words again when the same fails again', async () => {
    const { announced } = renderToaster({ children: <Delete /> })
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
    await settled()
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
    await settled()
    expect(announced()).toHaveLength(2)
    expect(announced()[1]).toEqual(announced()[0])
  })

  it('say equal words again after the toast was closed', async () => {
    const { client, announced } = renderToaster()
    await report(client, failure('CALL_NOT_FOUND'))
    act(() => client.toasts.list().forEach(({ id }) => client.dismissToast(id)))
    await report(client, failure('CALL_NOT_FOUND'))
    expect(announced().map(({ text }) => text)).toEqual([CALL, CALL])
  })

  it('make one announcement with a count of a burst', async () => {
    const { client, announced } = renderToaster()
    await report(client, ...Array.from({ length: 8 }, () => failure('CALL_NOT_FOUND')))
    expect(announced()).toEqual([{ politeness: 'assertive', text: `${CALL}. ${ui('repeated', { count: 8 })}` }])
  })

  it('say nothing when the language changes', async () => {
    const { client, announced } = renderToaster()
    await report(client, failure('CALL_NOT_FOUND'))
    await act(async () => client.setLocale('nl'))
    expect(titles()).not.toEqual([words('CALL_NOT_FOUND').title])
    expect(announced()).toHaveLength(1)
  })

  it('have been there for a moment when they tell of what failed before', async () => {
    const client = createClient()
    storeOf(client).surfaces.addToaster()
    await report(client, failure('CALL_NOT_FOUND'))
    const { announced } = renderToaster({ client })
    expect(announced()).toEqual([])
    await vi.waitFor(() => expect(announced()).toEqual([{ politeness: 'assertive', text: CALL }]))
  })

  it('do not repeat what another toaster has said', async () => {
    const { client, view } = renderToaster()
    await report(client, failure('CALL_NOT_FOUND'))
    view.unmount()
    vi.useFakeTimers()
    const { announced } = renderToaster({ client, children: <StrictMode /> })
    await act(() => vi.advanceTimersByTimeAsync(1_000))
    expect(titles()).toEqual([words('CALL_NOT_FOUND').title])
    expect(announced()).toEqual([])
  })
})
