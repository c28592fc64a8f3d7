/** Whether a value can be a key of a WeakMap or WeakSet. */
export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
