/** The number that a value is or plainly spells; `NaN`, `0x10`, `1e9` and dates are none. */
export function toNumber(value: unknown, pattern = /^\s*-?\d{1,15}(\.\d+)?\s*$/): number | undefined {
  return (typeof value === 'number' || typeof value === 'string') && pattern.test(`${value}`)
    ? Number(value)
    : undefined
}
