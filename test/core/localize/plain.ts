/** A text without the isolates around inserted values. */
export function plain(text: string | undefined): string | undefined {
  return text?.replace(/[\u2068\u2069]/g, '')
}
