import type { Meta } from '@storybook/react-vite'
import { asAppCode } from './appCodeOf.js'
import { CodeExample, type CodeExampleProps, type CodeStory } from './CodeExample.js'
import { showsItsMessage } from './showsItsMessage.js'

const meta = {
  title: 'Codes/SIP trunks',
  component: CodeExample,
  parameters: asAppCode,
  play: showsItsMessage,
} satisfies Meta<CodeExampleProps>
export default meta

export const SipTrunkNotFound: CodeStory = {
  args: { code: 'SIP_TRUNK_NOT_FOUND', title: 'SIP trunk', home: 'page' },
}

/** A warning: nothing is wrong, it is only gone. */
export const SipTrunkWasDeleted: CodeStory = {
  args: { code: 'SIP_TRUNK_WAS_DELETED', title: 'SIP trunk', home: 'page' },
}
