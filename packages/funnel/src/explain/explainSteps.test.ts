import { describe, expect, it } from 'vitest'
import { anyOrderCounts, eventsOf, steps, visitCounts, visits } from '../../testing/explainedResults.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainSteps } from '../explain.js'
import { countSteps, type StepFunnel } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

describe('explainSteps', () => {
  it('says how many took which steps, where most stop, who may yet get on, and how long it took', () => {
    expect(explainSteps(visitCounts).sentences).toEqual([
      'Took the step "visit": 5.',
      'Then took "enquiry": 3, which is 60% of those who began; stopped before it: 2.',
      'Then took "order": 2, which is 40% of those who began; stopped before it: 1.',
      'Most stop between "visit" and "enquiry": 2 of 5.',
      'Still have time, so that they may yet get on: at "visit" 2, at "enquiry" 1.',
      'From "visit" to "enquiry": half took up to 2 h; the mean is 1 h 40 min.',
      'From "enquiry" to "order": half took up to 1 h 30 min; the mean is 1 h 30 min.',
      'Began from 2024-03-01 to 2024-03-01: 5; took the last step: 2 (40%).',
      'Events that are none of the steps: 1.',
    ])
    expect(explainSteps(visitCounts, zhCN).sentences).toEqual([
      '完成“visit”：5 人。',
      '随后完成“enquiry”：3 人，占起始人数的 60%；在此之前停止：2 人。',
      '随后完成“order”：2 人，占起始人数的 40%；在此之前停止：1 人。',
      '停在“visit”与“enquiry”之间的最多：5 人中的 2 人。',
      '时限未到、仍可能继续：停在“visit”2 人、停在“enquiry”1 人。',
      '由“visit”到“enquiry”：半数不超过 2 小时；平均 1 小时 40 分钟。',
      '由“enquiry”到“order”：半数不超过 1 小时 30 分钟；平均 1 小时 30 分钟。',
      '2024-03-01 至 2024-03-01 开始：5 人；完成最后一步：2 人（40%）。',
      '不属于任何一步的事件：1 个。',
    ])
  })

  it('says how many steps were taken, where their order is of no account', () => {
    expect(explainSteps(anyOrderCounts).sentences).toEqual([
      'Took at least one of the steps: 5.',
      'Took at least 2 different steps: 3, which is 60% of those who began; stopped before that: 2.',
      'Took at least 3 different steps: 2, which is 40% of those who began; stopped before that: 1.',
      'Still have time, so that they may yet get on: after 1 of the steps 2, after 2 of the steps 1.',
      'Events that are none of the steps: 1.',
    ])
    expect(explainSteps(anyOrderCounts, zhCN).sentences).toEqual([
      '至少完成一步：5 人。',
      '至少完成不同的 2 步：3 人，占起始人数的 60%；在此之前停止：2 人。',
      '至少完成不同的 3 步：2 人，占起始人数的 40%；在此之前停止：1 人。',
      '时限未到、仍可能继续：已完成 1 步 2 人、已完成 2 步 1 人。',
      '不属于任何一步的事件：1 个。',
    ])
  })

  it('says that nobody began, and that nobody has time left', () => {
    expect(explainSteps(countSteps([], { steps })).sentences).toEqual(['Nobody took the step "visit".'])
    expect(explainSteps(countSteps([], { steps }), zhCN).sentences).toEqual(['没有人完成“visit”。'])
    expect(explainSteps(countSteps([], { steps, mode: 'unordered' })).sentences).toEqual(['Nobody took any of the steps.'])
    expect(explainSteps(countSteps([], { steps, mode: 'unordered' }), zhCN).sentences).toEqual(['没有人完成任何一步。'])
    const later = countSteps(visits, { steps, window: 'P1D', asOf: '2024-03-31' })
    expect(explainSteps(later).sentences).toContain('Nobody who stopped has time left: the counts are final.')
    expect(explainSteps(later, zhCN).sentences).toContain('已停止的人时限均已过，以上数目不再变化。')
  })

  it('does not say where most stop, if they stop in two places alike, or nobody does, or there is but one place', () => {
    const said = (counts: StepFunnel) => explainSteps(counts).sentences.filter((sentence) => sentence.startsWith('Most stop'))
    const two = eventsOf(['a', 0, 'visit'], ['b', 0, 'visit'], ['b', 1, 'enquiry'], ['c', 0, 'visit'], ['c', 1, 'enquiry'], ['c', 2, 'order'])
    expect(said(countSteps(two, { steps }))).toEqual([])
    expect(said(countSteps(two, { steps: ['visit', 'order'] }))).toEqual([])
    expect(said(countSteps(two.slice(3), { steps }))).toEqual([])
    expect(said(visitCounts)).toHaveLength(1)
  })

  it('tells the latest twelve cohorts, and how many others there are', () => {
    const events = Array.from({ length: 14 }, (_, day) => ({ actor: day, at: `2024-03-${day + 10}`, step: 'visit' }))
    const { sentences } = explainSteps(countSteps(events, { steps, cohorts: { by: 'day' } }))
    expect(sentences.filter((sentence) => sentence.startsWith('Began'))).toHaveLength(12)
    expect(sentences).toContain('Began from 2024-03-12 to 2024-03-12: 1; took the last step: 0 (0%).')
    expect(sentences.at(-1)).toBe('Earlier cohorts that are not listed here: 2.')
  })

  it('refuses what is not as stated', () => {
    const issues = (change: object) => issuesOf(() => explainSteps({ ...visitCounts, ...change } as never))
    expect(issues({ counts: [5, 3, 4] })).toContainEqual(['too-large', ['funnel', 'counts', 2]])
    expect(issues({ conversion: [1, 0.5, 0.4] })).toEqual([['outdated-input', ['funnel', 'conversion', 1]]])
    expect(issuesOf(() => explainSteps(null as never))).toEqual([['wrong-type', ['funnel']]])
  })
})
