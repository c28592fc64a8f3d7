import type { Fields } from '../Fields.js'
import { countries, locations } from '../geography.js'
import type { Location } from '../records.js'
import { fail, json } from '../respond.js'
import { route, type Context, type Route } from '../route.js'
import { capabilities, numberTypes } from '../vocabulary.js'
import { findCountry } from './find.js'
import { page } from './page.js'

/** Countries, locations, and the numbers on sale there. */
export const geographyRoutes: readonly Route[] = [
  route('GET', '/Countries', ({ query }) => page(query, 'Countries', countries.values())),
  route('GET', '/Countries/{CountryCode}', (_context, code) => json(findCountry(code))),
  route('GET', '/Locations', listLocations),
  route('GET', '/AvailableNumbers', listAvailableNumbers),
]

function listLocations({ query }: Context): Response {
  const code = query.requiredText('CountryCode', { format: 'country' })
  query.requireOneOf('Region', 'City', 'PostalCode')
  const filters = readFilters(query)
  query.raise()
  findCountry(code)
  return page(query, 'Locations', resolve(code, filters))
}

function listAvailableNumbers({ query, state }: Context): Response {
  const code = query.requiredText('CountryCode', { format: 'country' })
  const type = query.choice('NumberType', numberTypes, 'UNKNOWN_NUMBERTYPE')
  const capability = query.choice('Capability', capabilities, 'UNKNOWN_CAPABILITY')
  const filters = readFilters(query)
  query.raise()
  findCountry(code)
  const cities = hasFilter(filters) ? resolve(code, filters).map(({ City }) => City) : undefined
  const numbers = [...state.availableNumbers.values()].filter(
    (number) =>
      number.CountryCode === code &&
      (type === undefined || number.NumberType === type) &&
      (capability === undefined || number.Capabilities.includes(capability)) &&
      (cities?.includes(number.City) ?? true),
  )
  return page(query, 'AvailableNumbers', numbers)
}

type Filters = Readonly<Record<'Region' | 'City' | 'PostalCode', string | undefined>>

function readFilters(query: Fields): Filters {
  return { Region: query.text('Region'), City: query.text('City'), PostalCode: query.text('PostalCode') }
}

function hasFilter({ Region, City, PostalCode }: Filters): boolean {
  return (Region ?? City ?? PostalCode) !== undefined
}

function resolve(countryCode: string, { Region, City, PostalCode }: Filters): readonly Location[] {
  const found = locations.filter(
    (location) =>
      location.CountryCode === countryCode &&
      location.Region === (Region ?? location.Region) &&
      location.City === (City ?? location.City) &&
      location.PostalCode === (PostalCode ?? location.PostalCode),
  )
  if (found.length > 0) return found
  const given = [Region, City, PostalCode].filter((part) => part !== undefined).join(', ')
  return fail('LOCATION_NOT_FOUND', `No location in ${countryCode} matches all of: ${given}.`)
}
