import { describe, expect, it } from 'vitest'
import { formatShare, groupThousands, padDecimals } from './formatNumber.js'
import { languages } from './languages.js'
import { listTexts } from './listTexts.js'
import type { Texts } from './types.js'

const en = languages.get('en') as Texts
const zhCN = languages.get('zh-CN') as Texts

/** The placeholders of every template, by its path. */
function placeholders(value: unknown, path = ''): [string, string[]][] {
  if (typeof value === 'string') return [[path, (value.match(/\{\w+\}/g) ?? []).sort()]]
  return Object.entries(value as object).flatMap(([key, part]) => placeholders(part, `${path}.${key}`))
}

describe('the two languages', () => {
  const { core, scoring, credit, funnel, tiering, ...own } = en
  it('fill in the same facts', () => {
    const { core, scoring, credit, funnel, tiering, ...other } = zhCN
    expect(placeholders(other)).toEqual(placeholders(own))
  })
  it('leave nothing untranslated', () => {
    expect(placeholders(zhCN.page).length).toBeGreaterThan(50)
    expect(Object.keys(zhCN.page).filter((key) => zhCN.page[key as keyof Texts['page']] === en.page[key as keyof Texts['page']])).toEqual([])
  })
})

describe('figures for people', () => {
  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['-1234567.50', '−1,234,567.50'],
    ['123456789012345678901234567890.01', '123,456,789,012,345,678,901,234,567,890.01'],
  ])('show %s as %s', (value, shown) => expect(groupThousands(value)).toBe(shown))

  it.each([
    ['9800', 2, '9800.00'],
    ['-0.5', 2, '-0.50'],
    ['7', 0, '7'],
    ['1.25', 2, '1.25'],
  ] as const)('write %s with %i decimal places as %s', (value, digits, written) => expect(padDecimals(value, digits)).toBe(written))

  it('show shares as percentages', () => {
    expect([0.6497, 1, 0, null, -0.25].map(formatShare)).toEqual(['65.0%', '100.0%', '0.0%', '–', '−25.0%'])
  })

  it('name the first of a long list', () => {
    expect(listTexts(['A', 'B'], en)).toBe('A, B')
    expect(
      listTexts(
        Array.from({ length: 12 }, (_, index) => index),
        zhCN,
      ),
    ).toBe('0、1、2、3、4、5、6、7、8、9、另有 2 个')
  })
})
