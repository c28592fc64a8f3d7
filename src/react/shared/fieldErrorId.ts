const SAFE = /^[\w-]*$/

/** The id of the element that shows a field's messages; any name gives one id without spaces. */
export function fieldErrorId(domId: string, name: string): string {
  const safe = SAFE.test(name) ? name : name.replace(/[^\w-]/g, (letter) => `_${letter.codePointAt(0)?.toString(16)}_`)
  return `${domId}-${safe}-error`
}
