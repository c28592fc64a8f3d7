import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ensureOk, ErrorSummary, Field } from '../../src/index.js'
import { telephonyFetch } from '../telephony-api/client.js'

/** Sends one text message. There is no error code in it: the boundary around it knows its fields and its mutation. */
export function SendSmsForm({ propertySid }: { readonly propertySid: string }): ReactNode {
  const send = useMutation({
    mutationFn: async (form: FormData) =>
      ensureOk(
        await telephonyFetch(`/Properties/${propertySid}/Messages`, {
          method: 'POST',
          body: { From: form.get('from'), To: form.get('to'), Text: form.get('text') },
        }),
      ),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate(new FormData(event.currentTarget))
      }}
    >
      <ErrorSummary />
      <Field name="to" label="To" hint="With the country code, like +44 20 7946 0501" type="tel" autoComplete="tel" />
      <Field name="from" label="From">
        <select defaultValue="+442079460101">
          <option value="+442079460101">Reception</option>
          <option value="+442079460102">Emergencies</option>
        </select>
      </Field>
      <Field name="text" label="Message" hint="Up to 1,600 characters">
        <textarea rows={4} maxLength={1600} />
      </Field>
      <button className="button" type="submit">
        {send.isPending ? 'Sending…' : 'Send message'}
      </button>
      <p role="status">{send.isSuccess && 'Message sent'}</p>
    </form>
  )
}
