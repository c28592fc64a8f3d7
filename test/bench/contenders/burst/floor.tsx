import { useSyncExternalStore, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { BurstContender } from '../../burst/measureBurst.js'

interface Toast {
  readonly text: string
  readonly count: number
}

const LIMIT = 5
const counts = new Map<string, number>()
let list: readonly Toast[] = []
let isDue = false
let changed = (): void => undefined

/** Those of one task are shown together. */
function publish(): void {
  isDue = false
  list = [...counts].map(([text, count]) => ({ text, count }))
  changed()
}

function add(text: string): void {
  counts.set(text, (counts.get(text) ?? 0) + 1)
  const [oldest] = counts.keys()
  if (counts.size > LIMIT && oldest !== undefined) counts.delete(oldest)
  if (!isDue) queueMicrotask(publish)
  isDue = true
}

function subscribe(listener: () => void): () => void {
  changed = listener
  return () => (changed = () => undefined)
}

function Toaster(): ReactNode {
  const toasts = useSyncExternalStore(subscribe, () => list)
  return (
    <ol role="region" aria-label="Notifications">
      {toasts.map(({ text, count }) => (
        <li key={text} role="alert">
          {text} {count > 1 && <b>{count} times</b>}
          <button
            type="button"
            onClick={() => {
              counts.delete(text)
              publish()
            }}
          >
            Close
          </button>
        </li>
      ))}
    </ol>
  )
}

export const contender: BurstContender = {
  name: 'floor (counted, the last 5)',
  mount: (root) => createRoot(root).render(<Toaster />),
  fail: ({ ResponseStatus }) => add(ResponseStatus.Errors.map(({ Message }) => Message).join(' ')),
}
