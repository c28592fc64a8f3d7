import { createContext, memo, useContext, useSyncExternalStore, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Contender } from './contender.js'
import { FIELD_NAMES } from './payload.js'

/** The least that does the job: a store with one subscription a field. */
class Store {
  #messages = new Map<string, string>()
  readonly #listeners = new Map<string, Set<() => void>>()
  #names: readonly string[] = []

  readonly names = (): readonly string[] => this.#names
  get(name: string): string | undefined {
    return this.#messages.get(name)
  }
  set(messages: Map<string, string>): void {
    const changed = new Set([...this.#messages.keys(), ...messages.keys()])
    this.#messages = messages
    this.#names = [...messages.keys()]
    for (const name of [...changed, '*']) for (const listener of this.#listeners.get(name) ?? []) listener()
  }
  clear(name: string): void {
    if (!this.#messages.has(name)) return
    this.#messages.delete(name)
    this.#names = [...this.#messages.keys()]
    for (const each of [name, '*']) for (const listener of this.#listeners.get(each) ?? []) listener()
  }
  subscribe(name: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners.add(listener))
    return () => void listeners.delete(listener)
  }
}

const StoreContext = createContext(new Store())

const Field = memo(function Field({ name }: { readonly name: string }): ReactNode {
  const store = useContext(StoreContext)
  const message = useSyncExternalStore((listener) => store.subscribe(name, listener), () => store.get(name))
  return (
    <div className="field">
      <label htmlFor={name}>{name}</label>
      <input id={name} name={name} aria-invalid={message === undefined ? undefined : true} aria-describedby={message === undefined ? undefined : `${name}-error`} onInput={() => store.clear(name)} />
      {message !== undefined && (
        <p className="msg" id={`${name}-error`}>
          {message}
        </p>
      )}
    </div>
  )
})

const Line = memo(function Line({ name, message }: { readonly name: string; readonly message: string | undefined }): ReactNode {
  return (
    <li>
      <a href={`#${name}`}>{message}</a>
    </li>
  )
})

function Summary(): ReactNode {
  const store = useContext(StoreContext)
  const names = useSyncExternalStore((listener) => store.subscribe('*', listener), store.names)
  return (
    <div role="alert">
      {names.length > 0 && (
        <>
          <h2>There are {names.length} problems</h2>
          <ul>
            {names.map((name) => (
              <Line key={name} name={name} message={store.get(name)} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Makes the floor, with or without a summary of links. */
export function makeFloor(name: string, hasSummary: boolean): Contender {
  return {
    name,
    mount(root, ready) {
      const store = new Store()
      ready({
        reject: ({ ResponseStatus }) => store.set(new Map(ResponseStatus.Errors.map(({ FieldName, Message }) => [FieldName, Message]))),
        clear: () => store.set(new Map()),
      })
      createRoot(root).render(
        <StoreContext.Provider value={store}>
          {hasSummary && <Summary />}
          <form>
            {FIELD_NAMES.map((field) => (
              <Field key={field} name={field} />
            ))}
          </form>
        </StoreContext.Provider>,
      )
    },
  }
}
