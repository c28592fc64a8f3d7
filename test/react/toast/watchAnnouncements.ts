/** One thing that a live region said. */
export interface Announcement {
  readonly politeness: string | null
  readonly text: string | undefined
}

/** Notes every change of what the live regions say, from now on; `data-rae-announcer` marks them. */
export function watchAnnouncements(section: HTMLElement): () => readonly Announcement[] {
  const said: Announcement[] = []
  const note = (records: readonly MutationRecord[]): void => {
    const regions = records.flatMap(({ target, addedNodes, type }) => {
      const element = target instanceof Element ? target : target.parentElement
      return type === 'characterData' || addedNodes.length > 0
        ? (element?.closest('[aria-live]:not([aria-live="off"])') ?? [])
        : []
    })
    for (const region of new Set(regions))
      said.push({
        politeness: region.getAttribute('aria-live'),
        text: region.textContent?.replace(/[\u2068\u2069]/g, ''),
      })
  }
  const observer = new MutationObserver(note)
  observer.observe(section, { subtree: true, childList: true, characterData: true })
  return () => {
    note(observer.takeRecords())
    return said
  }
}
