import type { Country, Location } from './records.js'

/** Countries by ISO 3166-1 code. */
export const countries: ReadonlyMap<string, Country> = new Map(
  [
    { CountryCode: 'AQ', Name: 'Antarctica', Available: false },
    { CountryCode: 'AU', Name: 'Australia', Available: true },
    { CountryCode: 'BR', Name: 'Brazil', Available: true },
    { CountryCode: 'CN', Name: 'China', Available: true },
    { CountryCode: 'DE', Name: 'Germany', Available: true },
    { CountryCode: 'GB', Name: 'United Kingdom', Available: true },
    { CountryCode: 'NL', Name: 'Netherlands', Available: true },
    { CountryCode: 'US', Name: 'United States', Available: true },
  ].map((country) => [country.CountryCode, country]),
)

/** Places that geographical filters can resolve to. */
export const locations: readonly Location[] = [
  { CountryCode: 'GB', Region: 'England', City: 'London', PostalCode: 'EC1A' },
  { CountryCode: 'GB', Region: 'England', City: 'Leeds', PostalCode: 'LS1' },
  { CountryCode: 'GB', Region: 'Scotland', City: 'Edinburgh', PostalCode: 'EH1' },
  { CountryCode: 'NL', Region: 'Noord-Holland', City: 'Amsterdam', PostalCode: '1011' },
  { CountryCode: 'US', Region: 'New York', City: 'New York', PostalCode: '10001' },
]
