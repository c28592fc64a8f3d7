import * as Sentry from '@sentry/browser'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { normalizeError, type ApiError } from '../../src/index.js'
import { createReporter } from '../../src/reporters/sentry.js'
import { makeFailure } from '../../src/testing/index.js'
import { answers, failToSend, SECRETS, sendByAxios, startLeakyApi } from './leakyApp.js'

startLeakyApi()

const sent: { readonly type: string; readonly payload: Sentry.Event }[] = []
let raw = ''

// The real SDK with its own integrations, and one that sends each property of an error it gets.
beforeAll(() => {
  Sentry.init({
    dsn: 'https://public@sentry.example.test/1',
    integrations: [Sentry.extraErrorDataIntegration({ depth: 10 })],
    sendClientReports: false,
    transport: () => ({
      send: (envelope) => {
        raw += JSON.stringify(envelope)
        for (const [{ type = '' }, payload] of envelope[1]) sent.push({ type, payload: payload as Sentry.Event })
        return Promise.resolve({})
      },
      flush: () => Promise.resolve(true),
    }),
  })
})
afterAll(() => Sentry.close())
beforeEach(() => {
  sent.length = 0
  raw = ''
  Sentry.getIsolationScope().clearBreadcrumbs()
})

const context = { type: 'query', key: ['numbers'], homes: ['toast'], attempt: 1, isSuperseded: false } as const

async function events(): Promise<readonly Sentry.Event[]> {
  await Sentry.flush()
  return sent.filter(({ type }) => type === 'event').map(({ payload }) => payload)
}

async function eventOf(error: ApiError): Promise<Sentry.Event | undefined> {
  createReporter(Sentry)(error, context)
  return (await events())[0]
}

describe('the reporter for Sentry', () => {
  it('sends one event for a failure, with its code, status, home and type, grouped by code', async () => {
    await failToSend(createReporter(Sentry))
    expect(await events()).toMatchObject([
      {
        level: 'error',
        fingerprint: ['react-api-errors', 'HTTP_500'],
        tags: { code: 'HTTP_500', status: 500, kind: 'http', type: 'mutation', home: 'toast' },
        contexts: { api_error: { attempt: 1, issues: ['HTTP_500'], request_id: 'req-7' } },
        exception: { values: [{ type: 'ApiError', value: 'HTTP_500 (HTTP 500)' }] },
      },
    ])
  })

  it.each(Object.entries(answers))('sends no token, no input and no text of the server: %s', async (_, answer) => {
    await failToSend(createReporter(Sentry), answer)
    expect(await events()).toHaveLength(1)
    expect(raw).not.toMatch(SECRETS)
    expect(raw).not.toContain('AxiosError')
  })

  it('would send them without the reporter: the failure holds them all', async () => {
    const failure: unknown = await sendByAxios('SECRETINPUT').catch((reason: unknown) => reason)
    Sentry.captureException(failure)
    await Sentry.flush()
    expect(raw).toContain('SECRET123')
  })

  it('sends where it was thrown, and groups by that what has no code', async () => {
    const failure = makeBug('SECRETTEXT\n    at SECRETTEXT:1:1')
    const event = await eventOf(normalizeError(failure))
    const [exception] = event?.exception?.values ?? []
    expect(exception?.stacktrace?.frames?.at(-1)).toMatchObject({ function: 'makeBug' })
    expect(event?.fingerprint).toEqual(['{{ default }}', 'UNKNOWN'])
    expect(raw).not.toMatch(SECRETS)
  })

  it('is a warning for what the API refuses, and an error for faults', async () => {
    expect(await eventOf(makeFailure('PROJECT_LIMIT_REACHED'))).toMatchObject({
      level: 'warning',
      tags: { status: 403 },
    })
  })

  it('has the level of the catalog, where its row has one', async () => {
    createReporter(Sentry)(makeFailure('PROJECT_LIMIT_REACHED'), { ...context, level: 'info' })
    expect(await events()).toMatchObject([{ level: 'info' }])
  })

  it('leaves out a status where there was no answer', async () => {
    expect((await eventOf(makeFailure('NETWORK')))?.tags).toEqual({
      code: 'NETWORK',
      kind: 'network',
      type: 'query',
      home: 'toast',
    })
  })

  it('sends nothing of what Sentry has sent before, and Sentry nothing of what it has sent', async () => {
    const failure = new Error('thrown')
    Sentry.captureException(failure)
    createReporter(Sentry)(normalizeError(failure), context)
    expect(await events()).toHaveLength(1)
    const other = new Error('thrown, too')
    createReporter(Sentry)(normalizeError(other), context)
    Sentry.captureException(other)
    expect(await events()).toHaveLength(2)
  })
})

function makeBug(message: string): Error {
  return new TypeError(message)
}
