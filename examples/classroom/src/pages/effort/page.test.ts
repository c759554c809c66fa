import { allocateEffort, rankBottlenecks } from '@clientele/funnel'
import { textbookFunnel } from '@clientele/funnel/templates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeWith, faultsOf, resultOf, runCode } from '../../../testing/showPage.js'
import { defaults } from './fields.js'
import { page } from './page.js'

const hoursOf = (changes: Partial<typeof page.defaults> = {}) =>
  Object.fromEntries(resultOf(page, changes).allocation.stages.map(({ stage, hours }) => [stage, hours]))

/** The book of the textbook's example in the terminal, as it is given to the package. */
const stages = [
  { stage: 'potential', entered: 250, advanced: 105, lost: 105, open: 40 },
  { stage: 'prospect', entered: 105, advanced: 60, lost: 40, open: 5 },
  { stage: 'customer', entered: 60, advanced: 42, lost: 14, open: 4 },
  { stage: 'partner', entered: 42, advanced: 36, lost: 4, open: 2 },
]
const costs = [
  { stage: 'potential', hoursPerDeal: 2, capacity: 40 },
  { stage: 'prospect', hoursPerDeal: 2, capacity: 5 },
  { stage: 'customer', hoursPerDeal: 4, capacity: 4 },
  { stage: 'partner', hoursPerDeal: 5, capacity: 2 },
]
const asOf = '2024-06-30'
const policies = [{ kind: 'pipeline', id: 'textbook-funnel', version: '1' }]
const options = { costs, values: 20_000, currency: 'CNY' }

