import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApiError, Params } from '../../src/index.js'

/** A button outside of any form; what it does fails as often as `fail` makes a failure. */
export function FailingButton({
  label,
  fail,
  params = {},
}: {
  readonly label: string
  readonly fail: () => ApiError | undefined
  /** What the messages can name. */
  readonly params?: Params
}): ReactNode {
  const act = useMutation({
    mutationFn: async () => {
      const failure = fail()
      if (failure !== undefined) throw failure
    },
    meta: { apiError: { params } },
  })
  return (
    <div className="action">
      <button className="button" data-kind="secondary" type="button" onClick={() => act.mutate()}>
        {label}
      </button>
      <span role="status">{act.isSuccess && 'Done'}</span>
    </div>
  )
}
