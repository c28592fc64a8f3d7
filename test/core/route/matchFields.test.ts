import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFieldMatcher, type FieldRequest } from '../../../src/core/route/matchFields.js'
import { nearestName } from '../../../src/core/route/nearestName.js'

const titled = (name: string) => [`${JSON.stringify(name.slice(0, 20))} (${name.length})`, name] as const

/** What one row says: the form's fields, the server's FieldName, and the fields that it marks. */
type Row = readonly [fact: string, fields: string, fieldName: string, marked: string]

const listOf = (text: string) => text.split(' ').filter(Boolean)

function match(
  fields: readonly string[],
  request: Partial<FieldRequest>,
  aliases?: Record<string, string>,
): readonly string[] {
  const matcher = createFieldMatcher(fields, aliases && new Map(Object.entries(aliases)))
  return matcher.match({ fieldName: undefined, impliedFields: [], group: false, serverMessage: undefined, ...request })
}

/** Checks rows; fields and marked fields are divided by spaces. */
function check(rows: readonly Row[], request: Partial<FieldRequest> = {}, aliases?: Record<string, string>): void {
  test.each(rows)('%s: [%s] %j → [%s]', (_fact, fields, fieldName, marked) => {
    expect(match(listOf(fields), { fieldName, ...request }, aliases)).toEqual(listOf(marked))
  })
}

describe('an exact name', () => {
  check([
    ['is found', 'To From', 'To', 'To'],
    ['wins over names that fold alike', 'to TO To', 'To', 'To'],
    ['wins over a path', 'a.b b', 'b', 'b'],
    ['may hold any separator', 'To,From To From', 'To,From', 'To,From'],
    ['registered twice is returned once', 'to to', 'to', 'to'],
    ['without letters is found', '0 1', '1', '1'],
  ])
})

describe('a folded name', () => {
  check([
    ['ignores case', 'deliveryReceipt', 'DeliveryReceipt', 'deliveryReceipt'],
    ['ignores underscores', 'attributionSource', 'Attribution_Source', 'attributionSource'],
    ['ignores underscores of the field', 'Attribution_Source', 'attributionSource', 'Attribution_Source'],
    ['ignores hyphens', 'webhook-uri', 'WebhookUri', 'webhook-uri'],
    ['is snake case', 'time_zone', 'TimeZone', 'time_zone'],
    ['ignores spaces inside and around', 'firstName', ' First Name ', 'firstName'],
    ['writes [0] as .0', 'items.0.sku', 'Items[0].Sku', 'items.0.sku'],
    ['writes .0 as [0]', 'items[0].sku', 'Items.0.Sku', 'items[0].sku'],
    ['is a bracket path', 'items.0.sku', 'items[0][sku]', 'items.0.sku'],
    ['begins with a bracket', 'id.0', '[id][0]', 'id.0'],
    ['has a key in brackets', 'prices.eur.amount', 'Prices[EUR].Amount', 'prices.eur.amount'],
    ['has a quoted key in brackets', 'prices.eur', `Prices["EUR"]`, 'prices.eur'],
    ['is a JSONPath', 'address.street', '$.Address.Street', 'address.street'],
    ['is a JSON pointer with #', 'address.street', '#/address/street', 'address.street'],
    ['is a JSON pointer', 'items.0.sku', '/items/0/sku', 'items.0.sku'],
    ['is a pointer with escapes', 'a/b~c', '#/a~1b~0c', 'a/b~c'],
    ['is a pointer with percent codes', 'größe', '#/gr%C3%B6%C3%9Fe', 'größe'],
    ['is a pointer with a broken percent code', 'a%zz', '#/a%zz', 'a%zz'],
    ['keeps its position', 'items.0.sku items.1.sku', 'Items[1].Sku', 'items.1.sku'],
    ['does not take another position', 'items.1.sku', 'Items[0].Sku', ''],
    ['is not ambiguous', 'first_name firstName', 'FirstName', ''],
    ['without [] prefers the list itself', 'tags tags.0 tags.1', 'Tags', 'tags'],
    ['with empty parts is read without them', 'a.b', 'a..b.', 'a.b'],
  ])
})

