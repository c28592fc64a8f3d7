import { memo } from '../../internal/memo.js'

// Parents of CLDR that cutting off the end of a tag does not give; matched with language and region.
const parents: readonly (readonly [RegExp, ...string[]])[] = [
  [/^en-(?!US)/, 'en-001'],
  [/^es-(?!ES|GQ)/, 'es-419'],
  [/^pt-(?!BR)/, 'pt-PT'],
  [/^zh-MO/, 'zh-Hant-HK', 'zh-HK'],
]

const rtlLanguage = /^(ar|dv|fa|he|iw|ji|ks|ps|sd|u[gr]|yi)$/
const rtlScript = /^(Adlm|Ara[bn]|Hebr|Nkoo|Rohg|Syrc|Thaa)$/

const maximized = memo((tag) => new Intl.Locale(tag).maximize())

const join = (...subtags: readonly (string | undefined)[]) => subtags.filter(Boolean).join('-')

/** The canonical spelling of a BCP 47 tag (`pt_br` is `pt-BR`, `iw` is `he`); `undefined` when it is none. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/**
 * Where to look for words of a language: the tag itself, then its parents, never one in another script.
 *
 * @param tag canonical, such as `zh-TW`
 * @returns such as `['zh-TW', 'zh-Hant-TW', 'zh-Hant']`
 */
export const localeChain = memo((tag): readonly string[] => {
  const { language, script, region } = maximized(tag)
  const written = join(language, script)
  const regional = join(language, region)
  const chain = [
    tag,
    join(written, region),
    regional,
    ...parents.flatMap(([pattern, ...tags]) => (pattern.test(regional) ? tags : [])),
    written,
    language,
    join(language, maximized(written).region),
    ...(/^n[bno]$/.test(language) ? ['no', 'nb'] : []),
  ]
  return [...new Set(chain)].filter((candidate) => maximized(candidate).script === script)
})

/** The direction of a canonical tag's script; for plain language codes without a look into Intl. */
export const dirOf = memo((tag): 'ltr' | 'rtl' => {
  const isRtl = tag.length === 2 ? rtlLanguage.test(tag) : rtlScript.test(maximized(tag).script ?? '')
  return isRtl ? 'rtl' : 'ltr'
})
