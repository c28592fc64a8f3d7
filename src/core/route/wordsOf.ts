/** The words of a text, a path such as `Items[0].Sku` in one piece; anything else between them separates. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+(?:[.[\]-]+[\p{L}\p{N}_]+)*/gu) ?? []
}
