import { onTestFinished } from 'vitest'

const LIVE = '[role=alert], [role=status], [aria-live=polite], [aria-live=assertive]'

/** Notes what live regions say from now on: what comes into one, and an alert that comes with its words. */
export function watchLiveRegions(root: HTMLElement): () => readonly string[] {
  const said: string[] = []
  const note = (records: readonly MutationRecord[]): void => {
    const regions = records.flatMap(({ target, addedNodes, type }) => {
      const element = target instanceof Element ? target : target.parentElement
      const alerts = [...addedNodes].flatMap((node) =>
        node instanceof Element
          ? [...(node.matches('[role=alert]') ? [node] : []), ...node.querySelectorAll('[role=alert]')]
          : [],
      )
      return [
        ...alerts,
        ...(type === 'characterData' || addedNodes.length > 0 ? [element?.closest(LIVE) ?? []].flat() : []),
      ]
    })
    for (const region of new Set(regions)) {
      if (region.getAttribute('aria-live') === 'off') continue
      const text = region.textContent.replace(/[\u2066-\u2069]/g, '')
      if (text !== '') said.push(text)
    }
  }
  const observer = new MutationObserver(note)
  onTestFinished(() => observer.disconnect())
  observer.observe(root, { subtree: true, childList: true, characterData: true })
  return () => {
    note(observer.takeRecords())
    return said
  }
}
