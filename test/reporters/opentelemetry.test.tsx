import { SpanStatusCode, trace } from '@opentelemetry/api'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createReporter } from '../../src/reporters/opentelemetry.js'
import { makeFailure } from '../../src/testing/index.js'
import { answers, failToSend, SECRETS, startLeakyApi } from './leakyApp.js'

startLeakyApi()

const exporter = new InMemorySpanExporter()
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
const tracer = provider.getTracer('app')
const context = {
  type: 'query',
  key: ['numbers'],
  homes: ['field', 'field', 'summary'],
  attempt: 2,
  isSuperseded: true,
} as const

beforeEach(() => exporter.reset())
afterAll(() => {
  trace.disable()
  return provider.shutdown()
})

describe('the reporter for OpenTelemetry', () => {
  it('records one span for a failure, with the attributes of the semantic conventions', async () => {
    await failToSend(createReporter({ tracer }))
    const spans = exporter.getFinishedSpans()
    expect(spans).toHaveLength(1)
    expect(spans[0]).toMatchObject({
      name: 'api failure',
      status: { code: SpanStatusCode.ERROR },
      attributes: {
        'error.type': 'HTTP_500',
        'http.response.status_code': 500,
        'api_error.kind': 'http',
        'api_error.type': 'mutation',
        'api_error.home': 'toast',
        'api_error.attempt': 1,
        'api_error.superseded': false,
        'api_error.request_id': 'req-7',
      },
      events: [
        { name: 'exception', attributes: { 'exception.type': 'ApiError', 'exception.message': 'HTTP_500 (HTTP 500)' } },
      ],
    })
  })

  it.each(Object.entries(answers))('records no token, no input and no text of the server: %s', async (_, answer) => {
    await failToSend(createReporter({ tracer }), answer)
    const recorded = exporter
      .getFinishedSpans()
      .map(({ name, attributes, events, status, links }) => ({ name, attributes, events, status, links }))
    expect(recorded).toHaveLength(1)
    expect(JSON.stringify(recorded)).not.toMatch(SECRETS)
  })

  it('names each home once, and leaves out a status where there was no answer', () => {
    createReporter({ tracer })(makeFailure('NETWORK'), context)
    const [span] = exporter.getFinishedSpans()
    expect(span?.attributes).toMatchObject({
      'error.type': 'NETWORK',
      'api_error.home': 'field,summary',
      'api_error.superseded': true,
    })
    expect(span?.attributes).not.toHaveProperty(['http.response.status_code'])
  })

  it('uses the global provider, also one that comes later', () => {
    const report = createReporter()
    report(makeFailure('NETWORK'), context)
    expect(exporter.getFinishedSpans()).toEqual([])
    trace.setGlobalTracerProvider(provider)
    report(makeFailure('TIMEOUT'), context)
    expect(exporter.getFinishedSpans()).toMatchObject([
      { attributes: { 'error.type': 'TIMEOUT' }, instrumentationScope: { name: 'react-api-errors' } },
    ])
  })
})
