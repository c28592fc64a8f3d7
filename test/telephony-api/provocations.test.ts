import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { API_URL, telephonyFetch } from '../../stories/telephony-api/client.js'
import { createTelephonyApi } from '../../stories/telephony-api/createTelephonyApi.js'
import { telephonyHandlers } from '../../stories/telephony-api/handlers.js'
import { provoke } from '../../stories/telephony-api/provoke.js'
import { provocations } from '../../stories/telephony-api/requests.js'
import { startServer, type RunningServer } from '../../stories/telephony-api/server.js'

/** The codes in the order of the documentation: [code, status, FieldNames that the mock sends]. */
const documented = [
  ['ACCOUNT_NOT_FOUND', 400, ['AccountSid']],
  ['ADDRESS_CANNOT_BE_DELETED', 403, []],
  ['ADDRESS_NOT_FOUND', 400, ['AddressSid']],
  ['CALL_NOT_FOUND', 400, ['CallSid']],
  ['CONFLICTING_PARAMETERS', 400, ['RoutingMethod', 'EndpointNumber']],
  ['COUNTRY_NOT_FOUND', 400, ['CountryCode']],
  ['COUNTRY_UNAVAILABLE', 403, ['CountryCode']],
  ['FLOW_NOT_FOUND', 400, ['Flow']],
  ['FORBIDDEN', 403, []],
  ['INVALID_COUNTRYCODE_FORMAT', 400, ['CountryCode']],
  ['INVALID_DATE_RANGE', 400, ['StartDate', 'EndDate']],
  ['INVALID_EMAIL_FORMAT', 400, []],
  ['INVALID_HTTP_METHOD', 400, ['WebhookMethod']],
  ['INVALID_HTTP_URI_FORMAT', 400, ['WebhookUri']],
  ['INVALID_MODEL_STATE', 400, []],
  ['INVALID_PATCH_PAYLOAD', 400, []],
  ['INVALID_PERMISSION_VALUE', 400, ['Scopes']],
  ['INVALID_PERMISSIONS', 400, ['Permissions']],
  ['INVALID_PHONENUMBER_FORMAT', 400, ['To']],
  ['INVALID_SMS_DIRECTION', 400, ['Direction']],
  ['INVALID_SMS_SENDER', 400, ['From']],
  ['INVALID_SMS_STATUS', 400, ['Status']],
  ['INVALID_SMS_TEXT', 400, ['Text']],
  ['INVALID_WHISPER_MEDIAID', 400, ['WhisperMediaId']],
  ['LOCATION_NOT_FOUND', 400, []],
  ['MESSAGE_NOT_FOUND', 400, ['MessageSid']],
  ['NO_SMS_AGREEMENT', 403, []],
  ['NUMBER_ALLOCATION_FAILED', 500, []],
  ['NUMBER_BELONGS_TO_DIFFERENT_PROPERTY', 400, ['Number', 'PropertySid']],
  ['NUMBER_NOT_FOUND', 400, ['Number']],
  ['ONE_OF_SEVERAL_PARAMETERS_REQUIRED', 400, ['CompanyName,LastName']],
  ['ONLINE_LOGIN_EMAIL_EXISTS', 400, []],
  ['ONLINE_LOGIN_NOT_FOUND', 400, ['OnlineLoginSid']],
  ['PARAMETER_INVALID', 400, ['ChannelLimit']],
  ['PARAMETER_REQUIRED', 400, ['To', 'Text']],
  ['PARAMETER_TOO_LONG', 400, ['Text']],
  ['PARAMETER_TOO_SHORT', 400, []],
  ['PERMISSION_EXCEEDS_ACCESS_BOUNDARY', 403, ['Scopes']],
  ['PROJECT_LIMIT_REACHED', 403, []],
  ['PROPERTY_NOT_FOUND', 400, ['PropertySid']],
  ['RECORD_NOT_FOUND', 400, []],
  ['SCHEDULED_TIME_OUT_OF_RANGE', 400, ['Schedule']],
  ['SIP_TRUNK_NOT_FOUND', 400, ['SipTrunkSid']],
  ['SIP_TRUNK_WAS_DELETED', 400, ['SipTrunkSid']],
  ['SMS_LEASED_NUMBER_NOT_OWNED', 403, ['From']],
  ['SMS_NOT_ENABLED', 403, []],
  ['UNKNOWN_CAPABILITY', 400, ['Capability']],
  ['UNKNOWN_DISPOSITION', 400, ['Disposition']],
  ['UNKNOWN_NUMBERTYPE', 400, ['NumberType']],
  ['UNKNOWN_PREAMBLE_OPTION', 400, ['Preamble']],
  ['UNKNOWN_RECORDING_OPTION', 400, ['Recording']],
  ['UNKNOWN_ROUTING_METHOD', 400, ['RoutingMethod']],
  ['UNKNOWN_TIME_ZONE', 400, []],
] as const

