import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageIds } from '../pages/pageIds.js'
import { COMMON_FIELDS, readAddress } from './readAddress.js'
import type { Address } from './types.js'
import { writeAddress } from './writeAddress.js'

const read = (hash: string, search = '', languages: readonly string[] = []) => readAddress({ hash, search, languages })

describe('a link', () => {
  it('holds what differs from the example, and nothing else', () => {
    const address: Address = {
      page: 'terms',
      language: 'zh-CN',
      isLarge: false,
      areAnswersShown: false,
      fields: { terms: '2/10, N/30', amount: '10000' },
    }
    expect(writeAddress(address, { terms: '2/15, 1/20, N/30', amount: '10000' })).toBe('#/terms?lang=zh-CN&terms=2/10,+N/30')
    expect(writeAddress({ ...address, page: 'home', fields: {}, isLarge: true, areAnswersShown: true }, {})).toBe(
      '#/?lang=zh-CN&large=yes&answers=shown',
    )
  })

  it('restores everything, whatever was typed', () => {
    const field = fc.string({ unit: 'binary', maxLength: 20 }).filter((name) => !COMMON_FIELDS.includes(name))
    // A link is Unicode: half a pair is none.
    const text = fc.string({ unit: 'binary', maxLength: 50 })
    fc.assert(
      fc.property(
        fc.record({
          page: fc.constantFrom('home' as const, ...pageIds),
          language: fc.constantFrom('en' as const, 'zh-CN' as const),
          isLarge: fc.boolean(),
          areAnswersShown: fc.boolean(),
          fields: fc.dictionary(field, text, { noNullPrototype: true }),
        }),
        (address) => {
          const hash = new URL(writeAddress(address, {}), 'https://example.org/').hash
          expect(read(hash)).toEqual(address)
          expect(Object.keys(read(hash).fields).sort()).toEqual(Object.keys(address.fields).sort())
        },
      ),
    )
  })

  it('that says nothing of use is the first page, in the language of the browser', () => {
    for (const hash of ['', '#', '#/', '#/nothing', '#/__proto__', '#/constructor', '#terms/x', '#/%E0%A4%A', '#/home?x=%'])
      expect(read(hash, '', ['fr', 'zh-TW', 'en'])).toMatchObject({ page: 'home', language: 'zh-CN' })
  })
})

describe('the language', () => {
  it.each([
    ['#/?lang=zh', '', ['en'], 'zh-CN'],
    ['#/?lang=zh-Hant', '?lang=en', ['en'], 'zh-CN'],
    ['#/?lang=EN-us', '?lang=zh', ['zh'], 'en'],
    ['#/', '?lang=zh-CN', ['en'], 'zh-CN'],
    ['#/?lang=fr', '?lang=en', ['zh'], 'en'],
    ['#/?lang=fr', '', ['zh-SG', 'en'], 'zh-CN'],
    ['#/', '', ['fr', 'de'], 'en'],
    ['#/', '', ['english', 'zhu'], 'en'],
    ['#/', '', [], 'en'],
  ])('of %s%s with %j is %s', (hash, search, languages, language) => expect(read(hash, search, languages).language).toBe(language))
})
