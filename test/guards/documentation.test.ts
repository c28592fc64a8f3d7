// @vitest-environment node
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { isDocumentedType, leaksOf, membersOf, placeOf, publicNames, type PublicName } from './public/api.js'
import { checker } from './public/program.js'

/** Members whose name says it all, or is another's: ARIA's, TanStack Query's, Sentry's, that of the documented body. */
const SELF_EVIDENT = new Set([
  ...['id', 'name', 'label', 'title', 'message', 'nextStep', 'text', 'code', 'status', 'children', 'className'],
  ...['aria-invalid', 'aria-describedby', 'aria-atomic', 'aria-live', 'role', 'href', 'onClick', 'tabIndex', 'ref'],
  ...['state', 'data', 'brand', 'as'],
  ...['captureException', 'level', 'fingerprint', 'tags', 'contexts'],
  ...['ResponseStatus', 'Message', 'Errors', 'FieldName'],
])

/** Members that nobody has explained yet: none may be added. */
const UNEXPLAINED: readonly string[] = ['ParsedBody.issues', 'ParsedBody.requestId', 'ParsedIssue.fieldName'].map(
  (member) => `core/normalize/BodyParser.ts ${member}`,
)

/** Types that a public name mentions and that are not public: none may be added. */
const LEAKS: readonly string[] = []

const texts = (names: readonly string[]): readonly string[] => [...new Set(names)].sort()

const commentOf = (symbol: ts.Symbol | undefined): string =>
  ts.displayPartsToString(symbol?.getDocumentationComment(checker)) + (symbol?.getJsDocTags(checker) ?? []).length

describe('every public name', () => {
  it('is explained', () => {
    const missing = publicNames.filter(({ symbol }) => symbol.getDocumentationComment(checker).length === 0)
    expect(texts(missing.map(placeOf)), 'say in one sentence what it is, above its declaration').toEqual([])
  })

  it('that can be called says how: @param, @returns, @example', () => {
    const missing = publicNames.flatMap((each) => missingTags(each).map((tag) => `${placeOf(each)}: ${tag}`))
    expect(texts(missing), 'add the tags; a reader should not need the code').toEqual([])
  })

  it('has no member that is not explained', () => {
    const missing = publicNames.flatMap((each) =>
      membersOf(each).flatMap((member) => {
        const symbol = member.name && checker.getSymbolAtLocation(member.name)
        const type = 'type' in member ? member.type : undefined
        const isForbidden = type !== undefined && /^(never|null)$/.test(type.getText())
        if (symbol === undefined || SELF_EVIDENT.has(symbol.name) || isForbidden || isDocumentedType(type)) return []
        return commentOf(symbol) === '0' ? [`${placeOf(each)}.${symbol.name}`] : []
      }),
    )
    expect(texts(missing), 'add a comment: what it is, its unit, its @default; or give it a type that says so').toEqual(
      texts(UNEXPLAINED),
    )
  })

  it('mentions only types that can be imported beside it', () => {
    const leaks = publicNames.flatMap((each) => leaksOf(each).map((type) => `${each.entry} ${each.name}: ${type}`))
    expect(
      texts(leaks),
      'export the type from that entry; a type of the store stays inside: say what an app needs of it instead',
    ).toEqual(texts(LEAKS))
  })
})

/** The tags that a function, hook, component or class of ours lacks. */
function missingTags({ symbol, isType, declarations: [declaration] }: PublicName): readonly string[] {
  const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0 && !isType
  if (!isValue || declaration === undefined) return []
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration)
  const calls = type.getCallSignatures()
  const tags = symbol.getJsDocTags(checker).map(({ name, text = [] }) => `@${name} ${text[0]?.text ?? ''}`)
  const has = (tag: string): boolean => tags.some((each) => `${each} `.startsWith(`${tag} `))
  const missing = calls.length + type.getConstructSignatures().length > 0 && !has('@example') ? ['@example'] : []
  for (const call of calls) {
    const returned = checker.typeToString(call.getReturnType())
    if (/^(ReactNode|ReactElement.*|Element)$/.test(returned)) continue
    if (!/^(void|Promise<void>)$/.test(returned) && !has('@returns')) missing.push('@returns')
    for (const { name, valueDeclaration: parameter } of call.parameters) {
      const own = parameter !== undefined && ts.isParameter(parameter) ? ts.getJSDocParameterTags(parameter) : []
      if (own.length === 0 && !has(`@param ${name}`)) missing.push(`@param ${name.startsWith('__') ? 'options' : name}`)
    }
  }
  return missing
}
