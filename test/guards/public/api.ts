import { basename, relative, resolve } from 'node:path'
import ts from 'typescript'
import { checker, CORE, ENTRIES, isOurs, MAIN, program, root } from './program.js'

// What the package exports, as the TypeScript compiler sees it.

/** One name that an entry exports. */
export interface PublicName {
  readonly entry: string
  readonly name: string
  readonly symbol: ts.Symbol
  /** Whether it is exported as a type only: then nobody calls its constructor. */
  readonly isType: boolean
  /** Where it is declared, in src. */
  readonly declarations: readonly ts.Declaration[]
}

const aliased = (symbol: ts.Symbol): ts.Symbol =>
  (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol)

const exportsOf = (file: string): readonly ts.Symbol[] => {
  const source = program.getSourceFile(resolve(root, file))
  const module = source && checker.getSymbolAtLocation(source)
  return module === undefined ? [] : checker.getExportsOfModule(module)
}

/** Every public name of ours, entry by entry; what another package gave is left out. */
export const publicNames: readonly PublicName[] = ENTRIES.flatMap((entry) =>
  exportsOf(entry).flatMap((exported) => {
    const symbol = aliased(exported)
    const declarations = (symbol.declarations ?? []).filter(isOurs)
    const isType = exported.declarations?.some((each) => ts.isExportSpecifier(each) && each.parent.parent.isTypeOnly)
    return declarations.length === 0
      ? []
      : [{ entry, name: exported.name, symbol, isType: isType === true, declarations }]
  }),
)

/** What can be imported beside a name: from its own entry, and from the main one unless it is there to do without. */
function importable(entry: string): ReadonlySet<ts.Symbol> {
  const entries = entry === CORE ? [entry] : [entry, MAIN]
  return new Set(entries.flatMap(exportsOf).map(aliased))
}

/** The nodes that an app sees of a declaration: no bodies, no private members. */
function* visible(node: ts.Node): Generator<ts.Node> {
  if (ts.isBlock(node) || ts.isClassStaticBlockDeclaration(node) || (ts.isClassElement(node) && isPrivate(node))) return
  yield node
  for (const child of childrenOf(node)) if (!ts.isExpression(child) || ts.isTypeNode(child)) yield* visible(child)
  // Of a value only the types that are written out in a call: forwardRef<HTMLDivElement, FieldProps>(…)
  const value = ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) ? node.initializer : undefined
  if (value !== undefined && ts.isCallExpression(value))
    for (const type of value.typeArguments ?? []) yield* visible(type)
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  return children
}

const isPrivate = ({ name }: ts.ClassElement): boolean => name !== undefined && ts.isPrivateIdentifier(name)

/** The types of ours that a public name mentions and that cannot be imported beside it. */
export function leaksOf({ entry, declarations, isType }: PublicName): readonly string[] {
  const known = importable(entry)
  const leaks = new Set<string>()
  for (const node of declarations.flatMap((declaration) => [...visible(declaration)])) {
    if (isType && ts.findAncestor(node, ts.isConstructorDeclaration) !== undefined) continue
    if (!ts.isTypeReferenceNode(node) && !ts.isExpressionWithTypeArguments(node)) continue
    const symbol = checker.getSymbolAtLocation(ts.isTypeReferenceNode(node) ? node.typeName : node.expression)
    const type = symbol && aliased(symbol)
    const isParameter = type !== undefined && (type.flags & ts.SymbolFlags.TypeParameter) !== 0
    if (type === undefined || isParameter || known.has(type) || !type.declarations?.some(isOurs)) continue
    leaks.add(type.name)
  }
  return [...leaks]
}

export type Member = ts.PropertySignature | ts.MethodSignature | ts.ClassElement

/** The public members of what is exported: of interfaces, type literals and classes. */
export const membersOf = ({ declarations }: PublicName): readonly Member[] =>
  declarations.flatMap((declaration) =>
    [...visible(declaration)].filter(
      (node): node is Member =>
        ts.isPropertySignature(node) ||
        ts.isMethodSignature(node) ||
        (ts.isClassElement(node) && !ts.isConstructorDeclaration(node)),
    ),
  )

/** Whether a declared type is one of ours, or `undefined` beside it: then its own comment says what it is. */
export function isDocumentedType(type: ts.TypeNode | undefined): boolean {
  if (type === undefined) return false
  if (ts.isUnionTypeNode(type)) {
    const rest = type.types.filter((each) => each.kind !== ts.SyntaxKind.UndefinedKeyword)
    return rest.length === 1 && isDocumentedType(rest[0])
  }
  const symbol = ts.isTypeReferenceNode(type) ? checker.getSymbolAtLocation(type.typeName) : undefined
  const target = symbol && aliased(symbol)
  return target?.declarations?.some(isOurs) === true && target.getDocumentationComment(checker).length > 0
}

/** `core/types.ts Issue` for the message of a failing test. */
export const placeOf = ({ declarations: [first], name, entry }: PublicName): string =>
  `${first === undefined ? basename(entry) : relative(root, first.getSourceFile().fileName)} ${name}`
