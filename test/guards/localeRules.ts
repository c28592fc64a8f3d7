import { parseMessage, type Message } from '../../src/core/localize/parseMessage.js'
import type { LocalePack } from '../../src/core/localize/Pack.js'

interface Sentence {
  /** Such as `codes.FORBIDDEN.title` or `ui.close[1]`. */
  readonly place: string
  readonly template: string
}

interface Allowed {
  /** Texts that are the same in English, by language. */
  readonly sameAsEnglish?: Readonly<Record<string, readonly string[]>>
}

const LIMITS = { title: 56, text: 92 } as const
/** Other languages may be this much longer than English. */
const GROWTH = 1.35

const BANNED =
  /\b(invalid|valid|illegal|forbidden|prohibited|please|oops|you forgot|errors?|failed|failure|bad|parameters?|payload|HTTP|this field is required|an error occurred)\b|!/i
const MAY_SAY_ERROR = /^ui\.errorPrefix/

/** What is wrong with a pack, each with its place and how to mend it; `reference` is the English one. */
export function findingsOf(pack: LocalePack, reference: LocalePack, { sameAsEnglish = {} }: Allowed = {}): string[] {
  const { locale } = pack
  if (!isKnownTag(locale))
    return [
      `${locale}: is no canonical BCP 47 tag of a language with plural rules – correct "locale" and the name of the file (nl, pt-BR, zh-Hans)`,
    ]

  const wanted = new Map(sentencesOf(reference).map(({ place, template }) => [place, template]))
  const found = new Map(sentencesOf(pack).map(({ place, template }) => [place, template]))
  const findings: string[] = []
  for (const place of wanted.keys())
    if (!found.has(place)) findings.push(`${place}: is missing – translate it from en.ts`)
  for (const [place, template] of found) {
    const original = wanted.get(place)
    if (original === undefined) findings.push(`${place}: does not exist in en.ts – remove it, or add it there first`)
    else
      for (const problem of problemsOf(template, original, place, pack, sameAsEnglish[locale] ?? []))
        findings.push(`${place}: ${problem}`)
  }
  return findings.map((finding) => `${locale} ${finding}`)
}

function* problemsOf(
  template: string,
  original: string,
  place: string,
  { locale }: LocalePack,
  same: readonly string[],
): Generator<string> {
  if (template.includes("'")) yield 'has an ASCII apostrophe, which hides placeholders – write ’ (U+2019)'
  if (template.trim() === '') yield 'is empty – translate it'
  if (template !== template.trim()) yield 'starts or ends with a space – remove it'
  if (template !== template.normalize('NFC')) yield 'is not in Unicode form NFC – save its normalize("NFC")'
  if (/<\/?[a-z!]|&\w+;/i.test(template)) yield 'has markup – texts are shown as they are, write plain text'
  if (/[\u200e\u200f\u202a-\u202e\u2066\u2067]/.test(template))
    yield 'has a bidi mark other than U+2068 and U+2069 – put the foreign part between those two'

  const message = parse(template)
  const reference = parse(original)
  if (message === undefined || reference === undefined)
    return yield 'is no message of the documented subset – compare its braces and cases with en.ts'
  const [has, wants] = [signature(message), signature(reference)]
  if (has !== wants) yield `has the placeholders "${has}" – use those of en.ts: "${wants}"`
  yield* pluralProblems(message, locale)

  const texts = textsOf(message)
  if (texts.some((text) => !isBalanced(text))) yield 'has isolates that do not pair up – every U+2068 needs its U+2069'
  if (isRtl(locale) && texts.some((text) => /[A-Za-z0-9]/.test(text.replace(/\u2068[^\u2069]*\u2069/g, '')))) {
    yield 'has Latin letters or digits without isolates – put them between U+2068 and U+2069'
  }
  if (
    locale !== 'en' &&
    template === original &&
    texts.some((text) => /\p{L}/u.test(text)) &&
    !same.includes(template)
  ) {
    yield 'is the same as in English – translate it, or add it to the list of this test'
  }
  yield* wordingProblems(texts, place, locale)
}

