import { version } from 'react'
import { expect, it } from 'vitest'

it('runs on the React that was asked for', () => {
  expect(version.split('.')[0]).toBe(process.env.REACT ?? '19')
})
