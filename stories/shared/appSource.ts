/** Shows as the code of a story what an app would write for it, in place of the story's own code with its play function. */
export function appSource<Args>(code: string | ((args: Args) => string)): {
  readonly docs: { readonly source: object }
} {
  return {
    docs: {
      source: {
        type: 'code',
        language: 'tsx',
        transform: (_story: string, { args }: { readonly args: Args }) =>
          typeof code === 'string' ? code : code(args),
      },
    },
  }
}

/** Writes an element: strings as attributes, `{…}` as code, `true` as the name alone, and `undefined` not at all. */
export function element(
  name: string,
  props: Readonly<Record<string, unknown>>,
  children: readonly string[] = [],
): string {
  const attributes = Object.entries(props).flatMap(([prop, value]) => {
    if (value === undefined) return []
    if (value === true) return [prop]
    if (typeof value !== 'string') return [`${prop}={${JSON.stringify(value)}}`]
    return [value.startsWith('{') ? `${prop}=${value}` : `${prop}=${JSON.stringify(value)}`]
  })
  const line = [name, ...attributes].join(' ')
  const start = line.length < 90 ? line : `${[name, ...attributes.map((attribute) => `  ${attribute}`)].join('\n')}\n`
  return children.length === 0
    ? `<${start}${start.endsWith('\n') ? '' : ' '}/>`
    : `<${start}>\n${children.map((child) => indent(child)).join('\n')}\n</${name}>`
}

/** Moves all lines of some code to the right. */
export function indent(code: string, by = 2): string {
  return code.replace(/^(?=.)/gm, ' '.repeat(by))
}
