import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NaiveDeal, naiveGreenwood, naiveRisks, naiveVariances } from '../../testing/naiveRisks.js'
import { createRandom } from '../../testing/xorshift.js'
import { type CompetingRisks, competingRisks, eventualRate } from './competingRisks.js'

const columnsOf = (deals: readonly NaiveDeal[]) => ({
  days: Int32Array.from(deals, ({ days }) => days),
  outcomes: Uint8Array.from(deals, ({ outcome }) => outcome),
  since: Int32Array.from(deals, ({ since }) => since),
})

const risksOf = (deals: readonly NaiveDeal[]): CompetingRisks => competingRisks(columnsOf(deals))

const outcome = fc.constantFrom(0, 1, 2) as fc.Arbitrary<0 | 1 | 2>

/** Deals of few days, so that much happens at once, or of days far apart. */
const dealsWatched = (since: fc.Arbitrary<number>): fc.Arbitrary<NaiveDeal[]> =>
  fc
    .constantFrom(3, 12, 60, 3_000_000)
    .chain((longest) => fc.array(fc.record({ days: fc.integer({ min: 0, max: longest }), outcome, since }), { maxLength: 40 }))

const early = dealsWatched(fc.constant(0))
const late = dealsWatched(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 14 })))

const expectClose = (actual: readonly number[], expected: readonly number[]): void => {
  expect(actual).toHaveLength(expected.length)
  for (const [index, value] of actual.entries()) expect(Math.abs(value - (expected[index] as number))).toBeLessThanOrEqual(1e-12)
}

