import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepsOf } from '../../testing/chartedResults.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { stepFunnelChart } from '../charts.js'
import { zhCN } from '../locales/zh-CN.js'
import { countSteps } from '../steps/countSteps.js'

interface Drawn {
  readonly title: { readonly text: readonly string[]; readonly subtitle?: readonly string[] }
  readonly data: { readonly values: readonly { readonly row: string; readonly text: string; readonly counts: readonly number[] }[] }
  readonly layer: readonly [
    {
      readonly data: { readonly values: readonly { readonly [name: string]: unknown }[] }
      readonly encoding: { readonly color: { readonly scale: { readonly domain: readonly string[]; readonly range: readonly string[] } } }
    },
    unknown,
  ]
}

const steps = ['visit', 'cart', 'order']
const usual = deepFreeze(stepsOf(steps, [1000, 420, 130]))
const draw = (...given: Parameters<typeof stepFunnelChart>): Drawn => stepFunnelChart(...given) as never

describe('stepFunnelChart', () => {
  it('has a bar for each step, of those who got on and who stopped', () => {
    const chart = draw(usual)
    expect(chart).toMatchObject({
      title: { text: ['How many took each step'] },
      data: {
        values: [
          { place: 0, row: 'visit', count: 1000, counts: [420, 580, 0], text: '1000; 42% got on' },
          { place: 1, row: 'cart', count: 420, counts: [130, 290, 0], text: '420; 30.95% got on' },
          { place: 2, row: 'order', count: 130, counts: [0, 0, 130], text: '130; 13% of the first step' },
        ],
      },
    })
    expect(chart.layer[0].encoding.color.scale.domain).toEqual(['Got on', 'Stopped', 'Took all steps'])
    expect(chart.layer[0].data.values.at(-2)).toEqual({
      place: 1,
      row: 'cart',
      part: 'Stopped',
      rank: 1,
      count: 290,
      share: 290 / 420,
      fact0: '42%',
      fact1: '1 min 30 s',
    })
  })

  it('tells who may yet get on, where that is known', () => {
    const chart = draw({ ...usual, open: [30, 10, 0] })
    expect(chart.data.values.map(({ counts }) => counts)).toEqual([
      [420, 30, 550, 0],
      [130, 10, 280, 0],
      [0, 0, 0, 130],
    ])
    const reading = ['Percentages are of all who took a step; those who may yet get on count as not', 'having got on.']
    expect(chart.title.subtitle).toEqual(reading)
    expect(draw(usual).title).not.toHaveProperty('subtitle')
    const { domain, range } = chart.layer[0].encoding.color.scale
    expect(domain).toEqual(['Got on', 'May yet get on', 'Stopped', 'Took all steps'])
    expect(range).toHaveLength(4)
  })

  it('names no steps where they are taken in any order', () => {
    const unordered = { ...usual, mode: 'unordered' as const, timeToConvert: [] }
    expect(draw(unordered).data.values.map(({ row }) => row)).toEqual([
      'Different steps: 1 or more',
      'Different steps: 2 or more',
      'Different steps: 3 or more',
    ])
    expect(draw(unordered, zhCN).data.values[1]).toMatchObject({ row: '完成不同步骤 2 个以上（含）', text: '420 人，30.95% 进入下一步' })
    expect(draw(stepsOf(['visit'], [3])).data.values).toMatchObject([{ row: 'visit', counts: [0, 0, 3], text: '3; 100% of the first step' }])
  })

  it('says what counts, and as of when', () => {
    const asked = { ...usual, mode: 'strict' as const, window: 'P1DT12H', asOf: '2026-01-31', zone: 'UTC', open: [30, 10, 0] }
    expect(draw(asked).title).toMatchObject({
      text: ['How many took each step, as of 2026-01-31'],
      subtitle: [
        'Steps count only where nothing else was done between them.',
        'Steps count within 1 d 12 h of the first one that was taken.',
        expect.stringMatching(/^Percentages/),
        'having got on.',
      ],
    })
    expect(draw(asked, zhCN).title).toEqual({
      text: ['各步骤完成人数（截至 2026-01-31）'],
      subtitle: [
        '两步之间没有其他事件时才计入。',
        '自最先完成的一步起，1 天 12 小时之内完成的步骤才计入。',
        '百分比以完成该步骤的全部人数为准；仍可能继续的人视同未进入下一步。',
      ],
    })
    const unordered = countSteps([], { steps, mode: 'unordered', window: 'PT0.5S' })
    expect(draw(unordered).title.subtitle).toEqual([
      'Steps count in any order.',
      'Steps count within 0.5 s of the first one that was taken.',
      'Nobody took the first step.',
    ])
    expect(draw(countSteps([], { steps: ['visit'], mode: 'strict' })).title.subtitle).toEqual(['Nobody took the first step.'])
  })

  it('says where nobody took the first step, and where nobody took another', () => {
    const nobody = draw(stepsOf(steps, [0, 0, 0]))
    expect(nobody.title.subtitle).toEqual(['Nobody took the first step.'])
    expect(nobody.data.values.map(({ text }) => text)).toEqual(['0', '0', '0'])
    expect(draw(stepsOf(steps, [5, 0, 0])).data.values.map(({ text }) => text)).toEqual(['5; 0% got on', '0', '0'])
  })

  it('draws what events were counted to', () => {
    const events = [
      { actor: 'Li', at: '2026-01-05T09:00:00Z', step: 'visit' },
      { actor: 'Li', at: '2026-01-05T09:10:00Z', step: 'cart' },
      { actor: 'Wu', at: '2026-01-06T09:00:00Z', step: 'visit' },
    ]
    for (const mode of ['ordered', 'strict', 'unordered'] as const) {
      const counts = countSteps(events, { steps, mode, window: 'P1D', asOf: '2026-01-06', cohorts: { by: 'week' } })
      expect(draw(counts).data.values.map(({ counts: parts }) => parts)).toEqual([
        [1, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 0],
      ])
    }
  })

  it('refuses what are no counts of steps, and such as contradict each other', () => {
    expect(issuesOf(() => stepFunnelChart(undefined as never))).toEqual([['missing', ['funnel']]])
    expect(issuesOf(() => stepFunnelChart(stepsOf(steps, [3, 2, 2].reverse())))).toEqual([['too-large', ['funnel', 'conversion', 2]]])
    expect(issuesOf(() => stepFunnelChart({ ...usual, counts: [1000, 130, 420] }))).toContainEqual(['too-large', ['funnel', 'counts', 2]])
    expect(issuesOf(() => stepFunnelChart({ ...usual, open: [0, 291, 0] }))).toEqual([['too-large', ['funnel', 'open', 1]]])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    // The seed makes the count below certain.
    fc.assert(
      fc.property(spoil({ ...usual, open: [30, 10, 0] }), (changed) => {
        try {
          const chart = stepFunnelChart(changed as never)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 200, seed: 11 },
    )
    expect(refused).toBeGreaterThan(100)
  })
})
