import { dehydrate, type DehydratedState } from '@tanstack/react-query'
import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { createClients, failed, Root, waiting, type PageName } from './pages.js'

/** What a server sends for one page. */
export interface ServedPage {
  /** What came first, and all of it. */
  readonly shell: string
  readonly html: string
  readonly state: DehydratedState
  /** What React told of: messages and digests. */
  readonly errors: readonly string[]
  readonly shellError: string | undefined
}

export type Request = readonly [page: PageName, locale?: string]

async function serve([page, locale]: Request): Promise<ServedPage> {
  const clients = createClients()
  await clients.queryClient.prefetchQuery(failed)
  await clients.queryClient.prefetchQuery(waiting)
  const chunks: string[] = []
  const errors: string[] = []
  let shellError: string | undefined
  await new Promise<void>((resolve) => {
    const sink = new Writable({
      write(chunk: Buffer, _, next) {
        chunks.push(chunk.toString())
        next()
      },
      final(next) {
        next()
        resolve()
      },
    })
    const { pipe } = renderToPipeableStream(
      <Root clients={clients} page={page} {...(locale === undefined ? {} : { locale })} />,
      {
        onShellReady: () => void pipe(sink),
        onShellError: (error) => {
          shellError = describe(error)
          resolve()
        },
        onError: (error) => {
          errors.push(describe(error))
          return digestOf(error)
        },
      },
    )
  })
  const state = dehydrate(clients.queryClient, {
    shouldDehydrateQuery: ({ state: { status } }) => status !== 'pending',
  })
  return { shell: chunks[0] ?? '', html: chunks.join(''), state, errors, shellError }
}

const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && 'digest' in error ? String(error.digest) : undefined
const describe = (error: unknown): string => digestOf(error) ?? String(error)

// A server of its own: no window, no document.
const requests = JSON.parse(process.argv[2] ?? '[]') as readonly Request[]
const served: ServedPage[] = []
for (const request of requests) served.push(await serve(request))
process.stdout.write(JSON.stringify(served))
