// What the page consists of, whichever window made it: an element of an iframe is no instance of this one's classes.

type Root = Document | ShadowRoot

/** Whether a value is an element. */
export function isElement(value: unknown): value is HTMLElement {
  return typeof value === 'object' && value !== null && 'nodeType' in value && value.nodeType === 1
}

/** Whether a value is an element of one of these kinds. */
export function isTag<Name extends keyof HTMLElementTagNameMap>(
  value: unknown,
  ...names: readonly Name[]
): value is HTMLElementTagNameMap[Name] {
  return isElement(value) && names.some((name) => name === value.localName)
}

/** The form that an element belongs to. */
export function formAround(element: Element | null): HTMLFormElement | undefined {
  const own = element !== null && 'form' in element && isTag(element.form, 'form') ? element.form : undefined
  return own ?? element?.closest('form') ?? undefined
}

/** The document or shadow root that an element stands in. */
export function rootOf(element: Element): Root {
  const root = element.getRootNode()
  return isRoot(root) ? root : element.ownerDocument
}

const isRoot = (node: Node): node is Root => 'activeElement' in node

/** The element around another, out of its shadow root and out of its iframe. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement
  const root = element.getRootNode()
  return 'host' in root && isElement(root.host) ? root.host : (element.ownerDocument.defaultView?.frameElement ?? null)
}

/** What has the focus, in whichever shadow root it is. */
export function activeIn({ activeElement }: Root): Element | null {
  const inner = activeElement?.shadowRoot
  return inner?.activeElement ? activeIn(inner) : activeElement
}

/** Where components of ours stand, beside the document itself. */
const roots = new Set<Root>()
let isDiscovered = false

/** Who wants to hear of the pages of iframes and other windows, and which there are. */
const followers = new Set<(page: Document) => void>()
const otherPages = new Set<Document>()

/** Notes that a component of ours stands here: its controls do, too. */
export function knowRootOf(element: Element | null): void {
  if (element === null) return
  const page = element.ownerDocument
  if (rootOf(element) !== document) roots.add(rootOf(element))
  if (page === document || otherPages.has(page)) return
  otherPages.add(page)
  for (const follow of followers) follow(page)
}

/** Calls back for the page of each iframe and other window that components of ours stand in, now and later. */
export function onOtherPage(follow: (page: Document) => void): () => void {
  for (const page of otherPages) {
    if (isGone(page)) otherPages.delete(page)
    else follow(page)
  }
  followers.add(follow)
  return () => void followers.delete(follow)
}

/** The places in which our components can stand; that of a given element first. */
export function rootsAround(near?: Element | null): ReadonlySet<Root> {
  for (const root of roots) if (isGone(root)) roots.delete(root)
  return new Set([...(near ? [rootOf(near)] : []), document, ...roots])
}

const isGone = (root: Root): boolean => ('host' in root ? !root.host.isConnected : root.defaultView === null)

/** All elements that a selector finds in the first place that has any. */
export function findAll(selector: string, near?: Element | null): readonly HTMLElement[] {
  for (const root of rootsAround(near)) {
    const found = root.querySelectorAll<HTMLElement>(selector)
    if (found.length > 0) return [...found]
  }
  if (isDiscovered) return []
  // Looking through the whole page is slow: once for all that is sought in a task.
  isDiscovered = true
  queueMicrotask(() => (isDiscovered = false))
  const before = roots.size
  discover(document)
  return roots.size > before ? findAll(selector) : []
}

/** The element of an id. */
export function findById(id: string, near?: Element | null): HTMLElement | undefined {
  for (const root of rootsAround(near)) {
    const found = root.getElementById(id)
    if (found !== null) return found
  }
  return undefined
}

/** Finds the open shadow roots and the iframes of a page. */
function discover(root: Root): void {
  for (const element of root.querySelectorAll('*')) {
    const inner = element.shadowRoot ?? (isTag(element, 'iframe') ? element.contentDocument : null)
    if (inner === null) continue
    roots.add(inner)
    discover(inner)
  }
}
