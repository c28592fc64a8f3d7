/** The keys under which words of a field can stand: as sent, without indices, its last part; the first letter in either case. */
export function fieldKeys(name: string): readonly string[] {
  if (name.length > 200) return []
  const bare = name.replace(/\[\d+\]|\.\d+(?=\.|$)/g, '[]')
  return [name, bare, bare.slice(bare.lastIndexOf('.') + 1)].flatMap((key) => {
    const [first = '', rest] = [key[0], key.slice(1)]
    return [key, first.toUpperCase() + rest, first.toLowerCase() + rest]
  })
}
