/**
 * Makes words of a server's field name, for an issue whose field is not on screen: `WebhookUri` → `Webhook uri`.
 *
 * @returns `undefined` for what is no plain name: it is hostile text
 */
export function readableName(fieldName: string | undefined): string | undefined {
  if (fieldName === undefined || fieldName.length > 60) return undefined
  const last =
    fieldName
      .split('.')
      .at(-1)
      ?.replace(/\[\w*\]$/, '') ?? ''
  if (!/^[A-Za-z][\w-]*$/.test(last)) return undefined
  const words = last
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[ _-]+/)
    .filter(Boolean)
  return words.map((word, index) => (index === 0 || /^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase())).join(' ')
}
