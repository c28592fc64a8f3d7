import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, useState, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ErrorState } from '../../../src/index.js'
import { makeFailure, renderWithApiErrors } from '../../../src/testing/index.js'
import { takeConsole } from '../../setup/console.js'
import { settled } from '../../setup/settled.js'
import { ui } from '../../setup/words.js'

// P4: the state whose Try again was pressed goes, and the button with it. A polite region outlives it and says what
// becomes of the try (WCAG 4.1.3), and the focus goes to what takes its place (2.4.3).

let calls: { readonly resolve: (value: string) => void; readonly reject: (failure: unknown) => void }[] = []
const load = () => new Promise<string>((resolve, reject) => calls.push({ resolve, reject }))
const answer = async (failure?: unknown): Promise<void> => {
  await act(async () => (failure === undefined ? calls.at(-1)?.resolve('12 numbers') : calls.at(-1)?.reject(failure)))
  await settled()
}

function Numbers(): ReactNode {
  const { data } = useQuery({ queryKey: ['numbers'], queryFn: load })
  return data === undefined ? <p>Loading</p> : <h2>{data}</h2>
}
function SuspendedNumbers(): ReactNode {
  return <h2>{useSuspenseQuery({ queryKey: ['numbers'], queryFn: load }).data}</h2>
}
function InlineNumbers(): ReactNode {
  const query = useQuery({ queryKey: ['numbers'], queryFn: load })
  if (query.isError) return <ErrorState error={query} />
  return query.data === undefined ? <p>Loading</p> : <h2>{query.data}</h2>
}
const PAGES = [
  [
    'the fallback of a boundary',
    <ApiErrorBoundary key="b">
      <Numbers />
    </ApiErrorBoundary>,
  ],
  [
    'the fallback of a boundary whose content suspends',
    <ApiErrorBoundary key="s">
      <Suspense fallback={<p>Loading</p>}>
        <SuspendedNumbers />
      </Suspense>
    </ApiErrorBoundary>,
  ],
  ['an ErrorState', <InlineNumbers key="i" />],
  [
    'a fallback of the app',
    <ApiErrorBoundary key="f" fallbackRender={({ retry }) => <button onClick={retry}>{ui('tryAgain')}</button>}>
      <Numbers />
    </ApiErrorBoundary>,
  ],
] as const

async function renderFailed(page: ReactNode): Promise<void> {
  calls = []
  renderWithApiErrors(<main>{page}</main>)
  await answer(makeFailure('HTTP_500'))
  takeConsole()
}
const tryAgain = async (): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name: ui('tryAgain') }))
  await settled()
}
/** What the region says that outlives the state. */
const status = (): string | null | undefined =>
  screen.getAllByRole('status').find((region) => region.closest('[data-variant]') === null)?.textContent

describe('after Try again', () => {
  it.each(PAGES)('says that it tries, and that it has loaded: %s', async (_, page) => {
    await renderFailed(page)
    expect(status()).toBe('')
    await tryAgain()
    expect(status()).toBe(ui('tryingAgain'))
    await answer()
    expect(status()).toBe(ui('loaded'))
  })

  it.each(PAGES)('never leaves the focus to the body, and stays inside of what was around: %s', async (_, page) => {
    await renderFailed(page)
    await tryAgain()
    expect(document.body).not.toHaveFocus()
    await answer()
    expect(document.activeElement?.closest('main')).not.toBeNull()
  })

  it.each(PAGES)('says again that it tries when that has failed: %s', async (_, page) => {
    await renderFailed(page)
    await tryAgain()
    await answer(makeFailure('HTTP_500'))
    takeConsole()
    expect(status()).toBe('')
    await tryAgain()
    expect(status()).toBe(ui('tryingAgain'))
    await answer()
    expect(status()).toBe(ui('loaded'))
  })

  it('of what was thrown while rendering says that it has loaded', async () => {
    let isBroken = true
    function Chart(): ReactNode {
      if (isBroken) throw new Error('bug')
      return <h2>Chart</h2>
    }
    renderWithApiErrors(
      <main>
        <ApiErrorBoundary fallbackRender={({ retry }) => <button onClick={retry}>{ui('tryAgain')}</button>}>
          <Chart />
        </ApiErrorBoundary>
      </main>,
    )
    await settled()
    takeConsole()
    isBroken = false
    await tryAgain()
    expect(status()).toBe(ui('loaded'))
    expect(screen.getByRole('heading')).toHaveFocus()
  })

  it('leaves the focus where the user went meanwhile', async () => {
    await renderFailed(
      <>
        <InlineNumbers />
        <input aria-label="Search" />
      </>,
    )
    await tryAgain()
    await userEvent.click(screen.getByLabelText('Search'))
    await answer()
    expect(screen.getByLabelText('Search')).toHaveFocus()
  })

  it('has no region while nothing could be tried again', async () => {
    function Page(): ReactNode {
      const [isOn, setIsOn] = useState(false)
      return <button onClick={() => setIsOn(true)}>{isOn ? 'On' : 'Off'}</button>
    }
    renderWithApiErrors(<Page />)
    await userEvent.click(screen.getByRole('button'))
    expect(screen.queryByRole('status')).toBeNull()
  })
})
