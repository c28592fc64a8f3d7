import type { ReactNode } from 'react'

interface FieldMessagesProps {
  readonly id: string
  readonly className?: string
  readonly into: (element: HTMLElement | null) => void
}

/** The element that the messages of a field are written into. */
export function FieldMessages({ id, className = '', into }: FieldMessagesProps): ReactNode {
  return <span ref={into} id={id} className={`rae-field-error ${className}`.trim()} />
}
