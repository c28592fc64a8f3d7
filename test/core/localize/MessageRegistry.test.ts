import { afterEach, describe, expect, it, vi } from 'vitest'
import { MessageRegistry, type MessageRegistryOptions } from '../../../src/core/localize/MessageRegistry.js'
import { genericSentence, type MessageProblem, type MessageRequest } from '../../../src/core/localize/Translator.js'
import type { Messages } from '../../../src/core/localize/Pack.js'
import { ar } from '../../../src/locales/ar.js'
import { en } from '../../../src/locales/en.js'
import { nl } from '../../../src/locales/nl.js'
import { plain } from './plain.js'

afterEach(() => vi.restoreAllMocks())

const email: MessageRequest = { code: 'INVALID_EMAIL_FORMAT', category: 'format' }
const tooLong: MessageRequest = { code: 'PARAMETER_TOO_LONG', category: 'length' }
/** What English says of it where the limit is not known. */
const TOO_LONG = en.codes.PARAMETER_TOO_LONG[1][1]

function setUp(options: Partial<MessageRegistryOptions> = {}) {
  const problems: MessageProblem[] = []
  const registry = new MessageRegistry({
    locales: [en, nl, ar],
    onProblem: (problem) => problems.push(problem),
    ...options,
  })
  const text = (request: MessageRequest) => plain(registry.translator().resolve(request, 'text').text)
  const kinds = () => problems.map((problem) => problem.kind)
  return { registry, problems, kinds, text }
}

/** A loader that answers when it is told to. */
function gate(pack: unknown) {
  const waiting: { answer: (pack: never) => void; fail: (cause: unknown) => void }[] = []
  const load = vi.fn<() => Promise<never>>(() => new Promise((answer, fail) => waiting.push({ answer, fail })))
  return {
    load,
    open: () => waiting.pop()?.answer({ pack } as never),
    fail: () => waiting.pop()?.fail(new Error('chunk is gone')),
  }
}

describe('language', () => {
  it('comes from the parent of the wanted one, and is shown as the wanted one', () => {
    const { registry, problems } = setUp()
    void registry.setLocale('nl-BE')
    expect(registry.translator().resolve(email, 'title')).toEqual({
      text: nl.codes.INVALID_EMAIL_FORMAT[0],
      locale: 'nl-BE',
      dir: 'ltr',
      generic: false,
    })
    expect(problems).toEqual([])
  })

  it('is the fallback for a word it lacks, marked as such and reported once', () => {
    const { registry, problems } = setUp({
      messages: { en: { codes: { VOUCHER_EXPIRED: 'This voucher has expired' } } },
    })
    void registry.setLocale('ar')
    const request = { code: 'VOUCHER_EXPIRED', category: 'gone' } as const
    const texts = Array.from({ length: 100 }, () => registry.translator().resolve(request, 'text'))
    expect(texts[99]).toEqual({ text: 'This voucher has expired', locale: 'en', dir: 'ltr', generic: false })
    expect(problems).toEqual([
      { kind: 'missing-translation', key: 'codes.VOUCHER_EXPIRED', locale: 'ar', detail: undefined },
    ])
  })

  it('carries its direction', () => {
    const { registry } = setUp()
    void registry.setLocale('ar-EG')
    expect(registry.translator().resolve(email, 'title')).toMatchObject({ locale: 'ar-EG', dir: 'rtl' })
    expect(registry.translator().resolve({ ...tooLong, params: { max: 160 } }, 'text').text).toContain('١٦٠')
  })

  it.each([
    ['pt_BR', 'pt-BR'],
    ['iw', 'he'],
    ['%%', 'en'],
  ])('accepts %s as %s', (tag, locale) => {
    const { registry } = setUp()
    void registry.setLocale(tag)
    expect(registry.locale).toBe(locale)
    expect(plain(registry.translator().resolve(email, 'title').text)).toBe(en.codes.INVALID_EMAIL_FORMAT[0])
  })

  it('that is none is reported', () => {
    const { registry, kinds } = setUp()
    void registry.setLocale('%%')
    expect(kinds()).toEqual(['unknown-locale'])
  })

  it('begins with the first pack, and falls back to English where there is English', () => {
    expect(setUp({ locales: [nl, en] }).registry.locale).toBe('nl')
    expect(new MessageRegistry({ locales: [] }).translator().resolve(email, 'text')).toEqual({
      text: genericSentence,
      locale: 'en',
      dir: 'ltr',
      generic: true,
    })
  })

  it('needs no Intl object for a plain text of a pack', () => {
    const spies = (['NumberFormat', 'PluralRules', 'ListFormat', 'DateTimeFormat', 'Locale'] as const).map((name) =>
      vi.spyOn(Intl, name),
    )
    const { registry } = setUp()
    void registry.setLocale('nl')
    registry.translator().resolve(email, 'text')
    registry.translator().ui('close')
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
  })
})

