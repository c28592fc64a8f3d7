import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ensureOk } from '../../src/index.js'
import { telephonyFetch } from '../telephony-api/client.js'
import type { PhoneNumber } from '../telephony-api/numberRecords.js'

interface NumberPage {
  readonly Numbers: readonly PhoneNumber[]
}

/** The numbers of the account. There is no error state in it: the boundary around it has one. */
export function NumberList(): ReactNode {
  const numbers = useQuery({
    queryKey: ['numbers'],
    queryFn: async (): Promise<NumberPage> => (await ensureOk(await telephonyFetch('/Numbers'))).json(),
  })

  if (numbers.data === undefined) return <p>Loading numbers…</p>
  return (
    <ul className="rows">
      {numbers.data.Numbers.map(({ Number: number, Friendly }) => (
        <li key={number}>
          <strong>{Friendly}</strong>
          <bdi dir="ltr">{number}</bdi>
        </li>
      ))}
    </ul>
  )
}
