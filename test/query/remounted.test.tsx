import { useQuery } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, Field, type ApiErrorBoundaryProps } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { settled } from '../setup/settled.js'
import { words } from '../setup/words.js'
import { createClients, createSource, during, InlinePage, Page, renderApp, stateTitles, toastTitles } from './app.js'

const SERVICE = words('HTTP_500').title

/** Renders an app, takes it off the page, and renders it again: only its provider attaches. */
async function remount(page: ReactNode, before: () => void = () => undefined) {
  const clients = createClients()
  const first = renderApp(page, { clients })
  await during(() => undefined)
  await settled()
  const titles = stateTitles()
  takeConsole()
  first.unmount()
  before()
  renderApp(page, { clients })
  await during(() => undefined)
  await settled()
  return { titles, ...clients }
}

/** What one query needs that is not retried on mount, so that the old failure is what it renders. */
function Kept({ queryFn }: { readonly queryFn: () => Promise<unknown> }): ReactNode {
  const query = useQuery({ queryKey: ['kept'], queryFn, retryOnMount: false })
  return <p>{query.isError ? 'kept failed' : 'kept loading'}</p>
}

const inScope = (page: ReactNode, props: ApiErrorBoundaryProps = {}): ReactNode => (
  <ApiErrorBoundary {...props}>{page}</ApiErrorBoundary>
)

// The kind: the first render after the app has mounted again finds a failure that nobody has heard of.
describe('P65 an app that mounts again, with a query that has failed before', () => {
  it.each([
    {
      what: 'that is retried',
      page: <Page queryKey={['a']} queryFn={createSource(makeFailure('HTTP_500')).run} />,
      text: 'failed',
    },
    { what: 'that is not', page: <Kept queryFn={createSource(makeFailure('HTTP_500')).run} />, text: 'kept failed' },
  ])('keeps it inline where the boundary says so, a query $what', async ({ page, text }) => {
    await remount(inScope(page, { queries: 'inline' }))
    expect(screen.getByText(text)).toBeVisible()
    expect(stateTitles()).toEqual([])
  })

  it('keeps it inline below an inner boundary that says so', async () => {
    const page = <InlinePage queryKey={['a']} queryFn={createSource(makeFailure('HTTP_500')).run} />
    await remount(inScope(inScope(page, { queries: 'inline' })))
    expect(stateTitles()).toEqual([SERVICE])
    expect(toastTitles()).toEqual([])
  })

  it('fetches it again where the boundary shows it', async () => {
    const source = createSource(makeFailure('HTTP_500'))
    const { titles } = await remount(inScope(<Page queryKey={['a']} queryFn={source.run} />), () => source.works())
    expect(titles).toEqual([SERVICE])
    expect(screen.getByText('data')).toBeVisible()
    expect(source.run).toHaveBeenCalledTimes(2)
  })

  it('leaves the fields of its form on the page', async () => {
    const page = (
      <>
        <Field name="to" label="To" />
        <Page queryKey={['a']} queryFn={createSource(makeFailure('HTTP_500')).run} />
      </>
    )
    await remount(inScope(page))
    expect(screen.getByLabelText('To')).toBeVisible()
    expect(stateTitles()).toEqual([])
    expect(toastTitles()).toEqual([SERVICE])
  })
})