describe('a name without positions', () => {
  check([
    [
      'finds the only row',
      'sipTrunkIpAddresses.0.ipAddress',
      'SipTrunkIpAddresses[].IpAddress',
      'sipTrunkIpAddresses.0.ipAddress',
    ],
    [
      'finds the only row in brackets',
      'sipTrunkIpAddresses[0].ipAddress',
      'SipTrunkIpAddresses[].IpAddress',
      'sipTrunkIpAddresses[0].ipAddress',
    ],
    ['finds none of several rows', 'ips.0.ip ips.1.ip', 'Ips[].Ip', ''],
    ['is the field for each row', 'items[].sku', 'Items[3].Sku', 'items[].sku'],
    ['is the field for each value of a list', 'scopes', 'Scopes[2]', 'scopes'],
    ['needs no brackets', 'ips.0.ip', 'Ips.Ip', 'ips.0.ip'],
    ['is the one row deep inside', 'a.0.b.0.c', 'A[].B[].C', 'a.0.b.0.c'],
  ])
})

describe('an alias', () => {
  const aliases = {
    Recipient: 'to',
    'Caller-Id': 'From',
    'Meta.Ref': 'reference',
    Gone: 'absent',
    To: 'copy',
    ['9'.repeat(300)]: 'to',
    _: 'to',
  }
  check(
    [
      ['leads to its field', 'to', 'Recipient', 'to'],
      ['is folded', 'to', 'recipient', 'to'],
      ['leads to a field of another spelling', 'from', 'callerId', 'from'],
      ['is a path', 'reference', 'meta[ref]', 'reference'],
      ['to a field that is not there finds none', 'to', 'Gone', ''],
      ['comes after the folded name', 'to copy', 'TO', 'to'],
      ['comes before the last segment', 'reference x.ref', 'Meta.Ref', 'reference'],
      ['can be a part of several names', 'to from', 'Recipient,From', 'to from'],
      ['decides between names that fold alike', 'co-py copy', 'To', 'copy'],
      ['is found at the end of a path', 'to', 'Message.Recipient', 'to'],
      ['without a letter does not take every name without one', 'to', '__', ''],
    ],
    {},
    aliases,
  )

  test('is used for implied fields', () => {
    expect(match(['phone'], { impliedFields: ['To', 'From'] }, { To: 'phone' })).toEqual(['phone'])
  })

  test('is used for names in the message', () => {
    expect(match(['phone'], { serverMessage: "'Recipient' is required" }, { Recipient: 'phone' })).toEqual(['phone'])
  })

  test('counts first where two fold alike', () => {
    expect(match(['x', 'y'], { fieldName: 'AB' }, { a_b: 'x', ab: 'y' })).toEqual(['x'])
  })

  test('never leads to a name that is not registered', () => {
    expect(match(['to'], { fieldName: 'a' }, { a: 'b', b: 'a', c: '__proto__' })).toEqual([])
  })
})

describe('the last segment', () => {
  check([
    ['of the server finds the field', 'street city', 'Address.Street', 'street'],
    ['of the field is found', 'address.street address.city', 'Street', 'address.street'],
    ['of a row is found', 'allowed.0.countryCode', 'CountryCode', 'allowed.0.countryCode'],
    ['of two fields is neither', 'billing.street shipping.street', 'Street', ''],
    ['of two fields is neither, even if one stands alone', 'street billing.street', 'Address.Street', ''],
    ['of another parent is not meant', 'billing.street', 'Shipping.Street', ''],
    ['and its parent are found together', 'address.street', 'Customer.Address.Street', 'address.street'],
    ['and its row are found together', 'items.0.sku items.1.sku', '/data/attributes/items/1/sku', 'items.1.sku'],
    ['is found with spaces around', 'street', ' Address.Street ', 'street'],
    ['comes after a prefix', 'to', 'request.body.To', 'to'],
    ['is not a position', 'tags.0', '0', ''],
    ['is not a parent', 'address.street', 'Address', ''],
  ])
})

