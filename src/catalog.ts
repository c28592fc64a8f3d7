import type { Catalog, Category, Definition } from './core/types.js'

/** Makes one row: everything that a row does not say takes the usual value. */
export function row(category: Category, status?: number, extras: Partial<Definition> = {}): Definition {
  return {
    category,
    status,
    home: undefined,
    severity: 'error',
    retryable: false,
    fields: [],
    detail: false,
    group: false,
    ...extras,
  }
}

/**
 * The documented codes of the API, one line a code: the single source of truth.
 * Statuses are the likely ones (only 400, 401, 403 and 500 are documented, none by code).
 */
export const errorCatalog = {
  // Parameters: the name comes in FieldName, the facts often only in Message
  PARAMETER_REQUIRED: row('required', 400, { detail: true }),
  PARAMETER_INVALID: row('range', 400, { detail: true }),
  PARAMETER_TOO_LONG: row('length', 400, { detail: true }),
  PARAMETER_TOO_SHORT: row('length', 400, { detail: true }),
  ONE_OF_SEVERAL_PARAMETERS_REQUIRED: row('required', 400, { detail: true, group: true }),
  CONFLICTING_PARAMETERS: row('conflict', 400, { group: true }),

  // Formats
  INVALID_COUNTRYCODE_FORMAT: row('format', 400, { fields: ['CountryCode'] }),
  INVALID_DATE_RANGE: row('range', 400, { fields: ['StartDate', 'EndDate', 'From', 'To'], group: true }),
  INVALID_EMAIL_FORMAT: row('format', 400, { fields: ['Email', 'ForwardToEmail', 'ForwardFromEmail', 'SendEmailFrom', 'SendEmailTo'] }),
  INVALID_HTTP_METHOD: row('format', 400, { fields: ['WebhookMethod', 'DeliveryReceiptWebhookMethod'] }),
  INVALID_HTTP_URI_FORMAT: row('format', 400, { fields: ['WebhookUri', 'DeliveryReceiptWebhookUri'] }),
  INVALID_MODEL_STATE: row('format', 400),
  INVALID_PATCH_PAYLOAD: row('request', 400),
  INVALID_PHONENUMBER_FORMAT: row('format', 400, { fields: ['To', 'From', 'Number', 'EndpointNumber', 'ForwardToSms', 'SendSmsTo', 'DefaultCallerId'] }),
  SCHEDULED_TIME_OUT_OF_RANGE: row('range', 400, { fields: ['Schedule'] }),
  UNKNOWN_TIME_ZONE: row('format', 400, { fields: ['TimeZone'] }),

  // Text messages
  INVALID_SMS_DIRECTION: row('format', 400, { fields: ['Direction'] }),
  INVALID_SMS_SENDER: row('format', 400, { fields: ['From', 'ForwardFromSms', 'SendSmsFrom'] }),
  INVALID_SMS_STATUS: row('format', 400, { fields: ['Status'] }),
  INVALID_SMS_TEXT: row('format', 400, { fields: ['Text'] }),
  MESSAGE_NOT_FOUND: row('not-found', 400, { fields: ['MessageSid'] }),
  NO_SMS_AGREEMENT: row('state', 403, { fields: ['AccountSid'] }),
  SMS_LEASED_NUMBER_NOT_OWNED: row('permission', 403, { fields: ['From'] }),
  SMS_NOT_ENABLED: row('state', 403, { fields: ['PropertySid'] }),

  // Numbers, calls and their settings
  CALL_NOT_FOUND: row('not-found', 400, { fields: ['CallSid'] }),
  FLOW_NOT_FOUND: row('not-found', 400, { fields: ['Flow'] }),
  INVALID_WHISPER_MEDIAID: row('format', 400, { fields: ['WhisperMediaId'] }),
  LOCATION_NOT_FOUND: row('not-found', 400),
  NUMBER_ALLOCATION_FAILED: row('server', 500, { fields: ['From'], retryable: true }),
  NUMBER_BELONGS_TO_DIFFERENT_PROPERTY: row('conflict', 400, { fields: ['Number', 'PropertySid'], group: true }),
  NUMBER_NOT_FOUND: row('not-found', 400, { fields: ['Number'] }),
  UNKNOWN_CAPABILITY: row('format', 400, { fields: ['Capability', 'Capabilities'] }),
  UNKNOWN_DISPOSITION: row('format', 400, { fields: ['Disposition'] }),
  UNKNOWN_NUMBERTYPE: row('format', 400, { fields: ['NumberType'] }),
  UNKNOWN_PREAMBLE_OPTION: row('format', 400, { fields: ['Preamble'] }),
  UNKNOWN_RECORDING_OPTION: row('format', 400, { fields: ['Recording'] }),
  UNKNOWN_ROUTING_METHOD: row('format', 400, { fields: ['RoutingMethod'] }),

  // Addresses and countries
  ADDRESS_CANNOT_BE_DELETED: row('state', 403, { fields: ['AddressSid'] }),
  ADDRESS_NOT_FOUND: row('not-found', 400, { fields: ['AddressSid'] }),
  COUNTRY_NOT_FOUND: row('not-found', 400, { fields: ['CountryCode', 'Country'] }),
  COUNTRY_UNAVAILABLE: row('state', 403, { fields: ['CountryCode', 'Country'] }),

  // Accounts, projects, logins and permissions
  ACCOUNT_NOT_FOUND: row('not-found', 400, { fields: ['AccountSid'] }),
  FORBIDDEN: row('permission', 403),
  INVALID_PERMISSION_VALUE: row('format', 400, { fields: ['Scopes', 'Permissions'] }),
  INVALID_PERMISSIONS: row('conflict', 400, { fields: ['Permissions', 'Scopes'] }),
  ONLINE_LOGIN_EMAIL_EXISTS: row('conflict', 403, { fields: ['Email'] }),
  ONLINE_LOGIN_NOT_FOUND: row('not-found', 400, { fields: ['OnlineLoginSid'] }),
  PERMISSION_EXCEEDS_ACCESS_BOUNDARY: row('permission', 403, { fields: ['Scopes', 'Permissions'] }),
  PROJECT_LIMIT_REACHED: row('quota', 403),
  PROPERTY_NOT_FOUND: row('not-found', 400, { fields: ['PropertySid'] }),
  RECORD_NOT_FOUND: row('not-found', 400),

  // SIP trunks
  SIP_TRUNK_NOT_FOUND: row('not-found', 400, { fields: ['SipTrunkSid'] }),
  SIP_TRUNK_WAS_DELETED: row('gone', 400, { fields: ['SipTrunkSid'] }),
} as const satisfies Catalog

/** Rows for what no ErrorCode describes: the answer's status, or that no answer came. */
export const pseudoCatalog = {
  HTTP_400: row('request', 400),
  HTTP_401: row('auth', 401),
  HTTP_403: row('permission', 403),
  HTTP_404: row('not-found', 404),
  HTTP_409: row('conflict', 409),
  HTTP_429: row('rate-limit', 429, { retryable: true }),
  HTTP_500: row('server', 500, { retryable: true }),
  NETWORK: row('network', undefined, { retryable: true }),
  TIMEOUT: row('timeout', undefined, { retryable: true }),
  PARSE: row('parse', undefined, { retryable: true }),
  ABORTED: row('aborted', undefined, { home: 'none' }),
  UNKNOWN: row('unknown', undefined, { retryable: true }),
} as const satisfies Catalog

/** A documented ErrorCode. */
export type ErrorCode = keyof typeof errorCatalog

/** A code of our own for a failure that carries no ErrorCode. */
export type PseudoCode = keyof typeof pseudoCatalog
