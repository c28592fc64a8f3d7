/** The keys under which words of a field can stand: as sent, without indices, its last part; the first letter in either case. */
export function fieldKeys(name: string): readonly string[] {
  if (name === '' || name.length > 200) return []
  const bare = name.replace(/\[\d+\]|\.\d+(?=\.|$)/g, '[]')
  const keys = new Set<string>()
  for (const key of [name, bare, bare.slice(bare.lastIndexOf('.') + 1)]) {
    const rest = key.slice(1)
    keys
      .add(key)
      .add(key.charAt(0).toUpperCase() + rest)
      .add(key.charAt(0).toLowerCase() + rest)
  }
  return [...keys]
}
