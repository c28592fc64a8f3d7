// @vitest-environment node
import { relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { ErrorStore } from '../../src/core/store/ErrorStore.js'
import { report } from '../../src/core/store/reports.js'
import { en } from '../../src/locales/en.js'
import { checker, isOurs, program, root } from './public/program.js'

// Core is told what happens and is read; it does not call back. A function that is handed in is a way back to the one
// who handed it in, which no import shows: each is listed here with its reason.
const CALLBACKS: Readonly<Record<string, string>> = {
  'ErrorStore options.locales': 'an option of the app: loads a language',
  'ErrorStore options.messages': 'an option of the app: words that are functions',
  'ErrorStore options.prefer': 'an option of the app: whose text is shown',
  'ErrorStore options.readLimits': 'an option of the app: reads prose',
  'ErrorStore options.parsers': 'an option of the app: reads a body',
  'ErrorStore options.onUnauthorized': 'an option of the app',
  'ErrorStore options.onReport': 'an option of the app',
  'ErrorStore options.onInternalError': 'an option of the app',
  'ErrorStore defer': 'the query library decides when all claims of a turn are known',
  'createTurns options.defer': 'that of the store',
  'createTurns options.onTaskEnd': 'turns know when, the store knows what',
  'createTurns options.onDecide': 'turns know when, the store knows what',
  'createRecord options.source.retry': 'a request knows how to send itself again',
  'createRecord options.source.isAlive': 'the query library knows who still waits for it',
  'SignIn onUnauthorized': 'the option of the app',
  'MessageRegistry options.locales': 'an option of the app: loads a language',
  'MessageRegistry options.messages': 'an option of the app: words that are functions',
  'MessageRegistry options.onProblem': 'the option onInternalError of the app',
  'createNormalizer parsers': 'an option of the app: reads a body',
  'Translator from.report': 'that of its registry, which reports each problem once',
  'FormParts scope.options.onReveal': 'that of its form',
  'FormParts scope.form': 'that of its form',
  'FormParts scope.parent': 'that of its form',
  'createEdits now': 'the clock of the store',
  'Form scope.options.onReveal': 'an option of the app: opens a tab, a step',
  'Form scope.form': 'the form itself: what the store knows of it',
  'Form scope.parent': 'the same of the boundary around an ApiForm',
}

const isCore = (source: ts.SourceFile): boolean => relative(root, source.fileName).startsWith('core/')

describe('core', () => {
  it('lets failures through without a view', async () => {
    expect(typeof document).toBe('undefined')
    const reports: string[] = []
    const options = { locales: [en], onReport: ({ code }: { readonly code: string }) => void reports.push(code) }
    const store = new ErrorStore(options, (callback) => void setTimeout(callback))
    store.surfaces.addToaster()
    store.fail({ ResponseStatus: { ErrorCode: 'FORBIDDEN' } }, { type: 'mutation', scopeIds: [] })
    report(store, new TypeError('Failed to fetch'))
    await store.idle()
    expect(store.toasts.list().map(({ issues: [issue] }) => issue?.code)).toEqual(['FORBIDDEN', 'NETWORK'])
    expect(store.history.list().map(({ error }) => error.code)).toEqual(['NETWORK', 'FORBIDDEN'])
    expect(reports).toEqual(['FORBIDDEN', 'NETWORK'])
  })

  it('takes no function from outside but those that are listed', () => {
    const found = program.getSourceFiles().filter(isCore).flatMap(callbacksIn)
    const isListed = (path: string) =>
      Object.keys(CALLBACKS).some((known) => path === known || path.startsWith(`${known}.`))
    expect(
      found.filter((path) => !isListed(path)),
      'give data in and let the result be read; or list the callback in CALLBACKS with its reason',
    ).toEqual([])
    const gone = Object.keys(CALLBACKS).filter((known) => !found.some((path) => `${path}.`.startsWith(`${known}.`)))
    expect(gone, 'these callbacks are gone: delete them from CALLBACKS').toEqual([])
  })
})

/** The functions that constructors and create…() functions of a file take, such as `Form scope.options.onReveal`. */
function callbacksIn(source: ts.SourceFile): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit)
    const isMaker = ts.isFunctionDeclaration(node) && /^create[A-Z]/.test(node.name?.text ?? '')
    if (!isMaker && !ts.isConstructorDeclaration(node)) return
    const maker = ts.isConstructorDeclaration(node) ? node.parent.name?.text : node.name?.text
    for (const parameter of node.parameters) {
      const name = ts.isIdentifier(parameter.name) ? parameter.name.text : 'options'
      for (const path of functionsIn(checker.getTypeAtLocation(parameter), parameter)) {
        found.push([`${maker} ${name}`, ...path].join('.'))
      }
    }
  }
  visit(source)
  return found
}

/** The paths to the functions in a type: of objects that are data, not of classes, whose methods are their own. */
function functionsIn(given: ts.Type, at: ts.Node, depth = 0): readonly (readonly string[])[] {
  const type = checker.getNonNullableType(given)
  if (type.isUnion()) return type.types.flatMap((each) => functionsIn(each, at, depth))
  if (type.getCallSignatures().length > 0) return [[]]
  const isClass = ((type.symbol?.flags ?? 0) & ts.SymbolFlags.Class) !== 0
  if (depth > 3 || isClass || (type.flags & ts.TypeFlags.Object) === 0) return []
  const items = checker.getIndexInfosOfType(type).flatMap((index) => functionsIn(index.type, at, depth + 1))
  const isMapped = 'objectFlags' in type && (Number(type.objectFlags) & ts.ObjectFlags.Mapped) !== 0
  if (!isMapped && type.symbol?.declarations?.some(isOurs) !== true) return items
  const properties = type.getProperties().flatMap((property) => {
    const inside = functionsIn(checker.getTypeOfSymbolAtLocation(property, at), at, depth + 1)
    return inside.map((path) => [property.name, ...path])
  })
  return [...properties, ...items]
}
