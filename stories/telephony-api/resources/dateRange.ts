import type { Fields } from '../Fields.js'

/** Reads a pair of dates, and notes if they are in the wrong order. */
export function readDateRange(query: Fields): { readonly start: string; readonly end: string } {
  const start = query.text('StartDate', { format: 'date' }) ?? '0000-01-01'
  const end = query.text('EndDate', { format: 'date' }) ?? '9999-12-31'
  if (start > end) {
    query.add('INVALID_DATE_RANGE', `StartDate ${start} is later than EndDate ${end}.`, 'StartDate', 'EndDate')
  }
  return { start, end }
}
