import { shownPercent } from '@clientele/core/explain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { shownPercentTo, shownShareTo, tellApart } from './tellApart.js'

describe('tellApart', () => {
  it.each([
    [0.2, 0.15, ['20', '15']],
    [0.3, 0.3, ['30', '30']],
    [0.3, 0.300001, ['30', '30.0001']],
    [1 / 3, 0.33333, ['33.3333', '33.333']],
    [0, 0.000001, ['0', '<0.01']],
    [0.000001, 0.000002, ['0.0001', '0.0002']],
    [1, 0.999999, ['100', '>99.99']],
    [0.999999, 0.999998, ['99.9999', '99.9998']],
    // So many digits would tell nobody anything.
    [1e-20, 2e-20, ['<0.01', '<0.01']],
  ])('tells %d and %d as %j', (one, other, told) => {
    expect(tellApart(one, other, shownPercentTo)).toEqual(told)
  })

  it('shows percentages as everywhere else', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(shownPercentTo(share, 0)).toBe(shownPercent(share))
      }),
    )
    expect([en, zhCN].map((locale) => shownShareTo(0.000001, locale))).toEqual(['less than 0.01%', '不到 0.01%'])
    expect([en, zhCN].map((locale) => shownShareTo(0.999999, locale))).toEqual(['more than 99.99%', '超过 99.99%'])
    expect([en, zhCN].map((locale) => shownShareTo(0.125, locale, 1))).toEqual(['12.5%', '12.5%'])
  })
})
