import { memo, type ReactNode } from 'react'
import { useFieldError } from '../../../../src/index.js'
import { makeOurs } from '../../form/makeOurs.js'

/** The markup of the floor, on our hook. */
const Plain = memo(function Plain({ name }: { readonly name: string }): ReactNode {
  const { controlProps, errorProps, messages, isInvalid } = useFieldError(name)
  return (
    <div className="field">
      <label htmlFor={name}>{name}</label>
      <input id={name} {...controlProps} />
      {isInvalid && (
        <p className="msg" {...errorProps}>
          {messages}
        </p>
      )}
    </div>
  )
})

export const contender = makeOurs('ours: useFieldError + ErrorSummary', (name) => <Plain key={name} name={name} />)
