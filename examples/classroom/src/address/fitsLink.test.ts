import { expect, it } from 'vitest'
import { fitsLink, LONGEST_IN_LINK } from './fitsLink.js'
import { writeAddress } from './writeAddress.js'

it('counts a text as long as it is in a link', () => {
  expect(fitsLink('a'.repeat(LONGEST_IN_LINK / 2))).toBe(true)
  expect(fitsLink('a'.repeat(LONGEST_IN_LINK))).toBe(false)
  // Nine characters each.
  expect(fitsLink('客'.repeat(LONGEST_IN_LINK / 10))).toBe(true)
  expect(fitsLink('客'.repeat(LONGEST_IN_LINK / 8))).toBe(false)
})

it('leaves what is too long out of a link, and nothing else', () => {
  const fields = { csv: 'a\n'.repeat(LONGEST_IN_LINK), asOf: '2024-06-30' }
  expect(writeAddress({ page: 'rfm', language: 'en', isLarge: false, areAnswersShown: false, fields }, {})).toBe('#/rfm?lang=en&asOf=2024-06-30')
})
