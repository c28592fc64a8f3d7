'use client'

import { Fragment, type ReactNode } from 'react'
import { Text } from '../shared/Text.js'
import type { Announcements } from './useAnnouncements.js'

const POLITENESS = ['polite', 'assertive'] as const

/** What screen readers hear: live regions that are there, empty, before they are used (ARIA19), without controls. */
export function Announcer({ announcements }: { readonly announcements: Announcements }): ReactNode {
  return (
    <div className="rae-hidden" data-rae-announcer="">
      {POLITENESS.map((politeness) => {
        const { turn, texts } = announcements[politeness]
        return (
          <div key={politeness} aria-live={politeness} aria-atomic="true">
            {texts.length > 0 && (
              // A new key mounts the text again, so that equal words are announced again.
              <p key={turn}>
                {texts.map((text, index) => (
                  // The words of one announcement are never reordered.
                  // oxlint-disable-next-line react/no-array-index-key
                  <Fragment key={index}>
                    {index > 0 && '. '}
                    <Text of={text} />
                  </Fragment>
                ))}
              </p>
            )}
          </div>
        )
      })}
    </div>
  )
}