describe('several names in one FieldName', () => {
  const separators = [
    ',',
    ', ',
    ' , ',
    ';',
    '; ',
    '|',
    ' | ',
    '/',
    ' / ',
    '&',
    ' & ',
    ' ',
    '\n',
    '\t',
    '+',
    ':',
    '、',
    ',/',
    ' or ',
    ' and ',
    ' OR ',
    ' and/or ',
    ', or ',
    'Or',
    'And',
    '_or_',
  ]

  test.each(separators)('are divided by %j, whatever the code', (separator) => {
    expect(match(['text', 'from', 'to'], { fieldName: `To${separator}From` })).toEqual(['from', 'to'])
  })

  check([
    ['are three', 'a1 b1 c1 d1', 'C1, A1 or B1', 'a1 b1 c1'],
    ['are a JSON list', 'to from', '["To","From"]', 'to from'],
    ['are quoted', 'to from', `'To' or 'From'`, 'to from'],
    ['are paths', 'items.0.sku items.1.sku', 'Items[0].Sku,Items[1].Sku', 'items.0.sku items.1.sku'],
    ['are pointers', 'to from', '#/To,#/From', 'to from'],
    ['are JSONPaths', 'to from', '$.To,$.From', 'to from'],
    ['have a parent each', 'to from', 'Message.To,Message.From', 'to from'],
    ['have a parent each, and a space between', 'to from', 'Message.To Message.From', 'to from'],
    ['have a parent each, and a slash between', 'to from', 'Message.To/Message.From', 'to from'],
    ['are found by their last segments', 'message.to message.from', 'To,From', 'message.to message.from'],
    ['have hyphens', 'first-name last-name', 'first-name,last-name', 'first-name last-name'],
    ['are one, twice', 'to', 'To,To', 'to'],
    ['are one with a comma', 'to', 'To,', 'to'],
    ['are only divided if each is known', 'to from', 'To,Unknown', ''],
    ['are only divided if each is certain', 'to a.from b.from', 'To,From', ''],
    ['with markup are not divided', 'to', 'To,<script>', ''],
    ['without a separator are not divided unless the code binds fields', 'phone number', 'PhoneNumber', ''],
    ['are not words such as vendor and brand', 'vend br', 'Vendor,Brand', ''],
  ])
})

describe('several names of a group without a separator', () => {
  check(
    [
      ['are divided', 'to from text', 'ToFrom', 'to from'],
      ['are three', 'to from text', 'TextFromTo', 'to from text'],
      ['are snake case', 'to from', 'to_from', 'to from'],
      ['are longer names', 'forwardToSms forwardToEmail', 'ForwardToSmsForwardToEmail', 'forwardToSms forwardToEmail'],
      ['need a step back from the longest', 'ab abc cd', 'abcd', 'ab cd'],
      ['are found by their last segments', 'message.to message.from', 'ToFrom', 'message.to message.from'],
      ['that can be read in two ways are not divided', 'ab abc cd d1 cd1 d', 'abcd1', ''],
      ['that can be read in two ways at the start are not divided', 'ab cd abcd ef', 'abcdef', ''],
      ['must cover all of it', 'to from', 'ToFromX', ''],
      ['are not single letters', 'a b', 'ba', ''],
      ['are not divided where one name matches', 'phone number phoneNumber', 'PhoneNumber', 'phoneNumber'],
    ],
    { group: true },
  )
})

describe('a single name of a group', () => {
  test('marks just that field', () => {
    expect(
      match(['Number', 'PropertySid'], { fieldName: 'Number', impliedFields: ['Number', 'PropertySid'], group: true }),
    ).toEqual(['Number'])
  })

  test('that is not in the form leaves the fields that the code implies', () => {
    expect(
      match(['Number'], { fieldName: 'PropertySid', impliedFields: ['Number', 'PropertySid'], group: true }),
    ).toEqual(['Number'])
  })
})

describe('a name in the message', () => {
  const form = 'to from text number routingMethod flow attributionSource items.0.sku'
  const rows: readonly (readonly [message: string, marked: string])[] = [
    ["Parameter 'To' is required", 'to'],
    ["Parameter 'to' is required", 'to'],
    ['Parameter "From" is required', 'from'],
    ['Parameter `Text` is required', 'text'],
    ['Parameter ‘Text’ is too long', 'text'],
    ['Parameter “Text” is too long', 'text'],
    ["The client's 'To' isn't valid", 'to'],
    ["'Items[0].Sku' is required", 'items.0.sku'],
    ['Items[0].Sku is required', 'items.0.sku'],
    ['Attribution_Source is too long', 'attributionSource'],
    ['the attributionSource is too long', 'attributionSource'],
    ['Parameter To is required', 'to'],
    ['The To field is required.', 'to'],
    ['Text is too long: at most 1600 characters', 'text'],
    ['Text: at most 1600 characters', 'text'],
    ['From cannot be empty', 'from'],
    ["The 'To' Number is not valid", 'to'],
    ['It needs to come from you', ''],
    ['Nothing to send', ''],
    ['To send a message, buy a subscription', ''],
    ['Sorry. From now on this is closed', ''],
    ['TEXT EXCEEDS LIMIT', ''],
    ['The text is too long', ''],
    ["Parameters 'To' and 'From' cannot be equal", ''],
    ["RoutingMethod must be 'Endpoint' or 'Flow'", ''],
    ["'Unknown' is required", ''],
    ["'T' is required", ''],
    ['Tomorrow is Fromage', ''],
    ['', ''],
  ]

  test.each(rows)('%j → [%s]', (serverMessage, marked) => {
    expect(match(listOf(form), { serverMessage })).toEqual(listOf(marked))
  })

  test.each([
    ["At least one of 'To' or 'Text' must be given", 'to text'],
    ['At least one of To, From or Text must be given', 'to from text'],
    ["One of 'To', 'Unknown' is required", 'to'],
    ['EndpointNumber conflicts with RoutingMethod=Flow', 'routingMethod flow'],
    ['RoutingMethod and attributionSource conflict. See Text', 'routingMethod attributionSource'],
  ])('%j of a group → [%s]', (serverMessage, marked) => {
    expect(match(listOf(form), { serverMessage, group: true })).toEqual(listOf(marked))
  })

  test.each([
    ['is not read where the FieldName matches', 'from', 'from'],
    ['is read where the FieldName matches no field', 'Recipient', 'to'],
    ['is read where the FieldName is empty', '', 'to'],
    ['is read where the FieldName is blank', ' ', 'to'],
  ])('%s', (_fact, fieldName, marked) => {
    expect(match(['to', 'from'], { fieldName, serverMessage: "'To' is not valid" })).toEqual([marked])
  })

  test('is not taken where the FieldName in the message is not in the form', () => {
    expect(
      match(['to'], { fieldName: 'Schedule', serverMessage: "'Schedule' is required when 'To' is given" }),
    ).toEqual([])
  })

  test('wins over an implied field', () => {
    expect(match(['to', 'from'], { serverMessage: "'To' is not a number", impliedFields: ['From'] })).toEqual(['to'])
  })

  test('beyond its first 500 characters is not read', () => {
    expect(match(['to'], { serverMessage: `${'x'.repeat(500)} 'To' is required` })).toEqual([])
  })
})