describe('precedence', () => {
  const messages: Messages = {
    en: {
      fields: { Email: { INVALID_EMAIL_FORMAT: 'Enter a work email address' } },
      codes: { INVALID_EMAIL_FORMAT: 'Enter an address' },
    },
  }

  it('is field before code', () => {
    const { text } = setUp({ messages })
    expect(text({ ...email, fieldName: 'Email' })).toBe('Enter a work email address')
    expect(text({ ...email, fieldName: 'From' })).toBe('Enter an address')
  })

  it('is language before layer and field: no foreign sentence where a native one exists', () => {
    const { registry, text } = setUp({ messages })
    void registry.setLocale('nl')
    expect(text({ ...email, fieldName: 'Email' })).toBe(nl.codes.INVALID_EMAIL_FORMAT[1])
  })

  it('is the innermost scope, then outer ones, then the newest of the app, then the pack', () => {
    const { registry, text } = setUp({ messages })
    const saying = (sentence: string) => ({ messages: { en: { codes: { INVALID_EMAIL_FORMAT: sentence } } } })
    const undo = registry.add(saying('Newer'))
    const outer = registry.translator().extend(saying('Outer'))
    const inner = outer.extend(saying('Inner'))
    expect(inner.resolve({ ...email, fieldName: 'Email' }, 'text').text).toBe('Inner')
    expect(outer.resolve(email, 'text').text).toBe('Outer')
    expect(text(email)).toBe('Newer')
    undo()
    expect(text(email)).toBe('Enter an address')
  })

  it('is a message of the app before everything', () => {
    const { registry, text, kinds } = setUp({ messages: { en: { custom: { invite: 'We could not invite them' } } } })
    expect(text({ ...email, message: 'invite' })).toBe('We could not invite them')
    expect(registry.translator().resolve({ ...email, message: 'invite' }, 'nextStep').text).toBe(
      en.codes.INVALID_EMAIL_FORMAT[2],
    )
    expect(text({ ...email, message: 'inviet' })).toBe(en.codes.INVALID_EMAIL_FORMAT[1])
    expect(kinds()).toEqual(['missing-translation'])
  })

  it('takes false and an empty text for "not overridden"', () => {
    const { registry } = setUp({ messages: { en: { codes: { INVALID_EMAIL_FORMAT: { title: false, text: '' } } } } })
    expect(registry.translator().resolve(email, 'title').text).toBe(en.codes.INVALID_EMAIL_FORMAT[0])
  })

  it('lets an override that has only one of title and text stand for both', () => {
    const { registry } = setUp({
      messages: {
        en: {
          codes: { INVALID_EMAIL_FORMAT: { title: 'Mailbox unknown' }, VOUCHER_EXPIRED: 'This voucher has expired' },
        },
      },
    })
    expect(registry.translator().resolve(email, 'text').text).toBe('Mailbox unknown')
    expect(registry.translator().resolve(email, 'nextStep').text).toBe(en.codes.INVALID_EMAIL_FORMAT[2])
    expect(registry.translator().resolve({ code: 'VOUCHER_EXPIRED', category: 'gone' }, 'title').text).toBe(
      'This voucher has expired',
    )
  })
})

