import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTRPCClient, httpLink } from '@trpc/client'
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { GraphQLClient } from 'graphql-request'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ensureOk, normalizeError, readApiError, type BodyParser } from '../../../src/core/index.js'

// What is no documented body, but says code, status and fields all the same (P33), what a function returns in place of
// throwing it (P31), and parsers of an app that come after `ensureOk` (P29).

/** Code, status and fields of what a call failed with. */
const read = (failure: unknown) => {
  const { code, status, issues } = normalizeError(failure)
  return { code, status, fields: issues.flatMap(({ fieldName }) => fieldName ?? []) }
}
const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no failure',
    (failure: unknown) => failure,
  )
const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

describe('tRPC, with its own server', () => {
  const t = initTRPC.create()
  const flat = initTRPC.create({
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      data: { ...shape.data, zodError: error.cause instanceof z.ZodError ? z.flattenError(error.cause) : null },
    }),
  })
  const Sms = z.object({ to: z.string().min(3), rows: z.array(z.object({ sku: z.string() })).default([]) })
  const refuse = (): never => {
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Who are you?' })
  }
  const routers = {
    plain: t.router({ send: t.procedure.input(Sms).mutation(() => 'ok'), secret: t.procedure.mutation(refuse) }),
    flat: flat.router({
      send: flat.procedure.input(Sms).mutation(() => 'ok'),
      secret: flat.procedure.mutation(refuse),
    }),
  }
  const servers: Server[] = []
  const clients: Record<string, ReturnType<typeof createTRPCClient<(typeof routers)['plain']>>> = {}
  beforeAll(async () => {
    for (const [name, router] of Object.entries(routers)) {
      const server = createHTTPServer({ router })
      servers.push(server)
      clients[name] = createTRPCClient({ links: [httpLink({ url: await listen(server) })] })
    }
  })
  afterAll(() => servers.forEach((server) => server.close()))

  it('gives the fields of the usual answer, whose issues are JSON in a text', async () => {
    const failure = await failureOf(
      clients.plain?.send.mutate({ to: 'x', rows: [{ sku: 1 as never }] }) ?? Promise.resolve(),
    )
    expect(read(failure)).toEqual({ code: 'BAD_REQUEST', status: 400, fields: ['to', 'rows.0.sku'] })
  })

  it('gives the fields of a flattened answer', async () => {
    const failure = await failureOf(clients.flat?.send.mutate({ to: 'x' }) ?? Promise.resolve())
    expect(read(failure)).toEqual({ code: 'BAD_REQUEST', status: 400, fields: ['to'] })
  })

  it.each(['plain', 'flat'])('gives the status of a missing sign-in, %s', async (name) => {
    const failure = await failureOf(clients[name]?.secret.mutate() ?? Promise.resolve())
    expect(read(failure)).toEqual({ code: 'UNAUTHORIZED', status: 401, fields: [] })
  })
})

describe('GraphQL', () => {
  const answers: Readonly<Record<string, unknown>> = {
    '/field': {
      data: null,
      errors: [{ message: 'Bad number', path: ['send'], extensions: { code: 'BAD_USER_INPUT', field: 'to' } }],
    },
    '/argument': {
      errors: [
        {
          message: 'x',
          locations: [],
          extensions: { code: 'BAD_USER_INPUT', argumentName: 'from', http: { status: 422 } },
        },
      ],
    },
    '/signin': { errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] },
  }
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answers[url]))
  })
  let base = ''
  beforeAll(async () => {
    base = await listen(server)
  })
  afterAll(() => void server.close())

  it.each([
    ['/field', { code: 'BAD_USER_INPUT', status: 200, fields: ['to'] }],
    ['/argument', { code: 'BAD_USER_INPUT', status: 422, fields: ['from'] }],
    ['/signin', { code: 'UNAUTHENTICATED', status: 401, fields: [] }],
  ])('that graphql-request throws at %s', async (path, expected) => {
    expect(read(await failureOf(new GraphQLClient(base + path).request('mutation { send }')))).toEqual(expected)
  })

  it('as urql hands it on, and as a plain body', () => {
    const [error] = [{ message: 'x', path: ['send'], extensions: { code: 'BAD_USER_INPUT', field: 'to' } }]
    const urql = Object.assign(new Error('[GraphQL] x'), { name: 'CombinedError', graphQLErrors: [error] })
    expect(read(urql)).toMatchObject({ code: 'BAD_USER_INPUT', fields: ['to'] })
    expect(read({ errors: [error] })).toMatchObject({ code: 'BAD_USER_INPUT', fields: ['to'] })
  })

  it('is not what the documented body has under Errors', () => {
    const body = { ErrorCode: 'PARAMETER_REQUIRED', Errors: [{ FieldName: 'To' }] }
    expect(read(body)).toMatchObject({ code: 'PARAMETER_REQUIRED', fields: ['To'] })
  })
})