describe('the fields that the code implies', () => {
  const phones = ['To', 'From', 'Number', 'EndpointNumber']
  const rows: readonly (readonly [
    fact: string,
    fields: string,
    implied: readonly string[],
    group: boolean,
    marked: string,
  ])[] = [
    ['are marked if there is one', 'email password', ['Email', 'ForwardToEmail'], false, 'email'],
    ['are folded', 'time_zone', ['TimeZone'], false, 'time_zone'],
    ['are found by their last segment', 'allowed.0.countryCode', ['CountryCode'], false, 'allowed.0.countryCode'],
    ['are none if several fit', 'to from', phones, false, ''],
    ['are none if one fits and another is ambiguous', 'messages.0.to messages.1.to from', phones, false, ''],
    ['are all of a group', 'propertySid number name', ['Number', 'PropertySid'], true, 'propertySid number'],
    ['are the ones of a group that are there', 'number name', ['Number', 'PropertySid'], true, 'number'],
    ['are none of a group with an ambiguous one', 'a.number b.number propertySid', ['Number', 'PropertySid'], true, ''],
    ['are none if none is there', 'name', phones, false, ''],
    ['are none without fields', '', phones, true, ''],
  ]

  test.each(rows)('%s: [%s] %j, group %s → [%s]', (_fact, fields, impliedFields, group, marked) => {
    expect(match(listOf(fields), { impliedFields, group })).toEqual(listOf(marked))
  })

  test('are used where the FieldName is unknown', () => {
    expect(match(['email'], { fieldName: 'mail_address', impliedFields: ['Email'] })).toEqual(['email'])
  })

  test('are not used where the server names another of them', () => {
    expect(match(['email'], { fieldName: 'ForwardToEmail', impliedFields: ['Email', 'ForwardToEmail'] })).toEqual([])
  })

  test('are used where the message names several', () => {
    const request = { serverMessage: "RoutingMethod must be 'Endpoint' or 'Flow'", impliedFields: ['RoutingMethod'] }
    expect(match(['routingMethod', 'flow'], request)).toEqual(['routingMethod'])
  })
})

