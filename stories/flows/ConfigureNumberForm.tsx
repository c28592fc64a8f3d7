import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ensureOk, ErrorSummary, Field } from '../../src/index.js'
import { telephonyFetch } from '../telephony-api/client.js'

/** The API's names of fields that this form calls by other names; for the boundary around it. */
export const numberFormAliases = { EndpointNumber: 'phoneNumber', Friendly: 'displayName' }

/** Sets up where a number sends its calls: to a telephone, or through a flow. */
export function ConfigureNumberForm({ number }: { readonly number: string }): ReactNode {
  const save = useMutation({
    mutationFn: async (form: FormData) =>
      ensureOk(
        await telephonyFetch(`/Numbers/${number}`, {
          method: 'POST',
          body: {
            Friendly: form.get('displayName'),
            RoutingMethod: form.get('routingMethod'),
            EndpointNumber: form.get('phoneNumber'),
            Flow: form.get('flow'),
            SendEmailTo: form.get('sendEmailTo'),
          },
        }),
      ),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(new FormData(event.currentTarget))
      }}
    >
      <ErrorSummary />
      <Field name="displayName" label="Name" hint="How your team knows this number" defaultValue="Reception" />
      <Field name="routingMethod" label="Where calls go" group="radio">
        {(control) => (
          <div className="choices">
            <label>
              <input {...control} type="radio" value="Endpoint" defaultChecked /> A telephone
            </label>
            <label>
              <input {...control} type="radio" value="Flow" /> A call flow
            </label>
          </div>
        )}
      </Field>
      <Field name="phoneNumber" label="Telephone" hint="With the country code, like +44 20 7946 0501" type="tel" />
      <Field name="flow" label="Call flow">
        <select>
          <option value="">None</option>
          <option value="FL7001">Office hours</option>
          <option value="FL7002">Holidays</option>
        </select>
      </Field>
      <Field name="sendEmailTo" label="Email for missed calls (optional)" type="email" />
      <button className="button" type="submit">
        {save.isPending ? 'Saving…' : 'Save changes'}
      </button>
      <p role="status">{save.isSuccess && 'Changes saved'}</p>
    </form>
  )
}
