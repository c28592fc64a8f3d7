import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ensureOk, ErrorSummary, Field } from '../../src/index.js'
import { telephonyFetch } from '../telephony-api/client.js'

/** One address to look at and to delete. */
export function AddressForm({ addressSid }: { readonly addressSid: string }): ReactNode {
  const remove = useMutation({
    mutationFn: async () => ensureOk(await telephonyFetch(`/Addresses/${addressSid}`, { method: 'DELETE' })),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        remove.mutate()
      }}
    >
      <ErrorSummary />
      <Field name="lastName" label="Last name" defaultValue="Byron" readOnly />
      <Field name="street" label="Street" defaultValue="1 Harbor Street" readOnly />
      <Field name="city" label="City" defaultValue="London" readOnly />
      <button className="button" data-kind="danger" type="submit">
        {remove.isPending ? 'Deleting…' : 'Delete address'}
      </button>
      <p role="status">{remove.isSuccess && 'Address deleted'}</p>
    </form>
  )
}
