import type { PlacedIssue } from '../../core/client/FieldState.js'
import type { Issue } from '../../core/types.js'
import type { ApiErrorClient } from '../../query/ApiErrorClient.js'
import type { ScopeContextValue } from '../provider/ScopeContext.js'
import { focusLine } from '../shared/focusLine.js'
import { makeElement, makeTextElement } from '../shared/makeElement.js'
import { countErrors } from './countErrors.js'
import { makeLine } from './makeLine.js'

/** A line as it stands in the list. */
interface WrittenLine {
  readonly line: PlacedIssue
  readonly item: HTMLLIElement
}

/** What stands in the live region while there are problems. */
interface Written {
  readonly title: HTMLElement
  readonly list: HTMLUListElement
  readonly icon: HTMLElement
}

/**
 * Writes the lines of a summary into its live region, and follows their links, without a render: of a form that the
 * server rejects nothing renders. React renders the region empty, and leaves alone what it did not write.
 */
export class SummaryWriter {
  readonly #client: ApiErrorClient
  readonly #context: ScopeContextValue
  readonly #headingTag: `h${1 | 2 | 3 | 4 | 5 | 6}`
  /** The issues whose link has led nowhere. */
  readonly #dead = new WeakSet<Issue>()
  #region: HTMLElement | null = null
  #stop: readonly (() => void)[] = []
  #written: Written | undefined
  #lines: ReadonlyMap<Issue, WrittenLine> = new Map()
  #attempt = 0
  #version = 0

  constructor(client: ApiErrorClient, context: ScopeContextValue, headingTag: `h${1 | 2 | 3 | 4 | 5 | 6}`) {
    this.#client = client
    this.#context = context
    this.#headingTag = headingTag
  }

  /** Ref of the live region. */
  readonly region = (region: HTMLElement | null): void => {
    for (const stop of this.#stop) stop()
    this.#region = region
    this.#forget()
    if (region === null) return
    region.addEventListener('click', this.#onClick)
    this.#stop = [
      this.#context.scope.subscribeSummary(this.#write),
      this.#client.messages.subscribe(this.#write),
      () => region.removeEventListener('click', this.#onClick),
    ]
    this.#write()
  }

  #forget(): void {
    this.#written = undefined
    this.#lines = new Map()
  }

  readonly #write = (): void => {
    const region = this.#region
    if (region === null) return
    const { lines, attempt } = this.#context.scope.summary()
    // What is made anew is announced again, also an equal list.
    if (attempt !== this.#attempt || lines.length === 0) this.#forget()
    this.#attempt = attempt
    if (lines.length === 0) region.replaceChildren()
    else this.#writeLines(region, lines)
    this.#version = this.#client.messages.version

    const severity = countErrors(lines) > 0 ? 'error' : 'warning'
    this.#written?.icon.setAttribute('data-severity', severity)
    region.parentElement?.setAttribute('data-severity', severity)
    region.parentElement?.toggleAttribute('data-empty', lines.length === 0)
  }

  #writeLines(region: HTMLElement, lines: readonly PlacedIssue[]): void {
    const { messages } = this.#client
    const title = makeTextElement(
      this.#headingTag,
      messages.ui('summaryTitle', { count: lines.length }),
      messages.locale,
      'rae-summary-title',
    )
    const list = this.#written?.list ?? makeElement('ul', 'rae-summary-list')
    this.#placeLines(list, lines)
    if (this.#written === undefined) {
      this.#written = { title, list, icon: makeIcon() }
      region.replaceChildren(title, list, this.#written.icon)
    } else if (!this.#written.title.isEqualNode(title)) {
      this.#written.title.replaceWith(title)
      this.#written = { ...this.#written, title }
    }
  }

  /** Lines that say the same stay the same elements: neither focus nor announcement is disturbed. */
  #placeLines(list: HTMLUListElement, lines: readonly PlacedIssue[]): void {
    const before = this.#lines
    const isSameWords = this.#version === this.#client.messages.version
    const placed = new Map<Issue, WrittenLine>()
    for (const line of lines) {
      const known = before.get(line.issue)
      placed.set(
        line.issue,
        known?.line === line && isSameWords ? known : { line, item: this.#renew(known?.item, line) },
      )
    }
    this.#lines = placed
    for (const [issue, { item }] of before) if (!placed.has(issue)) item.remove()
    let next = list.firstElementChild
    for (const { item } of placed.values()) {
      if (item === next) next = item.nextElementSibling
      else list.insertBefore(item, next)
    }
  }

  /** The element of a line: the old one if it says the same, else a new one in its place, with the focus that it had. */
  #renew(old: HTMLLIElement | undefined, line: PlacedIssue): HTMLLIElement {
    const item = makeLine(line, { client: this.#client, context: this.#context, isDead: this.#dead.has(line.issue) })
    if (old === undefined) return item
    if (old.isEqualNode(item)) return old
    const hadFocus = old.contains(document.activeElement)
    old.replaceWith(item)
    if (hadFocus) (item.querySelector('a') ?? item).focus({ preventScroll: true })
    return item
  }

  readonly #onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const followed = [...this.#lines.values()].find(({ item }) => link !== null && item.contains(link))
    if (followed === undefined) return
    // No hash: it would stay in the address, and a router could take it for a page.
    event.preventDefault()
    void this.#follow(followed.line)
  }

  /** A link that leads nowhere becomes text, and the focus stays at it. */
  async #follow(line: PlacedIssue): Promise<void> {
    const { issue } = line
    const focused = focusLine(this.#context.scope, line)
    if (focused === true || (await focused)) return
    this.#dead.add(issue)
    const known = this.#lines.get(issue)
    if (known === undefined) return
    const item = this.#renew(known.item, known.line)
    this.#lines = new Map(this.#lines).set(issue, { ...known, item })
    item.focus()
  }
}

function makeIcon(): HTMLElement {
  const icon = makeElement('span', 'rae-icon')
  icon.setAttribute('aria-hidden', 'true')
  return icon
}
