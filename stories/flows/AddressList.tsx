import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { ensureOk } from '../../src/index.js'
import { telephonyFetch } from '../telephony-api/client.js'
import type { Address } from '../telephony-api/records.js'

interface AddressPage {
  readonly Addresses: readonly Address[]
}

/** The addresses of the account, each with a button that deletes it. A list, not a form. */
export function AddressList(): ReactNode {
  const queryClient = useQueryClient()
  const list = useRef<HTMLUListElement>(null)
  const addresses = useQuery({
    queryKey: ['addresses'],
    queryFn: async (): Promise<AddressPage> => (await ensureOk(await telephonyFetch('/Addresses'))).json(),
  })
  const remove = useMutation({
    mutationFn: async (sid: string) => ensureOk(await telephonyFetch(`/Addresses/${sid}`, { method: 'DELETE' })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['addresses'] })
      // The button that had the focus has gone with its row.
      list.current?.focus()
    },
  })

  if (addresses.data === undefined) return <p>Loading addresses…</p>
  return (
    <ul className="rows" ref={list} tabIndex={-1} aria-label="Addresses">
      {addresses.data.Addresses.map(({ AddressSid, FirstName, LastName, Street, City }) => (
        <li key={AddressSid}>
          <span>
            <strong>
              {FirstName} {LastName}
            </strong>
            <br />
            <bdi>
              {Street}, {City}
            </bdi>
          </span>
          <button className="button" data-kind="secondary" type="button" onClick={() => remove.mutate(AddressSid)}>
            Delete
            <span className="visually-hidden">
              {' '}
              the address of {FirstName} {LastName}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
