import { memo } from '../../internal/memo.js'

// Parent locales of Unicode CLDR that truncating a tag does not give.
const PARENTS: readonly (readonly [language: RegExp, ...parents: string[]])[] = [
  [/^en-(?!US)/, 'en-001'],
  [/^es-(?!ES|GQ)/, 'es-419'],
  [/^pt-(?!BR)/, 'pt-PT'],
  [/^zh-MO/, 'zh-Hant-HK', 'zh-HK'],
  [/^n[bno]-/, 'no', 'nb'],
]

const rtlLanguage = /^(ar|dv|fa|he|iw|ji|ks|ps|sd|u[gr]|yi)$/
const rtlScript = /^(Adlm|Ara[bn]|Hebr|Nkoo|Rohg|Syrc|Thaa)$/

const maximized = memo((tag) => new Intl.Locale(tag).maximize())

/** The canonical spelling of a BCP 47 tag (`pt_br` is `pt-BR`, `iw` is `he`); `undefined` when it is none. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/**
 * Those of the available languages that a reader of the wanted one reads too, the closest first; never one in
 * another script.
 *
 * @param wanted canonical, such as `pt-AO`
 * @param available canonical tags
 * @returns such as `['pt-PT', 'pt', 'pt-BR']`
 */
export function closest(wanted: string, available: Iterable<string>): readonly string[] {
  const { language, script, region } = maximized(wanted)
  const regional = `${language}-${region}`
  const parents = PARENTS.flatMap(([pattern, ...tags]) => (pattern.test(regional) ? tags : []))
  const chain = [wanted, `${language}-${script}-${region}`, regional, ...parents, `${language}-${script}`, language]
  const distance = (tag: string): number => (chain.includes(tag) ? chain.indexOf(tag) : chain.length)
  return [...available]
    .filter(
      (tag) =>
        tag !== '' && maximized(tag).script === script && (chain.includes(tag) || maximized(tag).language === language),
    )
    .sort((a, b) => distance(a) - distance(b))
}

/** The direction of a canonical tag's script; two-letter tags need no Intl, whose first object is slow. */
export const dirOf = memo((tag): 'ltr' | 'rtl' => {
  const isRtl = tag.length === 2 ? rtlLanguage.test(tag) : rtlScript.test(maximized(tag).script ?? '')
  return isRtl ? 'rtl' : 'ltr'
})
