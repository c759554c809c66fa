import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analysisOf, hostileNames } from '../../testing/chartedResults.js'
import { compileChart, renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { withoutAnalysis } from '../../testing/withoutAnalysis.js'
import type { ComplaintAnalysis, StepTime } from '../analysis/types.js'
import { timeInStepChart } from '../charts.js'
import { zhCN } from '../locales/zh-CN.js'
import { counterService, eightSteps } from '../templates.js'

const reference = ({ kind, id, version }: typeof eightSteps) => ({ kind, id, version })
const analyse = (times: readonly StepTime[], policies: ComplaintAnalysis['policies'] = []): ComplaintAnalysis =>
  deepFreeze({ ...analysisOf([], times), policies })
const usual: readonly StepTime[] = [
  { step: 'recorded', median: 3600, p90: 7200, count: 5, open: 1 },
  { step: 'accepted', median: 9000, p90: 36_000, count: 4, open: 0 },
  { step: 'merged', median: null, p90: null, count: 0, open: 2 },
]
const hostile = hostileNames.map((step, index): StepTime => ({ step, median: index * 1000, p90: index * 2000, count: 1, open: 0 }))

interface Drawn {
  readonly title: { readonly text: readonly string[]; readonly subtitle?: readonly string[] }
  readonly data: { readonly values: readonly { readonly step: string; readonly label: readonly string[] }[] }
}
const draw = (...args: Parameters<typeof timeInStepChart>): Drawn => timeInStepChart(...args) as never

describe('timeInStepChart', () => {
  it('has a bar for the median and one for the 90th percentile of each step, in hours', () => {
    expect(timeInStepChart(analyse(usual), eightSteps)).toMatchObject({
      title: {
        text: ['Time in each step, as of 2024-03-31'],
        subtitle: ['Steps in which no stay has ended yet: Merged into another complaint.'],
      },
      data: {
        name: 'steps',
        values: [
          { place: 0, step: 'Recorded', median: 1, p90: 2, stays: 5, open: 1, label: ['Recorded'] },
          { place: 1, step: 'Accepted', median: 2.5, p90: 10, stays: 4, open: 0, label: ['Accepted'] },
        ],
      },
      encoding: { y: { title: 'Step', scale: { domain: [0, 1] } } },
      layer: [
        { mark: { type: 'bar' }, encoding: { x: { field: 'p90', title: 'Hours' }, color: { datum: '90th percentile' } } },
        { mark: { type: 'bar' }, encoding: { x: { field: 'median' }, color: { datum: 'Median' } } },
      ],
    })
  })

  it('draws bars as long as the times', async () => {
    const { svg } = await renderChart(timeInStepChart(analyse(usual), eightSteps))
    const bars = [...svg.matchAll(/aria-roledescription="bar" d="M0,[\d.]+h([\d.]+)/g)].map(([, width]) => Number(width))
    // 420 pixels stand for 10 hours.
    expect(bars).toEqual([84, 420, 42, 105])
    for (const text of ['Recorded', 'Accepted', 'Median', '90th percentile', 'Hours']) expect(svg).toContain(`>${text}<`)
  })

  it('has texts in the language asked for, and ids without a definition', () => {
    const { title, data } = draw(analyse(usual), eightSteps, zhCN)
    expect(title).toEqual({ text: ['各步骤停留时间（截至 2024-03-31）'], subtitle: ['尚无投诉离开的步骤：已并入另一投诉。'] })
    expect(data.values.map(({ step }) => step)).toEqual(['已记录', '投诉成立'])
    expect(draw(analyse(usual)).data.values.map(({ step }) => step)).toEqual(['recorded', 'accepted'])
  })

  it('takes titles from the last of several versions that has the step', () => {
    const times = [...usual.slice(0, 1), { step: 'analysed', median: 60, p90: 60, count: 1, open: 0 }]
    const analysis = analyse(times, [reference(eightSteps), reference(withoutAnalysis)])
    const renamed = { ...withoutAnalysis, steps: { ...withoutAnalysis.steps, recorded: { ...eightSteps.steps['recorded'], title: 'Told' } } }
    expect(draw(analysis, [eightSteps, renamed as never]).data.values.map(({ step }) => step)).toEqual(['Told', 'Cause analysed'])
  })

  it('breaks long names into lines, and cuts what is longer short', () => {
    const long = '客户投诉处理流程中名称特别长的一个步骤'
    const labelOf = (step: string): unknown => draw(analyse([{ step, median: 1, p90: 1, count: 1, open: 0 }])).data.values[0]?.label
    expect(labelOf(long)).toEqual(['客户投诉处理流程中名称特别长', '的一个步骤'])
    expect(labelOf('x'.repeat(300))).toEqual([...Array.from({ length: 3 }, () => 'x'.repeat(28)), `${'x'.repeat(28)}…`])
  })

  it('says where no stay has ended', () => {
    expect(draw(analyse([])).title.subtitle).toEqual(['No stay in a step has ended yet.'])
    expect(draw(analyse(usual.slice(2)), undefined, zhCN).title.subtitle).toEqual(['尚无投诉离开任何步骤。', '尚无投诉离开的步骤：merged。'])
  })

  it.each<[string, readonly StepTime[]]>([
    ['nothing', []],
    ['no stay that has ended', usual.slice(2)],
    ['nothing but moments', [{ step: 'a', median: 0, p90: 0, count: 1, open: 0 }]],
    ['a wait for ever', [{ step: 'a', median: Number.MAX_VALUE, p90: Number.MAX_VALUE, count: 1, open: 0 }]],
    ['hostile names', hostile],
    ['hostile names without stays', hostile.map((time) => ({ ...time, median: null, p90: null, count: 0 }))],
    ['hundreds of steps', Array.from({ length: 200 }, (_, index) => ({ step: `s${index}`, median: index, p90: index, count: 1, open: 0 }))],
  ])('of %s is plain JSON that Vega draws without a warning', async (_, times) => {
    for (const locale of [undefined, zhCN]) {
      const chart = timeInStepChart(analyse(times), undefined, locale)
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
      expect(compileChart(chart).warnings).toEqual([])
      const { svg, warnings } = await renderChart(chart)
      expect(warnings).toEqual([])
      expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/)
      expect([...svg.matchAll(/aria-roledescription="bar"/g)]).toHaveLength(2 * (chart as never as Drawn).data.values.length)
    }
  })

  it('refuses what is no analysis, what contradicts itself, and that of another definition', () => {
    expect(issuesOf(() => timeInStepChart(null as never))).toEqual([['wrong-type', ['analysis']]])
    const [first, second, third] = usual as [StepTime, StepTime, StepTime]
    expect(
      issuesOf(() =>
        timeInStepChart(
          analyse([
            { ...first, median: null },
            { ...second, step: 'recorded' },
            { ...third, p90: 5 },
          ]),
        ),
      ),
    ).toEqual([
      ['wrong-type', ['analysis', 'timeInStep', 0, 'median']],
      ['outdated-input', ['analysis', 'timeInStep', 2, 'p90']],
      ['duplicate', ['analysis', 'timeInStep', 1, 'step']],
    ])
    const made = analyse(usual, [reference(eightSteps)])
    expect(draw(made, eightSteps).data.values).toHaveLength(2)
    expect(issuesOf(() => timeInStepChart(made, counterService))).toEqual([['other-policy', ['analysis', 'policies']]])
    expect(issuesOf(() => timeInStepChart(made, [eightSteps, null] as never))).toEqual([['wrong-type', ['definition', 1]]])
    expect(issuesOf(() => timeInStepChart(made, 'eight-steps' as never))).toEqual([['wrong-type', ['definition']]])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    // The seed makes the count below certain.
    fc.assert(
      fc.property(spoil(analyse(usual, [reference(eightSteps)])), fc.boolean(), (changed, isAlone) => {
        try {
          const chart = timeInStepChart(changed as never, isAlone ? undefined : eightSteps)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 200, seed: 10 },
    )
    expect(refused).toBeGreaterThan(40)
  })
})