describe('a hostile name', () => {
  const hostile = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '"]*{}',
    '(a+)+$',
    '\\',
    '\0',
    '\uD800',
    '😀',
    '[',
    ']',
    '[]',
    '.',
    '#/',
    '/',
    '$',
    '%',
    '~',
    '',
    ' ',
    'a'.repeat(10_000),
    'a.'.repeat(10_000),
    `a${'[0]'.repeat(10_000)}`,
    '['.repeat(10_000),
    'To,'.repeat(3_333),
  ]

  test.each(hostile.map(titled))('finds nothing in an ordinary form: %s', (_title, fieldName) => {
    const marked = fieldName.startsWith('To,') ? ['to'] : []
    expect(match(['to', 'from'], { fieldName, serverMessage: fieldName, impliedFields: [fieldName] })).toEqual(marked)
    expect(match(['to', 'from'], { fieldName, group: true })).toEqual(marked)
  })

  test.each(hostile.filter(Boolean).map(titled))('is found if it is registered: %s', (_title, fieldName) => {
    expect(match(['to', fieldName], { fieldName })).toEqual([fieldName])
  })

  test('of more than 200 characters is only found exactly', () => {
    const long = 'x'.repeat(201)
    expect(match([long], { fieldName: long.toUpperCase() })).toEqual([])
    expect(match([long], { fieldName: `${long}y` })).toEqual([])
  })

  test('is folded as a word where it is an ordinary one', () => {
    expect(match(['Proto'], { fieldName: '__proto__' })).toEqual(['Proto'])
  })

  test('takes bounded work', () => {
    const fields = [...Array.from({ length: 500 }, (_, index) => `rows.${index}.field`), 'ab', 'Xy']
    const matcher = createFieldMatcher(fields)
    const start = performance.now()
    for (const fieldName of ['ab'.repeat(100), 'a.'.repeat(99), 'ab,'.repeat(1e6), '['.repeat(1e6), '\n'.repeat(1e6)]) {
      matcher.match({ fieldName, impliedFields: [], group: true, serverMessage: "'ab' Xy ".repeat(1e5) })
    }
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('any input', () => {
  const piece = fc.constantFrom(
    'to',
    'To',
    'FROM',
    'text',
    'Flow',
    'items',
    '0',
    '1',
    '[]',
    '[0]',
    '.',
    ',',
    ' or ',
    '_',
    '#/',
    '$.',
    "'",
    ' ',
    '\uD800',
    '__proto__',
  )
  const name = fc.oneof(
    fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  )
  const names = fc.array(name, { maxLength: 8 })
  const request = fc.record({
    fieldName: fc.option(name, { nil: undefined }),
    impliedFields: names,
    group: fc.boolean(),
    serverMessage: fc.option(name, { nil: undefined }),
  })
  const aliases = fc.array(fc.tuple(name, name), { maxLength: 4 }).map((entries) => new Map(entries))

  test('marks registered names only, each once, in their order', () => {
    fc.assert(
      fc.property(names, request, aliases, (fields, one, others) => {
        const marked = createFieldMatcher(fields, others).match(one)
        expect([...new Set(fields)].filter((field) => marked.includes(field))).toEqual(marked)
      }),
      { numRuns: 1000 },
    )
  })

  test('has an exact match that always wins', () => {
    fc.assert(
      fc.property(names, name, request, aliases, (fields, fieldName, one, others) => {
        expect(createFieldMatcher([...fields, fieldName], others).match({ ...one, fieldName })).toEqual([fieldName])
      }),
    )
  })

  test('gets the same answer each time', () => {
    fc.assert(
      fc.property(names, fc.array(request, { maxLength: 4 }), (fields, requests) => {
        const matcher = createFieldMatcher(fields)
        const fresh = requests.map((one) => createFieldMatcher(fields).match(one))
        expect(requests.map((one) => matcher.match(one))).toEqual(fresh)
        expect(requests.map((one) => matcher.match(one))).toEqual(fresh)
      }),
    )
  })

  test('without a group or several names marks one field at most', () => {
    fc.assert(
      fc.property(
        names,
        fc.string({ unit: fc.constantFrom('t', 'o', 'T', 'O', 'f', '_', '[', ']', '.') }),
        request,
        (fields, fieldName, one) => {
          expect(createFieldMatcher(fields).match({ ...one, fieldName, group: false }).length).toBeLessThan(2)
        },
      ),
    )
  })
})

describe('nearestName', () => {
  const rows: readonly (readonly [name: string, names: string, nearest: string | undefined])[] = [
    ['PhoneNumbr', 'email phoneNumber', 'phoneNumber'],
    ['Form', 'to from text', 'from'],
    ['Phone', 'email phoneNumber', 'phoneNumber'],
    ['CustomerEmail', 'email_address phone', 'email_address'],
    ['Adress.Street', 'address.street address.city', 'address.street'],
    ['MessageSid', 'accountSid propertySid', undefined],
    ['Recipient', 'to from', undefined],
    ['', 'to', undefined],
    ['__proto__', 'to', undefined],
  ]

  test.each(rows)('of %j among [%s] is %s', (name, names, nearest) => {
    expect(nearestName(name, listOf(names))).toBe(nearest)
  })

  test('of a very long name is none', () => {
    expect(nearestName('x'.repeat(10_000), ['to', 'x'])).toBeUndefined()
  })

  test('is registered or undefined, whatever the names', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(text, fc.array(text), (name, names) => {
        expect([undefined, ...names]).toContain(nearestName(name, names))
      }),
    )
  })
})
