import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listTexts, shown, shownDays, shownDuration, shownPart, shownPercent, shownSmall } from '../explain.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

describe('listTexts', () => {
  const texts = Array.from({ length: 23 }, (_, index) => `t${index}`)

  it('names up to twenty members', () => {
    expect(listTexts([], en)).toBe('')
    expect(listTexts(['a'], en)).toBe('a')
    expect(listTexts(['a', 'b'], en)).toBe('a, b')
    expect(listTexts(['a', 'b'], zhCN)).toBe('a、b')
    expect(listTexts(texts.slice(0, 20), en)).toMatch(/^t0, t1, .*, t19$/)
  })

  it('says of more than twenty how many more there are', () => {
    expect(listTexts(texts, en)).toBe(`${texts.slice(0, 20).join(', ')}, 3 more`)
    expect(listTexts(texts, zhCN)).toBe(`${texts.slice(0, 20).join('、')}、另有 3 个`)
  })
})

describe('shown', () => {
  it.each([
    ['-0.5', '−0.5'],
    ['12', '12'],
    ['0', '0'],
  ])('shows %s as %s', (value, text) => {
    expect(shown(value)).toBe(text)
  })
})

describe('shownDuration', () => {
  it.each([
    ['P1D', '1 day', '1 天'],
    ['P10D', '10 days', '10 天'],
    ['P0D', '0 days', '0 天'],
    ['P2W', '2 weeks', '2 周'],
    ['P1Y2M', '1 year, 2 months', '1 年 2 个月'],
    ['soon', 'soon', 'soon'],
  ])('says %s in words', (duration, english, chinese) => {
    expect([shownDuration(duration, en), shownDuration(duration, zhCN)]).toEqual([english, chinese])
  })
})

describe('shownPercent', () => {
  it.each([
    [0, '0'],
    [1, '100'],
    [0.5, '50'],
    [2 / 3, '66.67'],
    [0.00005, '0.01'],
    [0.00004, '<0.01'],
    [5e-324, '<0.01'],
    [0.99994, '99.99'],
    [0.99996, '>99.99'],
    [1 - 2 ** -53, '>99.99'],
  ])('shows %d as %s', (share, text) => {
    expect(shownPercent(share)).toBe(text)
  })

  it('shows 0 and 100 of 0 and 1 alone', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(shownPercent(share) === '0').toBe(share === 0)
        expect(shownPercent(share) === '100').toBe(share === 1)
      }),
    )
  })
})

describe('shownSmall', () => {
  it.each([
    [0, '0'],
    [12.3456, '12.346'],
    [0.0625, '0.063'],
    [0.0005, '0.001'],
    [0.0004, '<0.001'],
    [5e-324, '<0.001'],
  ])('shows %d as %s', (value, text) => {
    expect(shownSmall(value)).toBe(text)
  })
})

describe('shownDays', () => {
  it.each([
    [0, '0 days', '0 天'],
    [1, '1 day', '1 天'],
    [30, '30 days', '30 天'],
  ])('says %d in words', (number, english, chinese) => {
    expect([shownDays(number, en), shownDays(number, zhCN)]).toEqual([english, chinese])
  })
})

describe('shownPart', () => {
  const large = `1${'0'.repeat(40)}`

  it.each([
    ['0', '0', '0'],
    ['1', '0', '0'],
    ['0', '9', '0'],
    ['9.00', '9', '100'],
    ['1', '3', '33.33'],
    ['1', '100000', '<0.01'],
    ['99999', '100000', '>99.99'],
    ['1', `1${'0'.repeat(900)}`, '<0.01'],
    [large.replace('1', '9'), `${large.replace('1', '9').slice(0, -1)}1`, '>99.99'],
  ])('shows %s of %s as %s', (part, whole, text) => {
    expect(shownPart(part, whole)).toBe(text)
  })
})