const mockedApi = createTelephonyApi()
const servedApi = createTelephonyApi()
const mock = setupServer(...telephonyHandlers(mockedApi, API_URL))
let server: RunningServer

beforeAll(async () => {
  server = await startServer({ port: 0, api: servedApi })
  mock.listen({ onUnhandledRequest: 'bypass' })
})

beforeEach(() => {
  mockedApi.reset()
  servedApi.reset()
})

afterAll(async () => {
  mock.close()
  await server.close()
})

describe('the documented codes', () => {
  test('are 53, each with a provocation and no provocation without a code', () => {
    const codes = documented.map(([code]) => code)
    expect(codes).toHaveLength(53)
    expect(Object.keys(provocations)).toEqual(codes)
  })

  test.each(documented)(
    '%s comes with status %i from MSW and from the server alike',
    async (code, status, fieldNames) => {
      const mocked = await provoke(code)
      const served = await provoke(code, server.url)
      const body: unknown = await mocked.json()

      expect(mocked.status).toBe(status)
      expect(served.status).toBe(status)
      expect(await served.json()).toEqual(body)
      const details = fieldNames.length > 0 ? { Errors: fieldNames.map((name) => ({ FieldName: name })) } : {}
      expect(body).toEqual({
        ResponseStatus: { ErrorCode: code, Message: expect.stringMatching(/^\S.+\.$/), ...details },
      })
    },
  )

  test('can be provoked again after a reset', async () => {
    for (const [code, status] of [...documented, ...documented]) {
      mockedApi.reset()
      expect((await provoke(code)).status).toBe(status)
    }
  })
})

describe('the facts stand in the Message', () => {
  test.each([
    ['PARAMETER_REQUIRED', 'To is required. Text is required.'],
    ['PARAMETER_TOO_LONG', 'Text must have at most 1600 characters; it has 2200.'],
    ['PARAMETER_TOO_SHORT', 'Password must have at least 10 characters; it has 6.'],
    ['PARAMETER_INVALID', 'ChannelLimit must be between 1 and 1000; it is 5000.'],
    ['ONE_OF_SEVERAL_PARAMETERS_REQUIRED', 'At least one of these parameters is required: CompanyName, LastName.'],
    ['ADDRESS_CANNOT_BE_DELETED', 'Address AD3001 cannot be deleted: it is linked to +442079460101, +442079460102.'],
    ['PROJECT_LIMIT_REACHED', 'The account Harbor Group has reached its limit of 3 projects.'],
  ] as const)('of %s', async (code, message) => {
    const body: unknown = await (await provoke(code)).json()
    expect(body).toMatchObject({ ResponseStatus: { Message: message } })
  })
})

describe('credentials', () => {
  test.each(['wrong-token', ''])('%j gives a 401', async (token) => {
    const response = await telephonyFetch('/Numbers', { token })
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({
      ResponseStatus: { ErrorCode: 'UNAUTHORIZED', Message: 'Wrong or missing credentials.' },
    })
  })
})
