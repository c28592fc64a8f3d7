import { createContext, useCallback, useContext, useSyncExternalStore, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { FormContender } from './FormContender.js'
import { FIELD_NAMES, type Rejection } from './payload.js'

/** What the server said of one field. */
interface Problem {
  readonly name: string
  readonly code: string
  readonly message: string
}

const WORDS: Readonly<Record<string, string>> = {
  PARAMETER_REQUIRED: '{field} is missing.',
  PARAMETER_INVALID: '{field} is not valid.',
  PARAMETER_TOO_LONG: '{field} is too long.',
  INVALID_EMAIL_FORMAT: '{field} is not an email address.',
}

/** The first problem of each field; names in any case. */
function parse({ ResponseStatus }: Rejection): ReadonlyMap<string, Problem> {
  const problems = new Map<string, Problem>()
  for (const { FieldName, ErrorCode, Message } of ResponseStatus.Errors) {
    const key = FieldName.toLowerCase()
    if (!problems.has(key)) problems.set(key, { name: FieldName, code: ErrorCode, message: Message })
  }
  return problems
}

/** Our words for a code, else the server's. */
const say = ({ name, code, message }: Problem): string => (WORDS[code] ?? message).replaceAll('{field}', name)

/** The least that does the job: a store with one subscription a field. */
class Store {
  #problems: ReadonlyMap<string, Problem> = new Map()
  readonly #listeners = new Map<string, Set<() => void>>()

  readonly all = (): ReadonlyMap<string, Problem> => this.#problems
  get(key: string): Problem | undefined {
    return this.#problems.get(key)
  }
  set(problems: ReadonlyMap<string, Problem>): void {
    const before = this.#problems
    this.#problems = problems
    for (const key of new Set([...before.keys(), ...problems.keys()]))
      if (before.get(key) !== problems.get(key)) this.#tell(key)
    this.#tell('*')
  }
  clear(key: string): void {
    if (!this.#problems.has(key)) return
    const problems = new Map(this.#problems)
    problems.delete(key)
    this.#problems = problems
    this.#tell(key)
    this.#tell('*')
  }
  subscribe(key: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(key) ?? new Set()
    this.#listeners.set(key, listeners.add(listener))
    return () => void listeners.delete(listener)
  }
  #tell(key: string): void {
    for (const listener of this.#listeners.get(key) ?? []) listener()
  }
}

const StoreContext = createContext(new Store())

function Field({ name }: { readonly name: string }): ReactNode {
  const store = useContext(StoreContext)
  const key = name.toLowerCase()
  const problem = useSyncExternalStore(
    useCallback((listener) => store.subscribe(key, listener), [store, key]),
    () => store.get(key),
  )
  return (
    <div className="field">
      <label htmlFor={name}>{name}</label>
      <input
        id={name}
        name={name}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : `${name}-error`}
        onInput={() => store.clear(key)}
      />
      {problem !== undefined && (
        <p className="msg" id={`${name}-error`}>
          {say(problem)}
        </p>
      )}
    </div>
  )
}

function Summary(): ReactNode {
  const store = useContext(StoreContext)
  const problems = useSyncExternalStore(
    useCallback((listener) => store.subscribe('*', listener), [store]),
    store.all,
  )
  return (
    <div role="alert">
      {problems.size > 0 && (
        <>
          <h2>There are {problems.size} problems</h2>
          <ul>
            {[...problems.values()].map((problem) => (
              <li key={problem.name}>
                <a href={`#${problem.name}`}>{say(problem)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Makes the floor, with or without a summary of links. */
export function makeFloor(name: string, hasSummary: boolean): FormContender {
  return {
    name,
    hasSummary,
    mount(root, ready) {
      const store = new Store()
      ready({
        reject: (body) => store.set(parse(body)),
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