describe('fields', () => {
  const sentence = 'Enter a street'
  const messages: Messages = {
    en: {
      fields: { 'Addresses[].Street': { PARAMETER_REQUIRED: sentence }, city: { PARAMETER_REQUIRED: 'Enter a city' } },
    },
  }

  it.each([
    ['Addresses[3].Street', sentence],
    ['addresses[12].Street', sentence],
    ['Billing.City', 'Enter a city'],
    ['City', 'Enter a city'],
    ['constructor', en.codes.PARAMETER_REQUIRED[1]],
    ['__proto__', en.codes.PARAMETER_REQUIRED[1]],
    ['x'.repeat(10_000), en.codes.PARAMETER_REQUIRED[1]],
  ])('%.30s gives "%s"', (fieldName, expected) => {
    expect(setUp({ messages }).text({ code: 'PARAMETER_REQUIRED', category: 'required', fieldName })).toBe(expected)
  })

  it('take their label from the innermost scope that has one', () => {
    const { registry, text } = setUp({
      fieldLabels: { To: 'Recipient' },
      messages: { en: { codes: { PARAMETER_REQUIRED: { text: 'Enter {label}' } } } },
    })
    const inForm = registry.translator().extend({ fieldLabels: { To: 'Phone number' } })
    const request = { code: 'PARAMETER_REQUIRED', category: 'required', fieldName: 'To' } as const
    expect(registry.translator().labelOf('to')).toBe('Recipient')
    expect(inForm.labelOf('Message.To')).toBe('Phone number')
    expect(inForm.labelOf('constructor')).toBeUndefined()
    expect(text(request)).toBe('Enter Recipient')
    expect(plain(inForm.resolve(request, 'text').text)).toBe('Enter Phone number')
  })
})

describe('parameters', () => {
  const VARIANTS = [
    'Use {max, plural, one {# character} other {# characters}} or fewer',
    'Use fewer characters',
  ] as const
  it.each([
    [{ max: 160 }, 'Use 160 characters or fewer'],
    [{ max: 1 }, 'Use 1 character or fewer'],
    [{ max: 0 }, 'Use 0 characters or fewer'],
    [{ max: null }, 'Use fewer characters'],
    [{}, 'Use fewer characters'],
  ])('%j gives "%s"', (params, expected) => {
    const { text, problems } = setUp({ messages: { en: { codes: { PARAMETER_TOO_LONG: { text: VARIANTS } } } } })
    expect(text({ ...tooLong, params: params as {} })).toBe(expected)
    expect(problems).toEqual([])
  })

  it('that a sentence needs and nobody supplies leave the next sentence, and are reported without values', () => {
    const { text, problems } = setUp({ messages: { en: { codes: { PARAMETER_TOO_LONG: 'Use {limit} of {max}' } } } })
    expect(text({ ...tooLong, params: { max: 'secret' } })).toBe(TOO_LONG)
    expect(problems).toEqual([
      { kind: 'missing-param', key: 'codes.PARAMETER_TOO_LONG', locale: 'en', detail: 'limit' },
    ])
  })

  it('are shown as they are', () => {
    const { registry } = setUp({
      messages: { en: { codes: { ONE_OF_SEVERAL_PARAMETERS_REQUIRED: 'One of: {labels}' } } },
    })
    const labels = "{max} '' # <b>"
    const { text } = registry
      .translator()
      .resolve({ code: 'ONE_OF_SEVERAL_PARAMETERS_REQUIRED', category: 'required', params: { labels } }, 'text')
    expect(text).toBe(`One of: \u2068${labels}\u2069`)
  })
})

