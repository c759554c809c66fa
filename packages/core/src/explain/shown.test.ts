import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  listTexts,
  shown,
  shownBusinessTime,
  shownDate,
  shownDays,
  shownDuration,
  shownElapsedTime,
  shownMoment,
  shownPart,
  shownPercent,
  shownSmall,
  shownSpans,
  shownZonedMoment,
} from '../explain.js'
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

describe('shownBusinessTime and shownElapsedTime', () => {
  it.each([
    [0, '0 min', '0 min', '0 分钟'],
    [59, '59 s', '59 s', '59 秒'],
    [9000, '2 h 30 min', '2 h 30 min', '2 小时 30 分钟'],
    [86_400, '24 h', '1 d', '1 天'],
    [97_205, '27 h 5 s', '1 d 3 h 5 s', '1 天 3 小时 5 秒'],
    [36_000_000, '10000 h', '416 d 16 h', '416 天 16 小时'],
    [0.5, '0.5 s', '0.5 s', '0.5 秒'],
    [0.0001, '<0.001 s', '<0.001 s', '<0.001 秒'],
    [61.1, '1 min 1.1 s', '1 min 1.1 s', '1 分钟 1.1 秒'],
    [59.9996, '1 min', '1 min', '1 分钟'],
    [3599.9994, '59 min 59.999 s', '59 min 59.999 s', '59 分钟 59.999 秒'],
  ])('show %d seconds as %s, elapsed as %s', (seconds, business, elapsed, chinese) => {
    expect([shownBusinessTime(seconds, en), shownElapsedTime(seconds, en), shownElapsedTime(seconds, zhCN)]).toEqual([business, elapsed, chinese])
  })

  it('show whole seconds as units that add up to them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), (seconds) => {
        const sizes = { d: 86_400, h: 3600, min: 60, s: 1 }
        const units = shownElapsedTime(seconds, en).matchAll(/(\d+) (d|h|min|s)\b/g)
        expect([...units].reduce((sum, [, number, unit]) => sum + Number(number) * sizes[unit as 's'], 0)).toBe(seconds)
      }),
    )
  })
})

describe('shownDate, shownMoment and shownZonedMoment', () => {
  it.each([
    ['2026-01-05T09:00:00+08:00', 'Mon 2026-01-05 09:00', '2026-01-05（周一）09:00', 'UTC+08:00'],
    ['2026-01-11T09:00Z', 'Sun 2026-01-11 09:00', '2026-01-11（周日）09:00', 'UTC+00:00'],
    ['1900-01-01T00:00:07.25+08:05:43', 'Mon 1900-01-01 00:00:07.25', '1900-01-01（周一）00:00:07.25', 'UTC+08:05:43'],
  ])('show %s as %s', (moment, english, chinese, offset) => {
    expect([shownMoment(moment, en), shownMoment(moment, zhCN)]).toEqual([english, chinese])
    expect([shownZonedMoment(moment, en), shownZonedMoment(moment, zhCN)]).toEqual([`${english} (${offset})`, `${chinese}（${offset}）`])
    expect(english.startsWith(shownDate(moment.slice(0, 10), en))).toBe(true)
  })

  it('show what is none as it is', () => {
    expect([shownDate('soon', en), shownMoment('soon', en), shownZonedMoment('2026-01-05', zhCN)]).toEqual(['soon', 'soon', '2026-01-05'])
  })
})

describe('shownSpans', () => {
  const span = (fromLocal: string, toLocal: string, seconds: number) => ({ fromLocal, toLocal, seconds, counted: true })

  it('shows midnight as the end of a date, and a date only where it is another', () => {
    const spans = [
      span('2026-01-05T22:00:00+08:00', '2026-01-06T00:00:00+08:00', 7200),
      span('2026-01-06T00:00:00+08:00', '2026-01-07T00:00:00+08:00', 86_400),
      span('2026-01-07T00:00:00+08:00', '2026-01-09T00:00:00+08:00', 172_800),
      span('2026-01-09T00:00:00+08:00', '2026-01-09T01:00:00+08:00', 3600),
      span('2026-01-09T01:00:00+08:00', '2026-01-10T02:00:00+08:00', 90_000),
    ]
    expect(shownSpans(spans, () => 'x', en)).toEqual([
      'Mon 2026-01-05, 22:00 to 24:00: 2 h counted (x).',
      'Tue 2026-01-06, all day: 24 h counted (x).',
      'Wed 2026-01-07 to Thu 2026-01-08, all day: 48 h counted (x).',
      'Fri 2026-01-09, 00:00 to 01:00: 1 h counted (x).',
      '01:00 to Sat 2026-01-10 02:00: 25 h counted (x).',
    ])
  })

  it('shows offsets that change by odd seconds, and what is no moment as it is', () => {
    const changed = span('1900-12-31T00:00:00+08:05:43', '1901-01-01T12:00:00+08:00', 129_943)
    expect(shownSpans([changed, span('soon', 'later', 0)], () => 'x', zhCN)).toEqual([
      '1900-12-31（周一）00:00 至 1901-01-01（周二）12:00：计入 36 小时 5 分钟 43 秒（x）。其间时钟拨慢 5 分钟 43 秒，由 UTC+08:05:43 变为 UTC+08:00。',
      'soon – later：计入 0 分钟（x）。',
    ])
  })
})
