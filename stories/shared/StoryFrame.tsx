import { DocsContext } from '@storybook/addon-docs/blocks'
import { useContext, useEffect, useState, type ReactNode } from 'react'
import { GLOBALS_UPDATED } from 'storybook/internal/core-events'
import type { GlobalsUpdatedPayload, PreparedStory } from 'storybook/internal/types'

/**
 * A story of a docs page in a page of its own, for what is true of a whole page, such as being offline. Its play
 * function runs there, and is kept from taking the focus of the docs page (`keepQuiet` in the preview).
 */
export function StoryFrame({ story, height }: { readonly story: PreparedStory; readonly height: string }): ReactNode {
  const { locale, theme, direction } = useGlobals(story)
  const globals = `locale:${String(locale)};theme:${String(theme)};direction:${String(direction)}`
  const src = `iframe.html?id=${story.id}&viewMode=story&globals=${globals}`
  return <iframe key={src} className="story-frame" title={story.name} src={src} style={{ height }} />
}

/** What the toolbar says: frames are not told. */
function useGlobals(story: PreparedStory): Readonly<Record<string, unknown>> {
  const { channel, getStoryContext } = useContext(DocsContext)
  const [globals, setGlobals] = useState<Readonly<Record<string, unknown>>>(() => getStoryContext(story).globals)
  useEffect(() => {
    const update = (payload: GlobalsUpdatedPayload): void => setGlobals(payload.globals)
    channel.on(GLOBALS_UPDATED, update)
    return () => channel.off(GLOBALS_UPDATED, update)
  }, [channel])
  return globals
}