describe('what cannot be shown', () => {
  it('as it is malformed, gives way to the pack of the same language, with one report', () => {
    const malformed = '{max, plural, one {# Zeichen} autres {# Zeichen}}'
    const { registry, text, problems } = setUp({ messages: { nl: { codes: { PARAMETER_TOO_LONG: malformed } } } })
    void registry.setLocale('nl')
    text({ ...tooLong, params: { max: 5 } })
    expect(text({ ...tooLong, params: { max: 5 } })).toBe('Gebruik maximaal 5 tekens')
    expect(problems).toEqual([
      { kind: 'malformed', key: 'codes.PARAMETER_TOO_LONG', locale: 'nl', detail: expect.any(String) },
    ])
  })

  it.each(['constructor', '__proto__', 'toString', '', 'x'.repeat(100_000), '<img src=x onerror=alert(1)>', null, 5])(
    'as nobody knows the code %.20s, is told by its category',
    (code) => {
      const { registry, problems } = setUp()
      const request = { code, category: 'permission' } as MessageRequest
      expect(registry.translator().resolve(request, 'title')).toEqual({
        text: en.categories.permission[0],
        locale: 'en',
        dir: 'ltr',
        generic: true,
      })
      expect(problems).toEqual([expect.objectContaining({ kind: 'unknown-code', key: String(code).slice(0, 120) })])
    },
  )

  it.each(['permission', 'not-found', 'server'] as const)(
    'as nobody knows the code, is told in the current language (%s)',
    (category) => {
      const { registry } = setUp()
      void registry.setLocale('nl')
      expect(registry.translator().resolve({ code: 'SOMETHING_NEW', category }, 'title')).toMatchObject({
        text: nl.categories[category][0],
        generic: true,
      })
    },
  )

  it('does not fail because the listener does', () => {
    const { text } = setUp({
      onProblem: () => {
        throw new Error('reporter is down')
      },
    })
    expect(text({ code: 'SOMETHING_NEW', category: 'server' })).toBe(en.categories.server[1])
  })

  it('is not reported without end', () => {
    const { text, problems } = setUp()
    for (let n = 0; n < 2000; n++) text({ code: `CODE_${n}`, category: 'server' })
    expect(problems).toHaveLength(500)
  })

  it('in words that are no words is skipped', () => {
    const { text } = setUp({
      messages: { en: { codes: { INVALID_EMAIL_FORMAT: { text: 5 }, PARAMETER_TOO_LONG: null } } } as never,
    })
    expect(text(email)).toBe(en.codes.INVALID_EMAIL_FORMAT[1])
    expect(text(tooLong)).toBe(TOO_LONG)
  })
})

