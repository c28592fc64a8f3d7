import type { ErrorCode } from './errorCodes.js'
import { formats, type Format } from './formats.js'
import { Problems } from './Problems.js'

interface TextRules {
  readonly format?: keyof typeof formats
  readonly min?: number
  readonly max?: number
}

interface IntegerRules {
  readonly min: number
  readonly max: number
}

/** The members of a JSON object, or `undefined` for any other value. */
export function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return new Map(Object.entries(value))
}

/** Reads the fields of a request and notes what is wrong with them; call `raise` when all are read. */
export class Fields {
  readonly #values: ReadonlyMap<string, unknown>
  readonly #path: string
  readonly #problems: Problems

  constructor(values: ReadonlyMap<string, unknown>, path = '', problems = new Problems()) {
    this.#values = values
    this.#path = path
    this.#problems = problems
  }

  /** Whether the request has the field at all, be it empty. */
  has(name: string): boolean {
    return this.#values.has(name)
  }

  /** Notes a problem with fields of this object. */
  add(code: ErrorCode, message: string, ...names: readonly string[]): void {
    this.#problems.add(code, message, ...names.map((name) => this.#path + name))
  }

  /** Ends the request if a problem was noted. */
  raise(): void {
    this.#problems.raise()
  }

  /** A text, or `undefined` if it is missing, empty or wrong. */
  text(name: string, { format, min = 0, max = Infinity }: TextRules = {}): string | undefined {
    const value = this.#given(name)
    if (value === undefined) return undefined
    if (typeof value !== 'string') return this.#mistyped(name, 'a string')
    const full = this.#path + name
    if (value.length < min) {
      this.add('PARAMETER_TOO_SHORT', `${full} must have at least ${min} characters; it has ${value.length}.`, name)
      return undefined
    }
    if (value.length > max) {
      this.add('PARAMETER_TOO_LONG', `${full} must have at most ${max} characters; it has ${value.length}.`, name)
      return undefined
    }
    const rule: Format | undefined = format && formats[format]
    if (rule === undefined || rule.test(value)) return value
    this.add(rule.code, `${full} ${rule.says}`, name)
    return undefined
  }

  /** A text that must be there; empty until `raise` has ended the request without it. */
  requiredText(name: string, rules: TextRules = {}): string {
    this.require(name)
    return this.text(name, rules) ?? ''
  }

  /** Notes that the field is missing, if it is. */
  require(name: string): void {
    if (this.#given(name) === undefined) this.add('PARAMETER_REQUIRED', `${this.#path}${name} is required.`, name)
  }

  /** Notes that none of the fields is there, if so. */
  requireOneOf(...names: readonly string[]): void {
    if (names.some((name) => this.#given(name) !== undefined)) return
    const full = names.map((name) => this.#path + name)
    const message = `At least one of these parameters is required: ${full.join(', ')}.`
    this.#problems.add('ONE_OF_SEVERAL_PARAMETERS_REQUIRED', message, full.join(','))
  }

  /** One of a list of words. */
  choice<T extends string>(name: string, choices: readonly T[], code: ErrorCode): T | undefined {
    const text = this.text(name)
    const choice = choices.find((candidate) => candidate === text)
    if (text === undefined || choice !== undefined) return choice
    this.add(code, `${this.#path}${name} must be one of: ${choices.join(', ')}.`, name)
    return undefined
  }

  /** True or false, also as text, as query strings and simple forms send it. */
  flag(name: string): boolean | undefined {
    const value = this.#given(name)
    if (value === undefined || typeof value === 'boolean') return value
    if (value === 'true' || value === 'false') return value === 'true'
    return this.#mistyped(name, 'true or false')
  }

  /** A whole number, also as text, as query strings and simple forms send it. */
  integer(name: string, { min, max }: IntegerRules): number | undefined {
    const value = this.#given(name)
    if (value === undefined) return undefined
    const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
    if (typeof number !== 'number' || !Number.isInteger(number)) return this.#mistyped(name, 'a whole number')
    if (number >= min && number <= max) return number
    this.add('PARAMETER_INVALID', `${this.#path}${name} must be between ${min} and ${max}; it is ${number}.`, name)
    return undefined
  }

  /** An array, empty if it is missing. */
  array(name: string): readonly unknown[] {
    const value = this.#given(name)
    if (value === undefined) return []
    return Array.isArray(value) ? value : (this.#mistyped(name, 'an array') ?? [])
  }

  /** The objects of an array, each with its position in its fields' names. */
  list(name: string): readonly Fields[] {
    return this.array(name).flatMap((value, index) => this.#inner(`${name}[${index}]`, value) ?? [])
  }

  /** An object within this one. */
  group(name: string): Fields | undefined {
    const value = this.#given(name)
    return value === undefined ? undefined : this.#inner(name, value)
  }

  #inner(name: string, value: unknown): Fields | undefined {
    const members = membersOf(value)
    if (members === undefined) return this.#mistyped(name, 'an object')
    return new Fields(members, `${this.#path}${name}.`, this.#problems)
  }

  #given(name: string): unknown {
    const value = this.#values.get(name)
    // Forms send an untouched input as an empty text.
    return value === null || value === '' ? undefined : value
  }

  #mistyped(name: string, expected: string): undefined {
    this.add('INVALID_MODEL_STATE', `${this.#path}${name} must be ${expected}.`, name)
  }
}