describe('competingRisks', () => {
  it('gives the formulas as they are written, late entries and all', () => {
    fc.assert(
      fc.property(late, (deals) => {
        const { times, atRisk, won, lost, open } = risksOf(deals)
        const rows = naiveRisks(deals)
        expect(times).toEqual(rows.map(({ time }) => time))
        expect(atRisk).toEqual(rows.map((row) => row.atRisk))
        const first = rows.findIndex((row) => row.open <= 1e-15)
        expectClose(
          won,
          rows.map(({ wonShare }) => wonShare),
        )
        expectClose(
          lost,
          rows.map(({ lostShare }) => lostShare),
        )
        expectClose(
          open,
          rows.map((row) => row.open),
        )
        if (first >= 0) expect(open.slice(first).every((share) => share === 0)).toBe(true)
      }),
    )
  })

  it('gives the standard errors of Marubini & Valsecchi, summed anew for each time', () => {
    fc.assert(
      fc.property(late, (deals) => {
        const errors = risksOf(deals).standardErrors
        expectClose(
          errors.map((error) => error ** 2),
          naiveVariances(naiveRisks(deals)).map((variance) => Math.max(0, variance)),
        )
      }),
    )
  })

  it("gives Greenwood's standard errors where nothing is lost", () => {
    fc.assert(
      fc.property(late, (deals) => {
        const gained = deals.map((deal) => ({ ...deal, outcome: deal.outcome === 2 ? (0 as const) : deal.outcome }))
        expectClose(
          risksOf(gained).standardErrors,
          naiveGreenwood(naiveRisks(gained)).map((variance) => Math.sqrt(variance)),
        )
      }),
    )
  })

  it('has standard errors that deals drawn over and over bear out', () => {
    const random = createRandom(20_240_301)
    const draw = (): NaiveDeal => {
      const decided = Math.floor(-30 * Math.log(1 - random()))
      const watched = Math.floor(random() * 90)
      return { days: Math.min(decided, watched), outcome: decided > watched ? 0 : random() < 0.4 ? 1 : 2, since: 0 }
    }
    const runs = Array.from({ length: 1500 }, () => risksOf(Array.from({ length: 150 }, draw)))
    for (const day of [10, 30, 60]) {
      const drawn = runs.map(({ times, won, standardErrors }) => {
        const row = times.filter((time) => time <= day).length - 1
        return { share: won[row] as number, variance: (standardErrors[row] as number) ** 2 }
      })
      const mean = drawn.reduce((sum, { share }) => sum + share, 0) / drawn.length
      const spread = Math.sqrt(drawn.reduce((sum, { share }) => sum + (share - mean) ** 2, 0) / (drawn.length - 1))
      const told = Math.sqrt(drawn.reduce((sum, { variance }) => sum + variance, 0) / drawn.length)
      // Waiting times are geometric with mean 30, of which 0.4 are won: what is won by the end of a day is known. A spread of 1500 is known to about 2 %.
      expect(Math.abs(mean - 0.4 * (1 - Math.exp(-(day + 1) / 30)))).toBeLessThan(4 * (spread / Math.sqrt(drawn.length)))
      expect(told / spread).toBeGreaterThan(0.93)
      expect(told / spread).toBeLessThan(1.07)
    }
  })

  it('has shares that make a whole and never fall', () => {
    fc.assert(
      fc.property(late, (deals) => {
        const { won, lost, open } = risksOf(deals)
        for (const [index, share] of won.entries()) {
          expect(Math.abs(share + (lost[index] as number) + (open[index] as number) - 1)).toBeLessThanOrEqual(1e-12)
          expect(share).toBeGreaterThanOrEqual(won[index - 1] ?? 0)
          expect(lost[index]).toBeGreaterThanOrEqual(lost[index - 1] ?? 0)
          expect(open[index]).toBeLessThanOrEqual(open[index - 1] ?? 1)
        }
      }),
    )
  })

  it('is stable for 100,000 deals, each of a time of its own', () => {
    const random = createRandom(7)
    const deals = Array.from({ length: 100_000 }, (_, index) => ({ days: index * 3, outcome: Math.floor(random() * 3) as 0 | 1 | 2, since: 0 }))
    const { won, lost, open, standardErrors } = risksOf(deals)
    for (const [index, share] of won.entries()) {
      if (Math.abs(share + (lost[index] as number) + (open[index] as number) - 1) > 1e-12) throw new Error(`no whole at ${index}`)
      if (share < (won[index - 1] ?? 0) || (standardErrors[index] as number) > 0.5) throw new Error(`falls at ${index}`)
    }
    // Won and lost are as likely: so are their shares in the end, within five standard errors.
    const last = won.length - 1
    expect(Math.abs((won[last] as number) - 0.5)).toBeLessThan(5 * (standardErrors[last] as number))
  })

  it('gives the plain shares where every deal is decided, rounded once', () => {
    fc.assert(
      fc.property(early, (deals) => {
        const decided = deals.filter((deal) => deal.outcome > 0)
        const { times, won, lost } = risksOf(decided)
        const share = (time: number, code: number) =>
          decided.filter((deal) => deal.outcome === code && deal.days <= time).length / Math.max(1, decided.length)
        expect(won).toEqual(times.map((time) => share(time, 1)))
        expect(lost).toEqual(times.map((time) => share(time, 2)))
      }),
    )
  })

  it('does not depend on the order of deals', () => {
    fc.assert(
      fc.property(late, fc.infiniteStream(fc.nat()), (deals, keys) => {
        const shuffled = deals.map((deal) => [keys.next().value as number, deal] as const).sort(([one], [other]) => one - other)
        expect(risksOf(shuffled.map(([, deal]) => deal))).toEqual(risksOf(deals))
      }),
    )
  })

  it('takes no late entry for one of 0', () => {
    fc.assert(
      fc.property(early, (deals) => {
        const { days, outcomes, since } = columnsOf(deals)
        expect(competingRisks({ days, outcomes })).toEqual(competingRisks({ days, outcomes, since }))
      }),
    )
  })

  it('goes on where the risk set was empty for a while', () => {
    // Undecided up to day 3, nobody watched on days 4 and 5, two more from day 6 on.
    const { times, atRisk, won, open } = risksOf([
      { days: 2, outcome: 1, since: 0 },
      { days: 3, outcome: 0, since: 0 },
      { days: 8, outcome: 1, since: 5 },
      { days: 9, outcome: 0, since: 5 },
    ])
    expect({ times, atRisk, won, open }).toEqual({ times: [2, 8], atRisk: [2, 2], won: [0.5, 0.75], open: [0.5, 0.25] })
  })

  it('gains nothing once nobody was left open', () => {
    const { times, won, lost, open, standardErrors, throughDays } = risksOf([
      { days: 2, outcome: 1, since: 0 },
      { days: 2, outcome: 2, since: 0 },
      { days: 8, outcome: 1, since: 5 },
      { days: 9, outcome: 0, since: 5 },
    ])
    expect({ times, won, lost, open }).toEqual({ times: [2, 8], won: [0.5, 0.5], lost: [0.5, 0.5], open: [0, 0] })
    expect(standardErrors[1]).toBe(standardErrors[0])
    expect(throughDays).toBe(9)
  })

  it('counts who comes under watch once nobody was left open', () => {
    fc.assert(
      fc.property(late, (deals) => {
        const usedUp = naiveRisks(deals).find(({ atRisk, decided }) => atRisk === decided)
        const expected = deals.filter(({ days, since }) => usedUp !== undefined && since >= usedUp.time && since < days && since > 0)
        expect(risksOf(deals).latecomers).toBe(expected.length)
      }),
    )
    const decided: NaiveDeal = { days: 2, outcome: 2, since: 0 }
    const since = (day: number): NaiveDeal => ({ days: 9, outcome: 1, since: day })
    expect([1, 2, 5].map((day) => risksOf([decided, since(day), since(day)]).latecomers)).toEqual([0, 2, 2])
  })

  it('leaves out who was never watched', () => {
    const watched: NaiveDeal = { days: 4, outcome: 1, since: 2 }
    const never: NaiveDeal[] = [
      { days: 3, outcome: 1, since: 3 },
      { days: 9, outcome: 2, since: 12 },
    ]
    expect(risksOf([watched, ...never])).toEqual(risksOf([watched]))
    expect(risksOf(never)).toEqual({ times: [], atRisk: [], won: [], lost: [], open: [], standardErrors: [], throughDays: null, latecomers: 0 })
  })
})

describe('eventualRate', () => {
  it('is the end of the curve', () => {
    fc.assert(
      fc.property(early, (deals) => {
        const { days, outcomes } = columnsOf(deals)
        const { won, open, throughDays } = competingRisks({ days, outcomes })
        const none = deals.length === 0
        expect(eventualRate(days, outcomes)).toEqual({
          rate: none ? null : (won.at(-1) ?? 0),
          unresolved: none ? null : (open.at(-1) ?? 1),
          throughDays,
        })
      }),
    )
  })

  // R survival: survfit(Surv(days, factor(outcome)) ~ 1): known answer 10.
  it('of eight deals is a half, and .225 are unresolved', () => {
    const days = Int32Array.of(10, 20, 20, 30, 40, 50, 60, 60)
    expect(eventualRate(days, Uint8Array.of(1, 2, 0, 1, 2, 0, 0, 1))).toEqual({ rate: 0.5, unresolved: 0.225, throughDays: 60 })
  })
})
