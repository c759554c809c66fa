import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastCases } from '../../testing/forecastLogs.js'
import { forecastNaively, type NaivePeriod } from '../../testing/naiveForecast.js'
import { forecastSales } from './forecastSales.js'

const canonical = (amount: string): string => new Decimal(amount).toString()
const exact = (amount: Decimal): string => new Decimal(amount).toString()

describe('forecastSales, by every outcome there may be', () => {
  it('gives what all outcomes add up to', () => {
    let counted = 0
    fc.assert(
      fc.property(forecastCases, ({ log, pipeline, options }) => {
        const found = forecastSales(log, pipeline, { ...options, detail: 'distribution' })
        const naive = forecastNaively(log, pipeline, options)
        expect(found.currency).toBe(naive.currency)
        expect(found.unplaced.map(({ deal }) => deal)).toEqual(naive.unplaced)
        expect(found.overdue.map(({ deal }) => deal)).toEqual(naive.overdue)
        expect(found.unknown.map(({ deal, reason }) => [deal, reason])).toEqual(naive.unknown)
        expect(forecastSales(log, pipeline, { ...options, detail: 'deals' }).deals).toEqual(
          naive.open.map((deal) => ({ ...deal, probability: expect.toSatisfy((share) => share === null || (share >= 0 && share <= 1)) })),
        )
        for (const [index, period] of found.periods.entries()) {
          const own = naive.periods[index] as NaivePeriod
          expect(period.computed).toBe('exact')
          for (const key of ['won', 'open', 'expected', 'low', 'median', 'high'] as const)
            expect([key, canonical(period[key])]).toEqual([key, exact(own[key])])
          expect(period.gap === undefined ? null : canonical(period.gap)).toBe(own.gap === null ? null : exact(own.gap))
          expect(period.deals).toBe(own.deals)
          expect(Math.abs(period.standardDeviation - own.variance.sqrt().toNumber())).toBeLessThanOrEqual(1e-9 * (1 + period.standardDeviation))
          if (own.probabilityOfTarget === null) expect(period.probabilityOfTarget).toBeNull()
          else expect(Math.abs((period.probabilityOfTarget as number) - own.probabilityOfTarget.toNumber())).toBeLessThanOrEqual(1e-12)
          expect(period.outcomes?.map(({ amount }) => canonical(amount))).toEqual(own.outcomes.map(([amount]) => exact(amount)))
          for (const [place, { probability }] of (period.outcomes ?? []).entries()) {
            expect(Math.abs(probability - (own.outcomes[place]?.[1].toNumber() as number))).toBeLessThanOrEqual(1e-12)
          }
          if (own.deals > 1) counted += 1
        }
      }),
      { numRuns: 300, seed: 3 },
    )
    expect(counted).toBeGreaterThan(100)
  })
})
