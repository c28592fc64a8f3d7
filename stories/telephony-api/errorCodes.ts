interface Row {
  readonly status: 400 | 403 | 500
  /** Whether `Errors` names the field; the documentation promises it for few codes only. */
  readonly named: boolean
}

const rows = {
  ACCOUNT_NOT_FOUND: { status: 400, named: true },
  ADDRESS_CANNOT_BE_DELETED: { status: 403, named: false },
  ADDRESS_NOT_FOUND: { status: 400, named: true },
  CALL_NOT_FOUND: { status: 400, named: true },
  CONFLICTING_PARAMETERS: { status: 400, named: true },
  COUNTRY_NOT_FOUND: { status: 400, named: true },
  COUNTRY_UNAVAILABLE: { status: 403, named: true },
  FLOW_NOT_FOUND: { status: 400, named: true },
  FORBIDDEN: { status: 403, named: false },
  INVALID_COUNTRYCODE_FORMAT: { status: 400, named: true },
  INVALID_DATE_RANGE: { status: 400, named: true },
  INVALID_EMAIL_FORMAT: { status: 400, named: false },
  INVALID_HTTP_METHOD: { status: 400, named: true },
  INVALID_HTTP_URI_FORMAT: { status: 400, named: true },
  INVALID_MODEL_STATE: { status: 400, named: true },
  INVALID_PATCH_PAYLOAD: { status: 400, named: false },
  INVALID_PERMISSION_VALUE: { status: 400, named: true },
  INVALID_PERMISSIONS: { status: 400, named: true },
  INVALID_PHONENUMBER_FORMAT: { status: 400, named: true },
  INVALID_SMS_DIRECTION: { status: 400, named: true },
  INVALID_SMS_SENDER: { status: 400, named: true },
  INVALID_SMS_STATUS: { status: 400, named: true },
  INVALID_SMS_TEXT: { status: 400, named: true },
  INVALID_WHISPER_MEDIAID: { status: 400, named: true },
  LOCATION_NOT_FOUND: { status: 400, named: false },
  MESSAGE_NOT_FOUND: { status: 400, named: true },
  NO_SMS_AGREEMENT: { status: 403, named: false },
  NUMBER_ALLOCATION_FAILED: { status: 500, named: false },
  NUMBER_BELONGS_TO_DIFFERENT_PROPERTY: { status: 400, named: true },
  NUMBER_NOT_FOUND: { status: 400, named: true },
  ONE_OF_SEVERAL_PARAMETERS_REQUIRED: { status: 400, named: true },
  ONLINE_LOGIN_EMAIL_EXISTS: { status: 400, named: false },
  ONLINE_LOGIN_NOT_FOUND: { status: 400, named: true },
  PARAMETER_INVALID: { status: 400, named: true },
  PARAMETER_REQUIRED: { status: 400, named: true },
  PARAMETER_TOO_LONG: { status: 400, named: true },
  PARAMETER_TOO_SHORT: { status: 400, named: false },
  PERMISSION_EXCEEDS_ACCESS_BOUNDARY: { status: 403, named: true },
  PROJECT_LIMIT_REACHED: { status: 403, named: false },
  PROPERTY_NOT_FOUND: { status: 400, named: true },
  RECORD_NOT_FOUND: { status: 400, named: false },
  SCHEDULED_TIME_OUT_OF_RANGE: { status: 400, named: true },
  SIP_TRUNK_NOT_FOUND: { status: 400, named: true },
  SIP_TRUNK_WAS_DELETED: { status: 400, named: true },
  SMS_LEASED_NUMBER_NOT_OWNED: { status: 403, named: true },
  SMS_NOT_ENABLED: { status: 403, named: false },
  UNKNOWN_CAPABILITY: { status: 400, named: true },
  UNKNOWN_DISPOSITION: { status: 400, named: true },
  UNKNOWN_NUMBERTYPE: { status: 400, named: true },
  UNKNOWN_PREAMBLE_OPTION: { status: 400, named: true },
  UNKNOWN_RECORDING_OPTION: { status: 400, named: true },
  UNKNOWN_ROUTING_METHOD: { status: 400, named: true },
  UNKNOWN_TIME_ZONE: { status: 400, named: false },
} as const satisfies Record<string, Row>

/** A documented ErrorCode. */
export type ErrorCode = keyof typeof rows

/** How the API answers with each documented code. */
export const errorCodes: Readonly<Record<ErrorCode, Row>> = rows
