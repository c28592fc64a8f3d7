import type { ErrorCode } from './errorCodes.js'

/** A format that a text field can be asked to have. */
export interface Format {
  readonly test: (text: string) => boolean
  readonly code: ErrorCode
  /** Completes a sentence that starts with the field's name. */
  readonly says: string
}

/** Whether the text is a number in E.164 format. */
export function isPhoneNumber(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text)
}

function isSmsSender(text: string): boolean {
  return isPhoneNumber(text) || (/^[A-Za-z0-9 ]{1,11}$/.test(text) && /[A-Za-z]/.test(text))
}

function isSmsText(text: string): boolean {
  // Newlines and tabs are text; other control characters would break the message on its way.
  return /\S/.test(text) && !/[^\P{Cc}\n\r\t]/u.test(text)
}

function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)
}

function isHttpUri(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}

function isIpAddress(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  // February 30 parses, as March 2.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Formats by name. */
export const formats = {
  phone: {
    test: isPhoneNumber,
    code: 'INVALID_PHONENUMBER_FORMAT',
    says: 'must be a phone number in E.164 format, such as +442079460123.',
  },
  sender: {
    test: isSmsSender,
    code: 'INVALID_SMS_SENDER',
    says: 'must be a phone number in E.164 format, or 1 to 11 letters, digits and spaces with at least one letter.',
  },
  smsText: {
    test: isSmsText,
    code: 'INVALID_SMS_TEXT',
    says: 'must have visible characters and no control characters.',
  },
  email: { test: isEmail, code: 'INVALID_EMAIL_FORMAT', says: 'is not a valid email address.' },
  uri: {
    test: isHttpUri,
    code: 'INVALID_HTTP_URI_FORMAT',
    says: 'must be an absolute HTTP URI, such as https://shop.example/hook.',
  },
  country: {
    test: (text) => /^[A-Z]{2}$/.test(text),
    code: 'INVALID_COUNTRYCODE_FORMAT',
    says: 'must be an ISO 3166-1 country code of two capital letters, such as GB.',
  },
  ipAddress: { test: isIpAddress, code: 'PARAMETER_INVALID', says: 'must be an IPv4 address, such as 192.0.2.10.' },
  date: { test: isCalendarDate, code: 'PARAMETER_INVALID', says: 'must be a date, such as 2026-01-31.' },
} as const satisfies Record<string, Format>