describe('what validation libraries say', () => {
  const { error } = z.object({ to: z.string(), rows: z.array(z.object({ sku: z.string() })) }).safeParse({ rows: [{}] })

  it.each([
    ['a ZodError', error, ['to', 'rows.0.sku']],
    ['its issues', error?.issues, ['to', 'rows.0.sku']],
    [
      'issues of Standard Schema',
      { issues: [{ message: 'x', path: [{ key: 'rows' }, { key: 0 }, 'sku'] }] },
      ['rows.0.sku'],
    ],
    ['a flattened map', error && z.flattenError(error), ['to', 'rows']],
    ['a tree', { _errors: [], to: { _errors: ['x'] }, rows: { 0: { sku: { _errors: ['y'] } } } }, ['to', 'rows.0.sku']],
    ['next-safe-action', { validationErrors: { to: { _errors: ['x'] } } }, ['to']],
    ['next-safe-action, flattened', { validationErrors: { formErrors: ['a'], fieldErrors: { to: ['x'] } } }, ['to']],
  ])('gives the fields of %s', (_, failure, fields) => {
    const { code, issues } = normalizeError(failure)
    expect(code).toBe('INVALID_MODEL_STATE')
    expect(issues.flatMap(({ fieldName }) => fieldName ?? [])).toEqual(fields)
    expect(new Set(issues.map((issue) => issue.code))).toEqual(new Set(['PARAMETER_INVALID']))
  })

  it.each([[{ issues: [] }], [{ issues: 'none' }], [{ fieldErrors: 3 }], [{ _errors: [] }], [[]]])(
    'finds nothing in %j',
    (value) => {
      expect(normalizeError(value).code).toBe('UNKNOWN')
    },
  )

  it('is bounded where a tree holds itself', () => {
    const tree: Record<string, unknown> = { _errors: ['x'] }
    for (let index = 0; index < 5; index++) tree[`name${index}`] = tree
    expect(normalizeError(tree).issues.length).toBeLessThanOrEqual(1000)
  })
})

describe('ensureOk', () => {
  const refused = { error: { ErrorCode: 'FORBIDDEN' }, response: new Response(null, { status: 403 }) }

  it.each([
    ['a body with a ResponseStatus', { ResponseStatus: { ErrorCode: 'FORBIDDEN' } }, 'FORBIDDEN'],
    ['what openapi-fetch returns', refused, 'FORBIDDEN'],
    [
      'what next-safe-action returns',
      { data: undefined, validationErrors: { to: { _errors: ['x'] } } },
      'INVALID_MODEL_STATE',
    ],
    ['a returned error', normalizeError({ ErrorCode: 'FORBIDDEN' }), 'FORBIDDEN'],
    ['an answer in an answer', { response: Response.json({ ErrorCode: 'FORBIDDEN' }, { status: 403 }) }, 'FORBIDDEN'],
  ])('throws %s', async (_, answer, code) => {
    await expect(Promise.resolve(answer).then(ensureOk)).rejects.toMatchObject({ name: 'ApiError', code })
  })

  it.each([
    [{ data: 1 }],
    [{ error: null, data: 1 }],
    [{ ErrorCode: null, Message: 'Sent' }],
    [undefined],
    ['saved'],
    [[1, 2]],
  ])('lets %j through', async (answer) => {
    expect(await ensureOk(answer)).toBe(answer)
  })
})

describe('parsers of an app', () => {
  const parseFault: BodyParser = (body) =>
    typeof body === 'object' && body !== null && 'fault' in body
      ? { code: 'MINE', issues: [{ fieldName: 'to' }] }
      : undefined
  const fault = { fault: true }

  it.each([
    ['ensureOk', () => failureOf(ensureOk(Response.json(fault, { status: 409 })))],
    ['readApiError', () => readApiError(Response.json(fault, { status: 409 }))],
    [
      'readApiError of an error that holds the answer',
      () => readApiError({ response: Response.json(fault, { status: 409 }) }),
    ],
  ])('see a body that %s has read', async (_, fail) => {
    const thrown = await fail()
    expect(normalizeError(thrown)).toMatchObject({ code: 'HTTP_409' })
    const error = normalizeError(thrown, { parsers: [parseFault] })
    expect(error).toMatchObject({ code: 'MINE', status: 409, issues: [{ fieldName: 'to' }] })
  })
})