describe('loading', () => {
  it('is no promise where the pack is there', () => {
    const { registry } = setUp()
    expect(registry.setLocale('ar')).toBeUndefined()
    expect(registry.locale).toBe('ar')
  })

  it('keeps the old language until the new one is there', async () => {
    const dutch = gate(nl)
    const { registry } = setUp({ locales: [en, { nl: dutch.load }] })
    const done = registry.setLocale('nl-BE')
    expect(registry.locale).toBe('en')
    dutch.open()
    await done
    expect(registry.locale).toBe('nl-BE')
    expect(registry.translator().ui('close').text).toBe('Sluiten')
  })

  it('of a slow language does not undo a later choice', async () => {
    const arabic = gate(ar)
    const { registry } = setUp({ locales: [en, nl, { ar: arabic.load }] })
    const slow = registry.setLocale('ar')
    void registry.setLocale('nl')
    arabic.open()
    await slow
    expect(registry.locale).toBe('nl')
  })

  it('happens once for all who wait', async () => {
    const dutch = gate(nl)
    const { registry } = setUp({ locales: [en, { nl: dutch.load }] })
    const all = [registry.setLocale('nl'), registry.setLocale('nl-BE'), registry.setLocale('nl')]
    dutch.open()
    for (const done of all) await done
    expect(dutch.load).toHaveBeenCalledTimes(1)
    expect(registry.locale).toBe('nl')
  })

  it('is tried a second time', async () => {
    const load = vi.fn<() => Promise<object>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue({ nl })
    const { registry, problems } = setUp({ locales: [en, { nl: load as never }] })
    await registry.setLocale('nl')
    expect(registry.translator().ui('close').text).toBe('Sluiten')
    expect(problems).toEqual([])
  })

  it('that fails is reported, shows the fallback, and can be asked for again', async () => {
    const load = vi
      .fn<() => Promise<object>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue({ nl })
    const { registry, kinds, text } = setUp({ locales: [en, { nl: load as never }] })
    await registry.setLocale('nl')
    expect(registry.locale).toBe('nl')
    expect(text(email)).toBe(en.codes.INVALID_EMAIL_FORMAT[1])
    expect(kinds()).toEqual(['load-failed', 'missing-translation'])
    await registry.setLocale('nl')
    expect(text(email)).toBe(nl.codes.INVALID_EMAIL_FORMAT[1])
  })

  it('that fails brings the fallback, where that has to be loaded too', async () => {
    const { registry } = setUp({
      locales: { nl: () => Promise.reject(new Error('offline')), en: () => Promise.resolve({ en }) },
    })
    await registry.load('nl')
    const title = registry.translator('nl').resolve(email, 'title')
    expect(title).toMatchObject({ text: en.codes.INVALID_EMAIL_FORMAT[0], locale: 'en' })
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('no network')
      },
    ],
    ['brings no pack', () => Promise.resolve({ messages: {} })],
    ['brings nothing', () => Promise.resolve(undefined)],
  ])('by a loader that %s counts as failed', async (_, load) => {
    const { registry, kinds } = setUp({ locales: [en, { nl: load as never }] })
    await registry.setLocale('nl')
    expect(kinds()).toEqual(['load-failed'])
  })

  it('of the first language starts by itself, and says one English sentence meanwhile', async () => {
    const { registry, problems } = setUp({ locales: { nl: () => import('../../../src/locales/nl.js') } })
    const slots = ['title', 'text', 'nextStep'] as const
    const said = () => slots.map((slot) => registry.translator().resolve(email, slot).text)
    expect(said()).toEqual([genericSentence, genericSentence, ''])
    expect(registry.isReady('nl')).toBe(false)
    await registry.load('nl')
    expect(registry.isReady('nl')).toBe(true)
    expect(said()).toEqual([...nl.codes.INVALID_EMAIL_FORMAT])
    expect(problems).toEqual([])
  })

  it('of the first language leaves the word to a pack that is there', async () => {
    const dutch = gate(nl)
    const { registry, problems } = setUp({ locales: [{ nl: dutch.load }, en] })
    expect(registry.translator().resolve(email, 'title')).toMatchObject({ text: en.codes.INVALID_EMAIL_FORMAT[0] })
    dutch.open()
    await registry.load('nl')
    expect(registry.locale).toBe('nl')
    expect(problems).toEqual([])
  })

  it('of one language changes nothing in another', async () => {
    const { registry } = setUp({ locales: [en, { nl: () => Promise.resolve({ nl }) }] })
    await registry.load('nl-BE')
    expect(registry.locale).toBe('en')
    expect(registry.translator().ui('close').text).toBe(en.ui.close)
    expect(registry.translator('nl-BE').ui('close')).toMatchObject({ text: 'Sluiten', locale: 'nl-BE' })
  })
})

