import { addCalendarDays } from '@clientele/core'
import { conversionCurve, measureFunnel } from '@clientele/funnel'
import { opportunityPipeline } from '@clientele/funnel/templates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeWith, faultsOf, resultOf, runCode } from '../../../testing/showPage.js'
import type { Rates } from './computeWinRates.js'
import { daysField, dealNumbers, outcomeField } from './fields.js'
import { page } from './page.js'

const ratesOf = (changes: Partial<typeof page.defaults> = {}) => resultOf(page, changes).rates
const rounded = (rates: Rates) => Object.values(rates).map((rate) => (rate === null ? null : Math.round(rate * 1e4) / 1e4))
const allOf = (outcome: string) => Object.fromEntries(dealNumbers.map((number) => [outcomeField(number), outcome]))
const noDays = Object.fromEntries(dealNumbers.map((number) => [daysField(number), '']))

describe('win rates', () => {
  it('are those of the known answers (shared/vectors/funnel.md, 10)', () => {
    expect(rounded(ratesOf())).toEqual([0.375, 0.6, 0.65, 0.5])
    const { aalenJohansen, measure } = resultOf(page)
    expect(aalenJohansen.lost.at(-1)).toBeCloseTo(0.275, 12)
    expect(measure.conversion.eventual).toEqual({ rate: 0.5, unresolved: 0.225, throughDays: 60 })
  })

  it('follow days and outcomes as the package does', () => {
    const { measure, kaplanMeier } = resultOf(page, { 'days-3': '60', 'outcome-1': 'lost', 'days-8': '' })
    const asOf = '2024-06-30'
    const typed = [
      [10, 'lost'],
      [20, 'lost'],
      [60, 'open'],
      [30, 'won'],
      [40, 'lost'],
      [50, 'open'],
      [60, 'open'],
    ] as const
    const deals = typed.map(([days, outcome], index) => ({
      deal: index + 1,
      entered: addCalendarDays(asOf, -days),
      outcome,
      ...(outcome === 'open' ? {} : { left: asOf }),
    }))
    const log = deals.flatMap(({ deal, entered, outcome }) => [
      { deal, at: entered, to: 'open' },
      ...(outcome === 'open' ? [] : [{ deal, at: asOf, to: outcome }]),
    ])
    expect(measure.conversion).toEqual(measureFunnel(log, { ...opportunityPipeline, stages: [{ id: 'open' }] }, { asOf }).conversion)
    expect(kaplanMeier).toEqual(conversionCurve(deals, { asOf, method: 'kaplan-meier' }))
  })

  it('lie between what they are if all open deals are lost and if all are won', () => {
    const { open, lost, won } = resultOf(page).bounds
    expect([rounded(open), rounded(lost), rounded(won)]).toEqual([
      [0.375, 0.6, 0.65, 0.5],
      [0.375, 0.375, 0.65, 0.375],
      [0.75, 0.75, 1, 0.75],
    ])
    for (const suppose of ['lost', 'won'] as const) expect(ratesOf({ suppose })).toEqual(resultOf(page).bounds[suppose])
    expect(resultOf(page, { suppose: 'won' }).bounds).toEqual(resultOf(page).bounds)
    expect(resultOf(page, { suppose: '<script>' }).deals).toEqual(resultOf(page).deals)
  })

  it('are told of deals that are all open, all lost, of the same day, of days 0, and not of none', () => {
    expect(rounded(ratesOf(allOf('open')))).toEqual([0, null, 0, 0])
    expect(rounded(ratesOf(allOf('lost')))).toEqual([0, 0, 0, 0])
    expect(rounded(ratesOf(allOf('won')))).toEqual([1, 1, 1, 1])
    expect(rounded(ratesOf({ 'days-1': '20' }))).toEqual([0.375, 0.6, 0.65, 0.5])
    expect(rounded(ratesOf({ 'days-1': '0' }))).toEqual([0.375, 0.6, 0.65, 0.5])
    expect(rounded(ratesOf({ 'days-1': '0', 'outcome-1': 'open' }))[0]).toBe(0.25)
    expect(rounded(ratesOf(noDays))).toEqual([null, null, null, null])
  })

  it('tells of each open deal how likely it is won', () => {
    expect(resultOf(page).chances.map(({ deal, chance }) => [deal.number, chance.probability, chance.sample])).toEqual([
      [3, expect.closeTo(0.5, 12), 5],
      [6, expect.closeTo(0.5, 12), 2],
      [7, null, 0],
    ])
  })

  it('says what is wrong with days and with outcomes at once, where they are typed', () => {
    expect(
      faultsOf(page, { 'days-1': '-1', 'days-2': '10.5', 'days-3': 'x', 'days-4': '3651', 'days-5': ' 10 ', 'outcome-5': 'sold', 'outcome-8': '' }),
    ).toEqual({
      'days-1': ['too-small'],
      'days-2': ['not-an-integer'],
      'days-3': ['not-an-integer'],
      'days-4': ['too-large'],
      'outcome-5': ['not-allowed'],
      'outcome-8': ['not-allowed'],
    })
  })

  it('is taught with numbers that are so', () => {
    const { aalenJohansen } = resultOf(page)
    expect(aalenJohansen.times).toEqual([10, 20, 30, 40, 60])
    expect(aalenJohansen.atRisk).toEqual([8, 7, 5, 4, 2])
    expect(rounded({ ...aalenJohansen.won } as unknown as Rates)).toEqual([0.125, 0.125, 0.275, 0.275, 0.5])
    expect(rounded({ ...aalenJohansen.lost } as unknown as Rates)).toEqual([0, 0.125, 0.125, 0.275, 0.275])
    expect(rounded(ratesOf({ 'outcome-2': 'open', 'outcome-5': 'open' }))).toEqual([0.375, 1, 0.65, 0.65])
    expect(rounded(ratesOf({ 'days-3': '60' }))).toEqual([0.375, 0.6, 0.5139, 0.4167])
  })

  it.each([{}, { 'days-3': '60' }, { suppose: 'won' }, { 'days-1': '0', 'days-2': '' }, allOf('open'), noDays])(
    'gives code that computes what is shown: %j',
    (changes) => runCode(page, changes),
  )

  it('computes or explains whatever is typed', () => {
    const days = fc.oneof(fc.integer({ min: -2, max: 100 }).map(String), fc.string({ unit: 'binary', maxLength: 6 }))
    const outcome = fc.oneof(fc.constantFrom('won', 'lost', 'open'), fc.string({ maxLength: 4 }))
    const fields = fc.record(
      Object.fromEntries(dealNumbers.flatMap((number) => [[daysField(number), days] as const, [outcomeField(number), outcome] as const])),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fields, (changes) => {
        const { result, issues } = computeWith(page, changes)
        expect(result === undefined).toBe(issues.size > 0)
        expect(Object.keys(page.defaults)).toEqual(expect.arrayContaining([...issues.keys()]))
        if (result === undefined) return
        const shown = { language: 'en', isLarge: false, fields: { ...page.defaults, ...changes }, result, isStale: false } as const
        expect(() => page.view({ ...shown, issuesOf: () => [], change: () => undefined })).not.toThrow()
      }),
    )
  })
})
