import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendars, dayTargets, durations, histories, MINUTE, moment, rules, START } from '../../testing/clockCases.js'
import { calendarOf, extended, handled, policyOf, ruleOf, waited } from '../../testing/clocks.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainClocks } from '../explain.js'
import { type ClockPolicy, type ClockRule, type ComplaintClock, type ComplaintClocks, type ComplaintEvent, complaintClocks } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { complaintTaxonomy, eightSteps } from '../templates.js'

const office = calendarOf(
  'Asia/Shanghai',
  [
    ['09:00', '12:00'],
    ['13:00', '17:00'],
  ],
  { closed: ['2026-01-12'], open: [{ date: '2026-01-10', windows: [['09:00', '12:00']] }] },
)
const source = { title: { en: 'The Act', 'zh-CN': '投诉条例' }, url: 'https://law.example/act', asOf: '2026-01-01' }
const resolution = ruleOf({ title: { en: 'Resolution', 'zh-CN': '解决' }, target: { high: 'PT8H', low: 'PT40H' }, warnAtPercent: '75' })
const reply = ruleOf({ id: 'reply', stops: 'ComplaintAccepted', target: 'PT30M', calendar: undefined, mayWait: false })
const authority = ruleOf({ id: 'authority', mayWait: false, whose: 'authority', target: { businessDays: 3 }, extendedBy: 'DeadlineExtended', source })
const sympathy = ruleOf({ id: 'sympathy', stops: 'SympathyExpressed', target: 'PT1H' })
const policy: ClockPolicy = {
  ...policyOf(resolution, reply, authority, sympathy, ruleOf({ id: 'second', starts: 'CustomerReplied' })),
  note: { en: 'An example.', 'zh-CN': '示例。' },
}

const start = '2026-01-09T16:00:00+08:00'
const friday = { type: 'expressSympathy', at: '2026-01-09T16:20:00+08:00' }
const priority = (events: readonly ComplaintEvent[]): readonly ComplaintEvent[] =>
  events.map((event, index) => (index === 0 ? { ...event, priority: 'high' } : event))
const look = (events: readonly ComplaintEvent[], at: string, by = policy): ComplaintClocks =>
  complaintClocks(priority(events), by, { at, definition: eightSteps, calendars: { office } })
const waiting = look(handled(start, [friday, ...waited('2026-01-09T16:30:00+08:00')]), '2026-01-10T09:30:00+08:00')
const documents = [policy, eightSteps, complaintTaxonomy]