describe('changes', () => {
  it('give another translator and are told: language, words added, words taken away', () => {
    const { registry } = setUp()
    const listener = vi.fn<() => void>()
    const unsubscribe = registry.subscribe(listener)
    const seen = [registry.translator()]
    void registry.setLocale('nl')
    seen.push(registry.translator())
    const undo = registry.add({ messages: {} })
    seen.push(registry.translator())
    undo()
    seen.push(registry.translator())
    expect(new Set(seen).size).toBe(4)
    expect(registry.translator()).toBe(registry.translator('nl'))
    expect(listener).toHaveBeenCalledTimes(3)
    void registry.setLocale('nl')
    expect(listener).toHaveBeenCalledTimes(3)
    unsubscribe()
    void registry.setLocale('en')
    expect(listener).toHaveBeenCalledTimes(3)
  })

  it('leave a translator as it was', () => {
    const { registry } = setUp()
    const before = registry.translator('en')
    registry.add({ messages: { en: { ui: { close: 'Shut' } } } })
    void registry.setLocale('nl')
    expect(before.ui('close').text).toBe(en.ui.close)
    expect(before.locale).toBe('en')
    expect(registry.translator('en').ui('close').text).toBe('Shut')
  })

  it('are none where equal words are laid over the same translator', () => {
    const english = setUp().registry.translator()
    const close = (word: string) => english.extend({ messages: { en: { ui: { close: word } } } })
    expect(close('Shut')).toBe(close('Shut'))
    expect(close('Shut')).not.toBe(close('Dismiss'))
    expect(close('Dismiss').ui('close').text).toBe('Dismiss')
    expect(english.extend({})).toBe(english)
    expect(english.copy()).not.toBe(english)
  })

  it('in one registry leave others alone', () => {
    const one = setUp().registry
    const other = setUp().registry
    void one.setLocale('nl')
    one.add({ messages: { en: { ui: { close: 'Shut' } } } })
    expect(other.translator().ui('close').text).toBe(en.ui.close)
  })
})

describe('the interface', () => {
  it('takes words of the app over those of the pack', () => {
    const { registry } = setUp({ messages: { en: { ui: { close: 'Dismiss' } } } })
    expect(registry.translator().ui('close').text).toBe('Dismiss')
    expect(registry.translator().ui('summaryTitle', { count: 3 }).text).toBe('There are 3 problems')
    expect(registry.translator().ui('summaryTitle').text).toBe('There is a problem')
  })

  it('has a name for every control even without words, and never a key', () => {
    const bare = new MessageRegistry({ locales: [] }).translator()
    const keys = Object.keys(en.ui) as (keyof typeof en.ui)[]
    expect(keys.map((key) => bare.ui(key).text).filter(Boolean)).toEqual([
      'There is a problem',
      'Try again',
      'Trying again…',
      'Close',
      'Sign in',
      'Notifications',
      'Details',
      'Copy details',
    ])
  })

  it('puts a label in front of a text, in the language of the text', () => {
    const { registry } = setUp()
    const text = registry.translator().resolve(tooLong, 'text')
    expect(plain(registry.translator().labelled(text, 'To').text)).toBe('To: This is too long – use fewer characters')
    expect(new MessageRegistry({ locales: [] }).translator().labelled(text, 'To')).toBe(text)
  })
})

describe('lists', () => {
  it.each<[locale: string, items: string[], text: string]>([
    ['en', ['To'], 'To'],
    ['en', ['To', 'From'], 'To or From'],
    ['en', ['To', 'From', 'Text'], 'To, From, or Text'],
    ['en-GB', ['To', 'From', 'Text'], 'To, From or Text'],
    ['ar', ['أ', 'ب', 'ج'], 'أ أو ب أو ج'],
    ['ja', ['A', 'B', 'C'], 'A、B、またはC'],
    ['es', ['siete', 'ocho'], 'siete u ocho'],
    ['en', [], ''],
  ])('in %s of %j', (locale, items, expected) => {
    const { registry } = setUp()
    void registry.setLocale(locale)
    const list = registry.translator().list(items)
    expect(plain(list)).toBe(expected)
    expect(list.match(/\u2068/g) ?? []).toHaveLength(items.length)
  })

  it('can be joined with "and"', () => {
    expect(plain(setUp().registry.translator().list(['To', 'From'], 'conjunction'))).toBe('To and From')
  })
})
