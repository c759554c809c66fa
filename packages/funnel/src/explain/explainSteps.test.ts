import { describe, expect, it } from 'vitest'
import { anyOrderCounts, eventsOf, steps, visitCounts, visits } from '../../testing/explainedResults.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainSteps } from '../explain.js'
import { countSteps, type StepFunnel } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

describe('explainSteps', () => {
  it('says how many took which steps, where most stopped, who has not stopped but may yet get on, and how long it took', () => {
    expect(explainSteps(visitCounts).sentences).toEqual([
      'Took the step "visit": 5.',
      'Then took "enquiry": 3, which is 60% of those who began; stopped before it: 0.',
      'Then took "order": 2, which is 40% of those who began; stopped before it: 1.',
      'Most stopped between "enquiry" and "order": 1 of 3.',
      'Still have time, so that they may yet get on: at "visit" 2.',
      'From "visit" to "enquiry": the median is 2 h, the mean 1 h 40 min.',
      'From "enquiry" to "order": the median is 1 h 30 min, the mean 1 h 30 min.',
      'Began from 2024-03-01 to 2024-03-01: 5; took all the steps: 2 (40%).',
      'Steps count in their order, whatever comes between them.',
      'All of them must come within 22 h of the first.',
      'Events up to 2024-03-01 are looked at.',
      'Dates are those of the zone UTC.',
      'Events that are none of the steps: 1.',
    ])
    expect(explainSteps(visitCounts, zhCN).sentences).toEqual([
      '完成“visit”：5 人。',
      '随后完成“enquiry”：3 人，占起始人数的 60%；在此之前停止：0 人。',
      '随后完成“order”：2 人，占起始人数的 40%；在此之前停止：1 人。',
      '停在“enquiry”与“order”之间的最多：3 人中的 1 人。',
      '时限未到、仍可能继续：停在“visit”的 2 人。',
      '由“visit”到“enquiry”：中位数 2 小时；平均 1 小时 40 分钟。',
      '由“enquiry”到“order”：中位数 1 小时 30 分钟；平均 1 小时 30 分钟。',
      '2024-03-01 至 2024-03-01 开始：5 人；完成全部步骤：2 人（40%）。',
      '各步按先后顺序计，其间发生什么不论。',
      '自完成的第一步起，各步须在 22 小时之内完成。',
      '统计截至 2024-03-01 的事件。',
      '日期按时区 UTC 计。',
      '不属于任何一步的事件：1 个。',
    ])
  })

  it('says how many steps were taken, where their order is of no account', () => {
    expect(explainSteps(anyOrderCounts).sentences).toEqual([
      'Took at least one of the steps: 5.',
      'Took at least 2 different steps: 3, which is 60% of those who began; stopped before that: 0.',
      'Took at least 3 different steps: 2, which is 40% of those who began; stopped before that: 0.',
      'Still have time, so that they may yet get on: after 1 of the steps 2, after 2 of the steps 1.',
      'Steps count in any order.',
      'Events up to 2024-03-01 are looked at.',
      'Dates are those of the zone UTC.',
      'Events that are none of the steps: 1.',
    ])
    expect(explainSteps(anyOrderCounts, zhCN).sentences).toEqual([
      '至少完成一步：5 人。',
      '至少完成不同的 2 步：3 人，占起始人数的 60%；在此之前停止：0 人。',
      '至少完成不同的 3 步：2 人，占起始人数的 40%；在此之前停止：0 人。',
      '时限未到、仍可能继续：已完成 1 步的 2 人、已完成 2 步的 1 人。',
      '各步不分先后。',
      '统计截至 2024-03-01 的事件。',
      '日期按时区 UTC 计。',
      '不属于任何一步的事件：1 个。',
    ])
  })

  it('says that nobody began, and that nobody has time left', () => {
    expect(explainSteps(countSteps([], { steps })).sentences[0]).toBe('Nobody took the step "visit".')
    expect(explainSteps(countSteps([], { steps }), zhCN).sentences[0]).toBe('没有人完成“visit”。')
    expect(explainSteps(countSteps([], { steps, mode: 'unordered' })).sentences[0]).toBe('Nobody took any of the steps.')
    expect(explainSteps(countSteps([], { steps, mode: 'unordered' }), zhCN).sentences[0]).toBe('没有人完成任何一步。')
    const later = countSteps(visits, { steps, window: 'P1D', asOf: '2024-03-31' })
    expect(explainSteps(later).sentences).toContain('Nobody who stopped has time left to get on from there.')
    expect(explainSteps(later, zhCN).sentences).toContain('已停止的人时限均已过，不能再由此继续。')
  })

  it('says how steps were counted, and dates of which zone these are, where there are any', () => {
    const rule = (more: object, locale?: typeof zhCN) => explainSteps(countSteps([], { steps, ...more }), locale).sentences.slice(1)
    const strict = 'Steps count in their order, and only where no other event of the same actor comes between two of them.'
    expect(rule({ mode: 'strict' })).toEqual([strict])
    expect(rule({ mode: 'strict', window: 'P1W' })).toEqual([strict, 'All of them must come within 7 d of the first.'])
    expect(rule({ mode: 'strict', asOf: '2024-03-01T08:00:00+08:00', zone: 'Asia/Shanghai' })).toEqual([
      strict,
      'Events up to 2024-03-01T08:00:00+08:00 are looked at.',
    ])
    expect(rule({ mode: 'strict', cohorts: { by: 'day' }, zone: 'Asia/Shanghai' })).toEqual([strict, 'Dates are those of the zone Asia/Shanghai.'])
    expect(rule({ mode: 'strict', window: 'PT1M30S' }, zhCN)).toEqual([
      '各步按先后顺序计，相邻两步之间不得有同一人的其他事件。',
      '自完成的第一步起，各步须在 1 分钟 30 秒之内完成。',
    ])
    expect(rule({ steps: ['visit'], window: 'P1D' })).toEqual([])
  })

  it('says up to when events count, where some came later', () => {
    const counts = countSteps(visits, { steps, asOf: '2024-02-29' })
    expect(explainSteps(counts).sentences.at(-1)).toBe('Events after 2024-02-29, which are in no figure: 11.')
    expect(explainSteps(counts, zhCN).sentences.at(-1)).toBe('2024-02-29 之后、未计入的事件：11 个。')
  })

  it('tells short times as they are', () => {
    const quick = [0, 1, 2].flatMap((actor) => [
      { actor, at: '2024-03-01T00:00:00Z', step: 'visit' },
      { actor, at: `2024-03-01T00:00:00.000${actor + 1}Z`, step: 'enquiry' },
    ])
    expect(explainSteps(countSteps(quick, { steps })).sentences).toContain('From "visit" to "enquiry": the median is <0.001 s, the mean <0.001 s.')
    expect(explainSteps(countSteps(quick, { steps }), zhCN).sentences).toContain('由“visit”到“enquiry”：中位数 <0.001 秒；平均 <0.001 秒。')
  })

  it('does not say where most stop, if they stop in two places alike, or nobody does, or there is but one place', () => {
    const said = (counts: StepFunnel) => explainSteps(counts).sentences.filter((sentence) => sentence.startsWith('Most stopped'))
    const two = eventsOf(['a', 0, 'visit'], ['b', 0, 'visit'], ['b', 1, 'enquiry'], ['c', 0, 'visit'], ['c', 1, 'enquiry'], ['c', 2, 'order'])
    expect(said(countSteps(two, { steps }))).toEqual([])
    expect(said(countSteps(two, { steps: ['visit', 'order'] }))).toEqual([])
    expect(said(countSteps(two.slice(3), { steps }))).toEqual([])
    expect(said(countSteps(two, { steps, asOf: '2024-03-01' }))).toEqual([])
    expect(said(visitCounts)).toHaveLength(1)
  })

  it('tells the latest twelve cohorts, and how many others there are', () => {
    const events = Array.from({ length: 14 }, (_, day) => ({ actor: day, at: `2024-03-${day + 10}`, step: 'visit' }))
    const { sentences } = explainSteps(countSteps(events, { steps, cohorts: { by: 'day' } }))
    expect(sentences.filter((sentence) => sentence.startsWith('Began'))).toHaveLength(12)
    expect(sentences).toContain('Began from 2024-03-12 to 2024-03-12: 1; took all the steps: 0 (0%).')
    expect(sentences).toContain('Earlier cohorts that are not listed here: 2.')
  })

  it('refuses what is not as stated', () => {
    const issues = (change: object) => issuesOf(() => explainSteps({ ...visitCounts, ...change } as never))
    expect(issues({ counts: [5, 3, 4] })).toContainEqual(['too-large', ['funnel', 'counts', 2]])
    expect(issues({ mode: 'any', window: 'P1M', asOf: 'now', zone: 7 })).toEqual([
      ['not-allowed', ['funnel', 'mode']],
      ['unreadable', ['funnel', 'window']],
      ['not-a-moment', ['funnel', 'asOf']],
      ['wrong-type', ['funnel', 'zone']],
    ])
    expect(issues({ mode: 'unordered' })).toContainEqual(['wrong-length', ['funnel', 'timeToConvert']])
    expect(issues({ asOf: undefined, diagnoses: [{ code: 'later-events', params: { count: 1 } }] })).toEqual([['missing', ['funnel', 'asOf']]])
    expect(issues({ conversion: [1, 0.5, 0.4] })).toEqual([['outdated-input', ['funnel', 'conversion', 1]]])
    expect(issuesOf(() => explainSteps(null as never))).toEqual([['wrong-type', ['funnel']]])
  })
})