describe('explainClocks', () => {
  it('says how each clock stands, and how its deadline comes about', () => {
    expect(explainClocks(waiting, documents).sentences).toEqual([
      'Clocks of complaint C-1 at Sat 2026-01-10 01:30 (UTC+00:00): missed: 1; running: 1; waiting: 1; met: 1; ended otherwise: 0.',
      '"reply" is overdue by 17 h: it was due Fri 2026-01-09 08:30 (UTC+00:00); used: 17 h 30 min.',
      '"complaint recorded" started it on Fri 2026-01-09 08:00 (UTC+00:00); time allowed: 30 min around the clock.',
      'It runs around the clock, without a calendar.',
      'How the deadline of "reply" comes about:',
      'Fri 2026-01-09, 08:00 to 08:30: 30 min counted (around the clock).',
      '"Resolution" stands still while the complaint waits at "Waiting for the customer": due Tue 2026-01-13 15:00 (UTC+08:00) if it went on now; left: 7 h 30 min; used: 30 min.',
      'It would warn from Tue 2026-01-13 12:00 (UTC+08:00) on if it went on now.',
      'It stood still for waits: 1 h.',
      '"complaint recorded" started it on Fri 2026-01-09 16:00 (UTC+08:00); time allowed at priority "high": 8 h of business time.',
      'It runs by the calendar "office", version 1.',
      'How the deadline of "Resolution" comes about:',
      'Fri 2026-01-09, 16:00 to 16:30: 30 min counted (opening hours).',
      '16:30 to Sat 2026-01-10 09:30: 17 h not counted (the complaint waits).',
      'Sat 2026-01-10, 09:30 to 12:00: 2 h 30 min counted (special hours of this date).',
      '12:00 to 24:00: 12 h not counted (outside opening hours).',
      'Sun 2026-01-11, all day: 24 h not counted (weekday without opening hours).',
      'Mon 2026-01-12, all day: 24 h not counted (closed on this date).',
      'Tue 2026-01-13, 00:00 to 09:00: 9 h not counted (outside opening hours).',
      '09:00 to 12:00: 3 h counted (opening hours).',
      '12:00 to 13:00: 1 h not counted (outside opening hours).',
      '13:00 to 15:00: 2 h counted (opening hours).',
      '"authority" is running: due by the end of Wed 2026-01-14; left: 4 d 14 h 30 min; used: 17 h 30 min.',
      'It is a clock of the authority, not of the firm.',
      '"complaint recorded" started it on Fri 2026-01-09 16:00 (UTC+08:00); time allowed: 3 business days after the day of receipt.',
      'It runs by the calendar "office", version 1.',
      'Source: The Act (https://law.example/act), as of 2026-01-01.',
      'How the deadline of "authority" comes about:',
      'Fri 2026-01-09, 16:00 to 24:00: 8 h not counted (day of receipt).',
      'Sat 2026-01-10, all day: 24 h counted (day 1).',
      'Sun 2026-01-11, all day: 24 h not counted (weekday without opening hours).',
      'Mon 2026-01-12, all day: 24 h not counted (closed on this date).',
      'Tue 2026-01-13, all day: 24 h counted (day 2).',
      'Wed 2026-01-14, all day: 24 h counted (day 3).',
      '"sympathy" was met: it was due Fri 2026-01-09 17:00 (UTC+08:00), and "sympathy expressed" came on Fri 2026-01-09 16:20 (UTC+08:00); used: 20 min; to spare: 40 min.',
      '"complaint recorded" started it on Fri 2026-01-09 16:00 (UTC+08:00); time allowed: 1 h of business time.',
      'It runs by the calendar "office", version 1.',
      'How the deadline of "sympathy" comes about:',
      'Fri 2026-01-09, 16:00 to 17:00: 1 h counted (opening hours).',
      'Not started yet: second.',
      'Note: An example.',
    ])
  })

  it('says the same in Chinese', () => {
    const { sentences } = explainClocks(waiting, documents, zhCN)
    expect(sentences).toHaveLength(explainClocks(waiting, documents).sentences.length)
    expect(sentences.slice(0, 14)).toEqual([
      '截至 2026-01-10（周六）01:30（UTC+00:00），投诉 C-1 的时限：逾期 1 项；计时中 1 项；等待中 1 项；按时完成 1 项；因其他原因结束 0 项。',
      '“reply”已逾期 17 小时：截止时间为 2026-01-09（周五）08:30（UTC+00:00）；已用 17 小时 30 分钟。',
      '自 2026-01-09（周五）08:00（UTC+00:00）“投诉已记录”起计时；时限：30 分钟，昼夜连续计时。',
      '昼夜连续计时，不用日历。',
      '“reply”的截止时间由来：',
      '2026-01-09（周五）08:00 至 08:30：计入 30 分钟（昼夜连续计时）。',
      '“解决”因投诉在“等待客户答复”步骤等待而暂停计时：若此刻恢复，截止时间为 2026-01-13（周二）15:00（UTC+08:00）；剩余 7 小时 30 分钟；已用 30 分钟。',
      '若此刻恢复，将于 2026-01-13（周二）12:00（UTC+08:00）进入预警。',
      '因等待暂停计时：1 小时。',
      '自 2026-01-09（周五）16:00（UTC+08:00）“投诉已记录”起计时；优先级“高”的时限：工作时间 8 小时。',
      '按日历“office”第 1 版计时。',
      '“解决”的截止时间由来：',
      '2026-01-09（周五）16:00 至 16:30：计入 30 分钟（工作时间）。',
      '16:30 至 2026-01-10（周六）09:30：不计 17 小时（投诉等待中）。',
    ])
    for (const said of [
      '这是主管部门的时限，不是企业的时限。',
      '依据：投诉条例（https://law.example/act）；以 2026-01-01 的文本为准。',
      '2026-01-09（周五）16:00 至 24:00：不计 8 小时（收到当日）。',
      '2026-01-13（周二）全天：计入 24 小时（第 2 天）。',
      '“sympathy”按时完成：截止时间为 2026-01-09（周五）17:00（UTC+08:00），“已表示同情”发生于 2026-01-09（周五）16:20（UTC+08:00）；已用 20 分钟；余下 40 分钟。',
      '尚未开始计时：second。',
      '说明：示例。',
    ]) {
      expect(sentences).toContain(said)
    }
  })

  it('says what is missed, running and extended, which cycle it is, and that it is time to act', () => {
    const late = { type: 'expressSympathy', at: '2026-01-10T10:30:00+08:00' }
    const events = handled(start, [late, extended('2026-01-10T10:40:00+08:00', '2026-01-20')])
    const running = look(events, '2026-01-13T14:00:00+08:00')
    const second = (clock: ComplaintClock): ComplaintClock => ({ ...clock, cycle: 2 })
    const linked = { ...running, clocks: running.clocks.map(second) }
    const { sentences } = explainClocks(linked, [...documents, { ...office, title: { en: 'Office hours', 'zh-CN': '办公时间' } }])
    expect(sentences[1]).toBe('"reply (cycle 2)" is overdue by 3 d 21 h 30 min: it was due Fri 2026-01-09 08:30 (UTC+00:00); used: 3 d 22 h.')
    for (const said of [
      '"sympathy (cycle 2)" was missed by 1 h 30 min: it was due Fri 2026-01-09 17:00 (UTC+08:00), and "sympathy expressed" came on Sat 2026-01-10 10:30 (UTC+08:00); used: 2 h 30 min.',
      'It is time to act: it has warned since Tue 2026-01-13 11:00 (UTC+08:00).',
      'Its deadline was extended to the end of Tue 2026-01-20.',
      'Thu 2026-01-15 to Tue 2026-01-20, all day: 144 h counted (extension).',
      'It runs by the calendar "Office hours", version 1.',
    ]) {
      expect(sentences).toContain(said)
    }
    expect(explainClocks(linked, documents).sentences.join(' ')).toContain('came on Sat 2026-01-10 02:30 (UTC+00:00)')
    expect(explainClocks(linked, documents, zhCN).sentences).toContain('截止时间已延至 2026-01-20（周二）24 时。')
  })

  const plain = ruleOf({ title: 'Resolution', target: 'PT1H', warnAtPercent: '50', extendedBy: 'DeadlineExtended' })
  const told = (
    commands: Parameters<typeof handled>[1],
    at: string,
    rule: ClockRule = plain,
    locale: Parameters<typeof explainClocks>[2] = undefined,
  ) => {
    const by = policyOf(rule)
    return explainClocks(look(handled(start, commands), at, by), [by, eightSteps, office], locale).sentences
  }

  it('says how much time passed where a deadline was missed outside opening hours', () => {
    expect(told([], '2026-01-09T19:00:00+08:00')[1]).toMatch(/^"Resolution" is overdue by 2 h of elapsed time: .*; used: 1 h\.$/)
    expect(told([], '2026-01-09T19:00:00+08:00', plain, zhCN)[1]).toMatch(/^“Resolution”已逾期 2 小时（自然时间）：/)
    const withdrawn = [{ type: 'withdraw', at: '2026-01-09T17:00:01+08:00' }]
    expect(told(withdrawn, '2026-01-09T19:00:00+08:00')[1]).toMatch(/^"Resolution" was missed by 1 s of elapsed time: /)
    // Days are elapsed time anyway; and what is due by the end of a date is late by nothing when the next one begins.
    const days = { ...plain, target: { businessDays: 1 } }
    expect(told([], '2026-01-11T00:00:00+08:00', days)[1]).toMatch(/^"Resolution" is overdue by 0 min: it was due by the end of Sat 2026-01-10;/)
    // Business time as soon as there is any.
    expect(told([], '2026-01-10T09:01:00+08:00')[1]).toMatch(/^"Resolution" is overdue by 1 min: /)
  })

  it('says that a complaint was closed otherwise, in time', () => {
    const withdrawn = [{ type: 'withdraw', at: '2026-01-09T16:30:00+08:00' }]
    const at = '2026-01-13T09:00:00+08:00'
    expect(told(withdrawn, at).slice(0, 2)).toEqual([
      'Clocks of complaint C-1 at Tue 2026-01-13 09:00 (UTC+08:00): missed: 0; running: 0; waiting: 0; met: 0; ended otherwise: 1.',
      '"Resolution" ended in time, though not by what it waits for: it was due Fri 2026-01-09 17:00 (UTC+08:00), and "complaint withdrawn" came on Fri 2026-01-09 16:30 (UTC+08:00); used: 30 min; to spare: 30 min.',
    ])
    expect(told(withdrawn, at, plain, zhCN)[1]).toBe(
      '“Resolution”在时限内结束，但并非因所等待的事件：截止时间为 2026-01-09（周五）17:00（UTC+08:00），“投诉已撤回”发生于 2026-01-09（周五）16:30（UTC+08:00）；已用 30 分钟；余下 30 分钟。',
    )
    expect(told(withdrawn, at, { ...plain, stops: ['ComplaintClosed', 'ComplaintWithdrawn'] })[1]).toMatch(/^"Resolution" was met: /)
  })

  it('says that an overdue clock stands still, and where', () => {
    const commands = waited('2026-01-10T10:00:00+08:00')
    const sentences = told(commands, '2026-01-10T11:00:00+08:00')
    // Of the two hours on Saturday morning, one was spent waiting.
    expect(sentences[1]).toMatch(/^"Resolution" is overdue by 1 h: .*; used: 2 h\.$/)
    expect(sentences[2]).toBe('It stands still while the complaint waits at "Waiting for the customer".')
    expect(sentences).toContain('It stood still for waits: 1 h.')
    expect(told(commands, '2026-01-10T11:00:00+08:00', plain, zhCN)[2]).toBe('目前因投诉在“等待客户答复”步骤等待而暂停计时。')
  })

  it('says which deadlines had passed before others were put in their place', () => {
    const commands = [extended('2026-01-10T10:00:00+08:00', '2026-01-11'), extended('2026-01-12T10:00:00+08:00', '2026-01-20')]
    const sentences = told(commands, '2026-01-13T09:00:00+08:00')
    expect(sentences.filter((one) => one.startsWith('An earlier'))).toEqual([
      'An earlier deadline, Fri 2026-01-09 17:00 (UTC+08:00), had passed when "deadline extended" moved it on Sat 2026-01-10 10:00 (UTC+08:00).',
      'An earlier deadline, by the end of Sun 2026-01-11, had passed when "deadline extended" moved it on Mon 2026-01-12 10:00 (UTC+08:00).',
    ])
    expect(told(commands, '2026-01-13T09:00:00+08:00', plain, zhCN).filter((one) => one.includes('已过'))).toEqual([
      '2026-01-10（周六）10:00（UTC+08:00）“期限已延长”变更截止时间时，先前的截止时间已过，原为 2026-01-09（周五）17:00（UTC+08:00）。',
      '2026-01-12（周一）10:00（UTC+08:00）“期限已延长”变更截止时间时，先前的截止时间已过，原为 2026-01-11（周日）24 时。',
    ])
  })

  it('says that a target is that of any other priority, or none', () => {
    const rule = { ...plain, target: { low: 'PT40H', otherwise: { weeks: 1 } } }
    const sentence = (locale?: typeof zhCN) => told([], start, rule, locale).find((one) => /allowed|时限：自/.test(one))
    expect(sentence()).toBe(
      '"complaint recorded" started it on Fri 2026-01-09 16:00 (UTC+08:00); time allowed at any other priority or none: 1 week after the day of receipt.',
    )
    expect(sentence(zhCN)).toMatch(/“投诉已记录”起计时；其他优先级或未定优先级的时限：自收到次日起 1 周。$/)
  })

  it('refuses a standing that contradicts itself', () => {
    const by = policyOf(plain)
    const late = look(handled(start, [extended('2026-01-09T18:00:00+08:00', '2026-01-10')]), '2026-01-12T10:00:00+08:00', by)
    const open = look(handled(start), '2026-01-09T16:30:00+08:00', by)
    const ended = look(handled(start, [{ type: 'withdraw', at: '2026-01-09T16:30:00+08:00' }]), '2026-01-12T10:00:00+08:00', by)
    const path = ['result', 'clocks', 0]
    const changed = (result: ComplaintClocks, change: object) =>
      issuesOf(() => explainClocks({ ...result, clocks: [{ ...(result.clocks[0] as ComplaintClock), ...change }] }, [by]))
    for (const result of [late, open, ended]) expect(changed(result, {})).toBe('nothing was thrown')
    expect(changed(late, { waitingIn: 'awaiting-customer' })).toBe('nothing was thrown')
    expect(changed(late, { overdueSeconds: 0 })).toEqual([['outdated-input', [...path, 'overdueSeconds']]])
    expect(changed(late, { status: 'running' })).toEqual([['outdated-input', [...path, 'status']]])
    expect(changed(late, { leftSeconds: 1 })).toEqual([['too-large', [...path, 'leftSeconds']]])
    expect(changed(late, { passed: [{ ...late.clocks[0]?.passed[0], movedAt: '2026-01-09T09:00:00Z' }] })).toEqual([
      ['too-small', [...path, 'passed', 0, 'movedAt']],
    ])
    expect(changed(late, { passed: [{}] })).toEqual(['due', 'dueDate', 'movedAt', 'movedBy'].map((key) => ['missing', [...path, 'passed', 0, key]]))
    expect(changed(open, { overdueSeconds: 1 })).toEqual([['outdated-input', [...path, 'overdueSeconds']]])
    expect(changed(open, { status: 'breached' })).toEqual([['outdated-input', [...path, 'status']]])
    expect(changed(open, { leftSeconds: 1700 })).toEqual([['outdated-input', [...path, 'leftSeconds']]])
    expect(changed(open, { usedSeconds: 5400, leftSeconds: -1800 })).toEqual([['too-small', [...path, 'leftSeconds']]])
    expect(changed(open, { waitingIn: 'awaiting-customer' })).toEqual([['outdated-input', [...path, 'waitingIn']]])
    expect(changed(ended, { waitingIn: 'awaiting-customer' })).toEqual([['outdated-input', [...path, 'waitingIn']]])
  })

  it('takes a clock policy alone, and calls events by their names then', () => {
    const { sentences } = explainClocks(waiting, policy)
    expect(sentences[2]).toBe('"complaint recorded" started it on Fri 2026-01-09 08:00 (UTC+00:00); time allowed: 30 min around the clock.')
    expect(sentences.join(' ')).toContain('"SympathyExpressed" came on')
    expect(explainClocks(JSON.parse(JSON.stringify(waiting)), JSON.parse(JSON.stringify(policy)))).toEqual({ sentences })
  })

  it('says how targets in calendar days and weeks count', () => {
    const own = policyOf(ruleOf({ target: { calendarDays: 1 } }), ruleOf({ id: 'weeks', target: { weeks: 8 } }))
    const clocks = look(handled(start), start, own)
    const { sentences } = explainClocks(clocks, own)
    expect(sentences.filter((sentence) => sentence.includes('allowed'))).toEqual([
      '"complaint recorded" started it on Fri 2026-01-09 16:00 (UTC+08:00); time allowed: 1 day after the day of receipt.',
      '"complaint recorded" started it on Fri 2026-01-09 16:00 (UTC+08:00); time allowed: 8 weeks after the day of receipt.',
    ])
    expect(explainClocks(clocks, own, zhCN).sentences.filter((sentence) => sentence.includes('时限：'))[2]).toMatch(/时限：自收到次日起 8 周。$/)
  })

  it('refuses clocks of another policy, also of the same version, and what is not as stated', () => {
    const [clock] = waiting.clocks as [ComplaintClock]
    const [span, next] = clock.trace.spans as [ComplaintClock['trace']['spans'][0], ComplaintClock['trace']['spans'][0]]
    const issues = (change: object, by: unknown = policy) => issuesOf(() => explainClocks({ ...waiting, ...change } as never, by as never))
    const changed = (change: object) => issues({ clocks: [{ ...clock, ...change }] })
    const traced = (...spans: readonly unknown[]) => changed({ trace: { spans } })
    expect(issues({}, { ...policy, version: '2' })).toEqual([['other-policy', ['result', 'policies']]])
    expect(issues({}, eightSteps)).toEqual([['missing', ['policy']]])
    expect(issues({}, [policy, { kind: 'x' }])).toEqual([['not-allowed', ['policy', 1, 'kind']]])
    expect(issues({}, { ...policy, clocks: [resolution] })).toContainEqual(['outdated-input', ['result', 'clocks', 1, 'clock']])
    expect(issues({}, { ...policy, clocks: [{ ...resolution, target: 'PT9H' }, reply, authority, sympathy] })).toContainEqual([
      'outdated-input',
      ['result', 'clocks', 0, 'targetSeconds'],
    ])
    const path = ['result', 'clocks', 0]
    expect(changed({ whose: 'authority' })).toEqual([['outdated-input', [...path, 'whose']]])
    expect(changed({ priority: 'normal' })).toEqual([['outdated-input', [...path, 'priority']]])
    expect(changed({ status: 'met', waitingIn: null })).toEqual([['missing', [...path, 'metAt']]])
    expect(changed({ waitingIn: null })).toEqual([['missing', [...path, 'waitingIn']]])
    expect(changed({ status: 'running' })).toEqual([['outdated-input', [...path, 'waitingIn']]])
    expect(changed({ metAt: clock.due })).toEqual([
      ['unknown-key', [...path, 'metAt']],
      ['missing', [...path, 'stoppedBy']],
    ])
    expect(changed({ calendar: { kind: 'business-calendar', id: 'office', version: '2' } })).toEqual([['other-policy', ['result', 'policies']]])
    expect(traced()).toEqual([['outdated-input', [...path, 'trace', 'spans']]])
    expect(traced({ ...span, seconds: 1 }, ...clock.trace.spans.slice(1))).toEqual([['outdated-input', [...path, 'trace', 'spans', 0, 'seconds']]])
    expect(traced({ ...span, counted: false }, ...clock.trace.spans.slice(1))).toEqual([
      ['outdated-input', [...path, 'trace', 'spans', 0, 'counted']],
    ])
    expect(traced(next, ...clock.trace.spans.slice(2))).toEqual([['outdated-input', [...path, 'trace', 'spans', 0, 'from']]])
    expect(traced({ ...span, fromLocal: '2026-01-09T15:00:00+08:00' }, ...clock.trace.spans.slice(1))).toEqual([
      ['outdated-input', [...path, 'trace', 'spans', 0, 'fromLocal']],
    ])
    expect(issuesOf(() => explainClocks(null as never, null as never))).toEqual([
      ['wrong-type', ['policy']],
      ['wrong-type', ['result']],
    ])
  })

  it('has nothing in it that is no word, whatever the clocks', () => {
    const counts = { missed: 0, waiting: 0, days: 0, overdueInWaits: 0, moved: 0, otherwise: 0 }
    const cases = fc.record({
      events: histories,
      rule: rules,
      target: fc.oneof(durations, dayTargets),
      office: calendars,
      later: fc.nat(20_000),
    })
    fc.assert(
      fc.property(cases, ({ events, rule, target, office: calendar, later }) => {
        const [first] = events as readonly [ComplaintEvent]
        const by = policyOf({ ...rule, target } as ClockRule)
        const at = moment(Math.max(START + later * MINUTE, Date.parse(first.at)))
        const result = complaintClocks(events, by, { at, definition: eightSteps, calendars: { office: calendar } })
        for (const { status, dueDate, waitingIn, passed, stoppedBy = '' } of result.clocks) {
          counts.missed += Number(status === 'breached')
          counts.waiting += Number(status === 'waiting')
          counts.days += Number(dueDate !== null)
          counts.overdueInWaits += Number(status === 'breached' && waitingIn !== null)
          counts.moved += Number(passed.length > 0)
          counts.otherwise += Number(status === 'met' && ![rule.stops].flat().includes(stoppedBy))
        }
        for (const locale of [undefined, zhCN]) {
          for (const sentence of explainClocks(result, [by, eightSteps], locale).sentences) {
            expect(sentence).not.toMatch(/[{}]|undefined|NaN|\[object| {2}|T\d\d:|） |^$|[\r\n]/)
          }
        }
      }),
      { numRuns: 300, seed: 10 },
    )
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(1)
  })
})
