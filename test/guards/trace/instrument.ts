import { relative } from 'node:path'
import ts from 'typescript'
import type { Plugin } from 'vite'

/**
 * A Vite plugin that lets each function below a folder tell when it is entered, as `globalThis.traceEntry(file, name)`;
 * callbacks without a name count too, under the empty name.
 */
export function instrument(folder: string): Plugin {
  return {
    name: 'trace',
    enforce: 'pre',
    transform(code, id) {
      const file = relative(folder, id)
      if (file.startsWith('..') || !/\.tsx?$/.test(file)) return undefined
      return ts.transpileModule(code, {
        fileName: id,
        compilerOptions: {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
          jsx: ts.JsxEmit.ReactJSX,
          verbatimModuleSyntax: true,
        },
        transformers: { before: [traceEntries(file)] },
      }).outputText
    },
  }
}

const traceEntries =
  (file: string): ts.TransformerFactory<ts.SourceFile> =>
  (context) => {
    const { factory } = context
    const visit = (node: ts.Node): ts.Node => {
      const visited = ts.visitEachChild(node, visit, context)
      if (!ts.isFunctionLike(visited) || !('body' in visited)) return visited
      const { body } = visited
      const entry = tell(factory, file, nameOf(node))
      const withEntry = (child: ts.Node): ts.Node => {
        if (child !== body) return child
        if (ts.isBlock(child)) return factory.updateBlock(child, [entry, ...child.statements])
        // An arrow function that is an expression.
        return ts.isExpression(child) ? factory.createBlock([entry, factory.createReturnStatement(child)]) : child
      }
      return ts.visitEachChild(visited, withEntry, context)
    }
    return (source) => ts.visitEachChild(source, visit, context)
  }

/** `traceEntry('core/ApiError.ts', 'constructor')` */
function tell(factory: ts.NodeFactory, file: string, name: string): ts.Statement {
  const target = factory.createPropertyAccessExpression(factory.createIdentifier('globalThis'), 'traceEntry')
  const words = [file, name].map((word) => factory.createStringLiteral(word))
  return factory.createExpressionStatement(
    factory.createCallChain(target, factory.createToken(ts.SyntaxKind.QuestionDotToken), undefined, words),
  )
}

/** Its own name, or that of the variable or property that holds it. */
function nameOf(node: ts.Node): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  const named = ts.isFunctionLike(node) && node.name !== undefined ? node : node.parent
  const hasName = ts.isFunctionLike(named) || ts.isVariableDeclaration(named) || ts.isPropertyDeclaration(named)
  return (hasName || ts.isPropertyAssignment(named)) && named.name !== undefined ? named.name.getText() : ''
}
