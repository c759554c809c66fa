import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { type BusinessCalendar, traceBusinessTime } from '../business-time.js'
import { explainBusinessTime } from '../explain.js'
import { isInputError } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const lunch = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
] as const
const china: BusinessCalendar = {
  kind: 'business-calendar',
  id: 'china',
  version: '2026.1',
  title: { en: 'China office', 'zh-CN': '中国办事处' },
  zone: 'Asia/Shanghai',
  windows: { mon: lunch, tue: lunch, wed: lunch, thu: lunch, fri: lunch },
  closed: ['2026-01-01', '2026-01-02'],
  open: [{ date: '2026-01-04', windows: lunch }],
}
const always: BusinessCalendar['windows'] = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
)
const london: BusinessCalendar = { kind: 'business-calendar', id: 'always', version: 3, zone: 'Europe/London', windows: always }

const said = (from: string, to: string, calendar: BusinessCalendar, locale?: typeof zhCN) =>
  explainBusinessTime(traceBusinessTime(from, to, calendar), calendar, locale).sentences

describe('explainBusinessTime', () => {
  it('says span by span what counts, and why', () => {
    const [from, to] = ['2025-12-31T16:30:00+08:00', '2026-01-04T10:00:30+08:00'] as const
    expect(said(from, to, china)).toEqual([
      'By the calendar "China office" (version 2026.1), the business time from Wed 2025-12-31 16:30 to Sun 2026-01-04 10:00:30 (UTC+08:00) is 1 h 30 min 30 s.',
      'Wed 2025-12-31, 16:30 to 17:00: 30 min counted (opening hours).',
      '17:00 to 24:00: 7 h not counted (outside opening hours).',
      'Thu 2026-01-01, all day: 24 h not counted (closed on this date).',
      'Fri 2026-01-02, all day: 24 h not counted (closed on this date).',
      'Sat 2026-01-03, all day: 24 h not counted (weekday without opening hours).',
      'Sun 2026-01-04, 00:00 to 09:00: 9 h not counted (outside opening hours).',
      '09:00 to 10:00:30: 1 h 30 s counted (special hours of this date).',
    ])
    expect(said(from, to, china, zhCN)).toEqual([
      '按日历“中国办事处”（第 2026.1 版），2025-12-31（周三）16:30 至 2026-01-04（周日）10:00:30（UTC+08:00）的工作时间为 1 小时 30 分钟 30 秒。',
      '2025-12-31（周三）16:30 至 17:00：计入 30 分钟（工作时间）。',
      '17:00 至 24:00：不计 7 小时（工作时间之外）。',
      '2026-01-01（周四）全天：不计 24 小时（当日休息）。',
      '2026-01-02（周五）全天：不计 24 小时（当日休息）。',
      '2026-01-03（周六）全天：不计 24 小时（每周固定休息日）。',
      '2026-01-04（周日）00:00 至 09:00：不计 9 小时（工作时间之外）。',
      '09:00 至 10:00:30：计入 1 小时 30 秒（当日特定的工作时间）。',
    ])
  })

  it('says how far it goes back where the moments were given in reverse', () => {
    const [from, to] = ['2026-01-05T16:00:00+08:00', '2026-01-05T15:00:00+08:00'] as const
    expect(said(from, to, china)).toEqual([
      'By the calendar "China office" (version 2026.1), the business time from Mon 2026-01-05 16:00 (UTC+08:00) back to Mon 2026-01-05 15:00 is −1 h.',
      'Mon 2026-01-05, 15:00 to 16:00: 1 h counted (opening hours).',
    ])
    expect(said(from, to, china, zhCN)[0]).toBe(
      '按日历“中国办事处”（第 2026.1 版），由 2026-01-05（周一）16:00（UTC+08:00）倒推至 2026-01-05（周一）15:00，工作时间为 −1 小时。',
    )
  })

  it('says when the clocks go forward or back', () => {
    expect(said('2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z', london)).toEqual([
      'By the calendar "always" (version 3), the business time from Sat 2026-03-28 12:00 (UTC+00:00) to Sun 2026-03-29 13:00 (UTC+01:00) is 24 h.',
      'Sat 2026-03-28, 12:00 to Sun 2026-03-29 13:00: 24 h counted (opening hours). Meanwhile the clocks went forward by 1 h, from UTC+00:00 to UTC+01:00.',
    ])
    expect(said('2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z', london, zhCN)[1]).toBe(
      '2026-10-25（周日）全天：计入 25 小时（工作时间）。其间时钟拨慢 1 小时，由 UTC+01:00 变为 UTC+00:00。',
    )
  })

  it('says of one moment that there is no time', () => {
    expect(said('2026-01-05T16:00:00+08:00', '2026-01-05T08:00:00Z', china)).toEqual([
      'By the calendar "China office" (version 2026.1), the business time from Mon 2026-01-05 16:00 to Mon 2026-01-05 16:00 (UTC+08:00) is 0 min.',
    ])
  })

  it('refuses a trace of another calendar, also of the same version, and what is not as stated', () => {
    const trace = traceBusinessTime('2026-01-05T15:00:00+08:00', '2026-01-05T18:00:00+08:00', china)
    const [span] = trace.spans
    const issues = (value: unknown, calendar: unknown = china) => issuesOf(() => explainBusinessTime(value as never, calendar as never))
    expect(issues(trace, { ...china, version: '2026.2' })).toEqual([['other-policy', ['trace', 'policies']]])
    expect(issues(trace, { ...china, closed: ['2026-01-05'] })).toEqual([
      ['outdated-input', ['trace', 'seconds']],
      ['wrong-length', ['trace', 'spans']],
    ])
    expect(issues({ ...trace, spans: [span, { ...span }] })).toContainEqual(['outdated-input', ['trace', 'spans', 1, 'from']])
    expect(issues({ ...trace, from: '2026-01-05' })).toEqual([['not-a-moment', ['trace', 'from']]])
    expect(issues({ ...trace, seconds: Number.NaN })).toEqual([['wrong-type', ['trace', 'seconds']]])
    expect(issues({ ...trace, seconds: 7 })).toEqual([['outdated-input', ['trace', 'seconds']]])
    expect(issues(null, null)).toEqual([
      ['wrong-type', ['calendar']],
      ['wrong-type', ['trace']],
    ])
  })

  it('explains a trace without changing it, and a spoiled one or nothing at all', () => {
    const trace = traceBusinessTime('2026-01-02T15:00:00+08:00', '2026-01-05T18:00:00+08:00', china)
    const [frozen, calendar] = [deepFreeze(structuredClone(trace)), deepFreeze(structuredClone(china))]
    expect(explainBusinessTime(frozen, calendar)).toEqual(explainBusinessTime(JSON.parse(JSON.stringify(trace)), china))
    const counts = { explained: 0, refused: 0 }
    const changed = fc.oneof(
      spoil(trace).map((one) => [one, china]),
      spoil(china).map((one) => [trace, one]),
    )
    fc.assert(
      fc.property(changed, ([one, other]) => {
        try {
          for (const sentence of explainBusinessTime(one as never, other as never, zhCN).sentences) expect(sentence).not.toMatch(/[{]|undefined|NaN/)
          counts.explained += 1
        } catch (error) {
          if (!isInputError(error)) throw error
          counts.refused += 1
        }
      }),
      { numRuns: 200, seed: 10 },
    )
    expect(counts.refused).toBeGreaterThan(100)
    expect(counts.explained).toBeGreaterThan(5)
  })

  it('has nothing in it that is no word, whatever the zone and the moments', () => {
    const zone = fc.constantFrom('Asia/Shanghai', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/St_Johns', 'Asia/Kathmandu')
    const start = fc.integer({ min: Date.UTC(1890, 0), max: Date.UTC(2040, 0) })
    const length = fc.integer({ min: -20 * 86_400_000, max: 20 * 86_400_000 })
    fc.assert(
      fc.property(zone, start, length, fc.constantFrom(china, london), (id, from, span, calendar) => {
        const local = { ...calendar, zone: id }
        const sentences = [new Date(from).toISOString(), new Date(from + span).toISOString()] as [string, string]
        for (const locale of [undefined, zhCN]) {
          for (const sentence of said(...sentences, local, locale)) expect(sentence).not.toMatch(/[{}]|undefined|NaN|\[object| {2}|T\d\d:|^$/)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('explainBusinessTime: a title', () => {
  it('of several lines stands on one', () => {
    const office: BusinessCalendar = {
      kind: 'business-calendar',
      id: 'office',
      version: '1',
      title: 'Office\r\nhours',
      zone: 'UTC',
      windows: { mon: [['09:00', '17:00']] },
    }
    const trace = traceBusinessTime('2026-01-05T09:00:00Z', '2026-01-05T10:00:00Z', office)
    expect(explainBusinessTime(trace, office).sentences[0]).toMatch(/^By the calendar "Office hours" /)
  })
})
