import {
  ArgTypes,
  Description,
  DocsContext,
  DocsStory,
  Heading,
  Source,
  Subheading,
  Title,
} from '@storybook/addon-docs/blocks'
import { useContext, type ReactNode } from 'react'
import type { PreparedStory } from 'storybook/internal/types'
import { StoryFrame } from './StoryFrame.js'

/** The docs page of examples: all stories of the file, each with its code. */
export function ExampleDocs(): ReactNode {
  return (
    <>
      <Title />
      <Description />
      {useStories().map((story) => (
        <Example key={story.id} story={story} />
      ))}
    </>
  )
}

/** The docs page of a component: one story, the props, and the other stories. */
export function ComponentDocs(): ReactNode {
  const [first, ...others] = useStories()
  return (
    <>
      <Title />
      <Description />
      {first !== undefined && <Example story={first} />}
      <Heading>Props</Heading>
      <ArgTypes />
      <Heading>Stories</Heading>
      {others.map((story) => (
        <Example key={story.id} story={story} />
      ))}
    </>
  )
}

/** The stories of the file; one that says so comes first. */
function useStories(): readonly PreparedStory[] {
  const stories = useContext(DocsContext)
    .componentStories()
    .filter(({ tags }) => tags.includes('autodocs'))
  const opening = stories.find(({ parameters }) => parameters.docs?.opensPage === true)
  return opening === undefined ? stories : [opening, ...stories.filter((story) => story !== opening)]
}

function Example({ story }: { readonly story: PreparedStory }): ReactNode {
  const height: unknown = story.parameters.docs?.frame
  if (typeof height !== 'string') return <DocsStory of={story.moduleExport} />
  return (
    <>
      <Subheading>{story.name}</Subheading>
      <Description of={story.moduleExport} />
      <StoryFrame story={story} height={height} />
      <Source of={story.moduleExport} />
    </>
  )
}
