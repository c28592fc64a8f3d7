import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ListExample } from './CodeExample.js'
import { sendRequest } from './sendRequest.js'

/** A list with an action for its row. No form and no boundary. */
export function CodeList({ title, code, item, action }: ListExample): ReactNode {
  const act = useMutation({ mutationFn: () => sendRequest(code) })
  return (
    <>
      <h1>{title}</h1>
      <ul className="rows">
        <li>
          <bdi dir="ltr">{item}</bdi>
          <button className="button" data-kind="secondary" type="button" onClick={() => act.mutate()}>
            {action}
          </button>
        </li>
      </ul>
    </>
  )
}
