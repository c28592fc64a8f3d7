import type { Meta, StoryObj } from '@storybook/react-vite'
import { actionCode } from './appCode.js'
import { showsItsStateInAToast } from './showsItsState.js'
import { FailingAction } from './StateExample.js'
import * as states from './states.js'

const meta = {
  title: 'States/Action of a list',
  component: FailingAction,
  parameters: actionCode,
  play: showsItsStateInAToast,
} satisfies Meta<typeof FailingAction>
export default meta

type Story = StoryObj<typeof meta>

export const SignedOut: Story = { args: states.signedOut }

export const Forbidden: Story = { args: states.forbidden }

export const NotFound: Story = { args: states.notFound }

export const Conflict: Story = { args: states.conflict }

export const TooManyRequests: Story = { args: states.tooManyRequests }

export const ServerProblem: Story = { args: states.serverProblem }

export const NoConnection: Story = { args: states.noConnection }

export const NoAnswer: Story = { args: states.noAnswer }

export const Unreadable: Story = { args: states.unreadable }

export const UnknownCode: Story = { args: states.unknownCode }
