import { appSource } from '../shared/appSource.js'

/** The code of a page: the same for all that can go wrong, as nothing of it speaks of failures. */
export const pageCode = appSource(`<ApiErrorBoundary>
  <Numbers />
</ApiErrorBoundary>

function Numbers() {
  const numbers = useQuery({
    queryKey: ['numbers'],
    queryFn: async () => (await ensureOk(await fetch('/v2/Numbers'))).json(),
  })
  return <p role="status">{numbers.isPending ? 'Loading…' : 'Loaded'}</p>
}`)

/** The code of an action of a list: no form is on screen, so that its failures are toasts. */
export const actionCode = appSource(`<NumberList />
<ApiErrorToaster />

function ReleaseButton({ number }: { number: string }) {
  const release = useMutation({
    mutationFn: async () => ensureOk(await fetch(\`/v2/Numbers/\${number}\`, { method: 'DELETE' })),
  })
  return <button onClick={() => release.mutate()}>Release</button>
}`)

/** The code of a page that says so while it waits for a connection. */
export const waitingCode = appSource(`function Count() {
  const { data, fetchStatus } = useQuery({
    queryKey: ['count'],
    queryFn: async () => (await ensureOk(await fetch('/v2/Numbers'))).json(),
  })
  if (data !== undefined) return <p role="status">{data.TotalCount} phone numbers</p>
  return <p role="status">{fetchStatus === 'paused' ? 'Waiting for a connection…' : 'Loading…'}</p>
}`)