function* wordingProblems(texts: readonly string[], place: string, locale: string): Generator<string> {
  const slot = /\.(title|text)\b/.exec(place)?.[1]
  if (slot === 'title' || slot === 'text') {
    const limit = Math.floor(LIMITS[slot] * (locale === 'en' ? 1 : GROWTH))
    const longest = Math.max(...texts.map((text) => text.length))
    if (longest > limit) yield `has ${longest} characters – say it in ${limit} or fewer`
    if (texts.some((text) => /[.。۔]$/.test(text))) yield 'ends with a full stop – remove it'
  }
  const banned =
    locale === 'en' && !MAY_SAY_ERROR.test(place)
      ? texts.map((text) => BANNED.exec(text)?.[0]).find(Boolean)
      : undefined
  if (banned !== undefined) yield `says "${banned}" – say what happened and what to do in plain words`
}

/** Every case that whole numbers up to 1000 reach must be there, and no other. */
function* pluralProblems(message: Message, locale: string): Generator<string> {
  for (const part of message) {
    if (typeof part === 'string') continue
    if (part.type === 'plural' || part.type === 'selectordinal') {
      const rules = new Intl.PluralRules(locale, { type: part.type === 'plural' ? 'cardinal' : 'ordinal' })
      const reached = new Set<string>(Array.from({ length: 1001 }, (_, n) => rules.select(n)))
      const missing = [...reached].filter((category) => !part.cases.has(category))
      const unused = [...part.cases.keys()].filter((key) => key !== 'other' && !reached.has(key))
      if (missing.length > 0) yield `lacks the plural ${missing.join(', ')} of {${part.name}} – add it`
      if (unused.length > 0)
        yield `has the plural ${unused.join(', ')} of {${part.name}}, which this language never uses – remove it`
      const silent = [...part.cases].filter(
        ([key, body]) =>
          (key === 'other' || key === 'few' || key === 'many') && !body.some((item) => typeof item !== 'string'),
      )
      const says = [...part.cases.values()].some((body) =>
        body.some((item) => typeof item !== 'string' && item.name === part.name),
      )
      if (says && silent.length > 0)
        yield `does not say the number in ${silent.map(([key]) => key).join(', ')} – write # there`
    }
    for (const body of part.cases.values()) yield* pluralProblems(body, locale)
  }
}

const SLOTS = ['title', 'text', 'nextStep'] as const

/** All templates of a pack with their places. */
function sentencesOf({ codes, categories, ui }: LocalePack): Sentence[] {
  const rows = (group: string, words: Readonly<Record<string, readonly unknown[]>>) =>
    Object.entries(words).flatMap(([key, row]) =>
      SLOTS.flatMap((slot, at) => variants(`${group}.${key}.${slot}`, row[at])),
    )
  return [
    ...rows('codes', codes),
    ...rows('categories', categories),
    ...Object.entries(ui).flatMap(([key, template]) => variants(`ui.${key}`, template)),
  ]
}

function variants(place: string, template: unknown): Sentence[] {
  if (Array.isArray(template)) return template.flatMap((variant, at) => variants(`${place}[${at}]`, variant))
  return typeof template === 'string' ? [{ place, template }] : []
}

function parse(template: string): Message | undefined {
  try {
    return parseMessage(template)
  } catch {
    return undefined
  }
}

/** The placeholders with their types and the cases of selects, each once. */
function signature(message: Message): string {
  const seen = new Set<string>()
  const visit = (parts: Message): void => {
    for (const part of parts) {
      if (typeof part === 'string') continue
      const isCounted = part.type === 'number' && seen.has(`${part.name} plural`)
      if (!isCounted)
        seen.add(
          `${part.name} ${part.type}${part.type === 'select' ? ` ${[...part.cases.keys()].sort().join('|')}` : ''}`,
        )
      for (const body of part.cases.values()) visit(body)
    }
  }
  visit(message)
  return [...seen].sort().join(', ')
}

/** What a message can say, one text for each of its cases; a placeholder counts as three letters of nothing. */
function textsOf(message: Message): string[] {
  return message.reduce<string[]>(
    (texts, part) => {
      const ends =
        typeof part === 'string'
          ? [part]
          : part.cases.size === 0
            ? ['\u00b7\u00b7\u00b7']
            : [...part.cases.values()].flatMap(textsOf)
      return texts.flatMap((text) => ends.map((end) => text + end))
    },
    [''],
  )
}

function isBalanced(text: string): boolean {
  let open = 0
  for (const sign of text.match(/[\u2068\u2069]/g) ?? []) {
    open += sign === '\u2068' ? 1 : -1
    if (open < 0) return false
  }
  return open === 0
}

function isKnownTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag && Intl.PluralRules.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}

function isRtl(tag: string): boolean {
  return ['Arab', 'Hebr', 'Thaa'].includes(new Intl.Locale(tag).maximize().script ?? '')
}
