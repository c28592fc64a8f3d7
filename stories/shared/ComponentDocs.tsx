import { ArgTypes, Description, Title } from '@storybook/addon-docs/blocks'
import type { ReactNode } from 'react'

/** The docs page of a component: what it is and its props. Its stories act on the focus of the page, so each has a page of its own. */
export function ComponentDocs(): ReactNode {
  return (
    <>
      <Title />
      <Description />
      <ArgTypes />
    </>
  )
}