describe('dividing time', () => {
  it('is the example of the terminal (S1, 漏斗理論): 4,050, 3,600, 3,375 and 2,025 yuan an hour', () => {
    const { allocation, measure } = resultOf(page)
    expect(measure.stages).toMatchObject(stages)
    expect(allocation).toEqual(allocateEffort({ asOf, stages, policies }, { ...options, hours: 40 }))
    expect(allocation.stages.map(({ marginal }) => marginal)).toEqual([2025, 4050, 3375, 3600])
    expect(hoursOf()).toEqual({ potential: 4, prospect: 10, customer: 16, partner: 10 })
    expect(page.policy(page.defaults, resultOf(page))).toEqual(textbookFunnel)
  })

  it('follows hours, worth, counts and the hours that one takes', () => {
    const { allocation } = resultOf(page, { hours: '30.5', worth: '15000.50', 'open-prospect': '7', 'lost-partner': '6', 'hours-customer': '1.5' })
    const changed = [
      { stage: 'potential', entered: 254, advanced: 109, lost: 105, open: 40 },
      { stage: 'prospect', entered: 109, advanced: 62, lost: 40, open: 7 },
      { stage: 'customer', entered: 62, advanced: 44, lost: 14, open: 4 },
      { stage: 'partner', entered: 44, advanced: 36, lost: 6, open: 2 },
    ]
    const spent = costs.map((cost) =>
      cost.stage === 'prospect' ? { ...cost, capacity: 7 } : cost.stage === 'customer' ? { ...cost, hoursPerDeal: 1.5 } : cost,
    )
    const given = { hours: 30.5, costs: spent, values: '15000.50', currency: 'CNY' }
    expect(allocation).toEqual(allocateEffort({ asOf, stages: changed, policies }, given))
  })

  it('tells what each neck costs, as the package does', () => {
    const { ranking, measure } = resultOf(page, { 'benchmark-customer': '', 'benchmark-partner': '0.9' })
    expect(ranking).toEqual(rankBottlenecks(measure, { benchmarks: { potential: '0.55', prospect: '0.65', partner: '0.9' } }))
    expect(ranking.met.map(({ stage }) => stage)).toEqual(['partner'])
  })

  it('divides no hours, hours of nobody, and hours of which nobody knows what they bring', () => {
    expect(resultOf(page, { hours: '0' }).allocation).toMatchObject({ expectedValue: 0, nextHour: { stage: 'prospect', value: 4050 } })
    const nobody = Object.fromEntries(Object.keys(defaults).map((field) => [field, /^(lost|open)|^stay/.test(field) ? '0' : defaults.hours]))
    expect(
      resultOf(page, { ...nobody, ...Object.fromEntries(Object.entries(defaults).filter(([field]) => /^benchmark/.test(field))) }).allocation,
    ).toMatchObject({
      expectedValue: 0,
      left: 40,
      nextHour: null,
    })
    expect(resultOf(page, { stay: '0' }).allocation.stages.map(({ marginal }) => marginal)).toEqual([0, 0, 0, 0])
    expect(resultOf(page, { hours: '200' }).allocation.left).toBe(84)
  })

  it('says what is wrong with counts, hours, worth and benchmarks at once, where they are typed', () => {
    expect(
      faultsOf(page, {
        'lost-potential': '-1',
        'open-prospect': '1.5',
        stay: '',
        'lost-partner': '501',
        'hours-customer': '0',
        'hours-partner': 'x',
        hours: '-1',
        worth: '1e999',
        'benchmark-potential': '1.1',
        'benchmark-prospect': 'half',
      }),
    ).toEqual({
      'lost-potential': ['too-small'],
      'open-prospect': ['not-an-integer'],
      stay: ['not-an-integer'],
      'lost-partner': ['too-large'],
      'hours-customer': ['not-above'],
      'hours-partner': ['not-a-decimal'],
      hours: ['too-small'],
      worth: ['too-large'],
      'benchmark-potential': ['too-large'],
      'benchmark-prospect': ['not-a-decimal'],
    })
  })

  it('is taught with numbers that are so', () => {
    const { allocation, ranking } = resultOf(page)
    expect(allocation.stages.map(({ winRate }) => winRate)).toEqual([0.2025, 0.405, 0.675, 0.9])
    expect(allocation.expectedValue).toBe(138_600)
    const short = resultOf(page, { hours: '16' }).allocation
    expect(hoursOf({ hours: '16' })).toEqual({ potential: 0, prospect: 10, customer: 0, partner: 6 })
    expect([short.expectedValue, allocation.expectedValue - short.expectedValue]).toEqual([62_100, 76_500])
    expect(resultOf(page, { 'hours-potential': '1' }).allocation.reasons[0]).toMatchObject({ params: { stage: 'prospect', marginal: 4050 } })
    expect(resultOf(page, { 'hours-potential': '0.99' }).allocation.reasons[0]).toMatchObject({ params: { stage: 'potential' } })
    expect(ranking.bottlenecks.map(({ stage, lostDeals, lostValue }) => [stage, lostDeals, lostValue[0]?.amount])).toEqual([
      ['potential', 5.0625, '101250.00'],
      ['prospect', 3.54375, '70875.00'],
      ['customer', 2.7, '54000.00'],
      ['partner', 2.1, '42000.00'],
    ])
  })

  it.each([{}, { hours: '16' }, { hours: '0.1', worth: '0.30' }, { 'lost-partner': '0', stay: '0', 'benchmark-partner': '' }])(
    'gives code that computes what is shown: %j',
    (changes) => runCode(page, changes),
  )

  it('computes or explains whatever is typed, and shows it', () => {
    const text = fc.oneof(fc.integer({ min: -1, max: 60 }).map(String), fc.constantFrom('', '0', '0.5', '1e-90', '1e90', '1e-101', '__proto__'))
    const fields = fc.record(Object.fromEntries(Object.keys(defaults).map((field) => [field, text] as const)), { requiredKeys: [] })
    fc.assert(
      fc.property(fields, fc.constantFrom('en', 'zh-CN'), (changes, language) => {
        const { result, issues } = computeWith(page, changes)
        expect(result === undefined).toBe(issues.size > 0)
        expect(Object.keys(defaults)).toEqual(expect.arrayContaining([...issues.keys()]))
        if (result === undefined) return
        const shown = { language, isLarge: false, fields: { ...defaults, ...changes }, result, isStale: false } as const
        expect(() => page.view({ ...shown, issuesOf: () => [], change: () => undefined })).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })
})
