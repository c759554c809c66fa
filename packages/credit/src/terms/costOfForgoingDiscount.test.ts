import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { type CreditTerms, costOfForgoingDiscount, type ForgoingOptions, parseTerms } from '../index.js'

const simple: ForgoingOptions = { daysInYear: 365, compound: false }
const compounded: ForgoingOptions = { daysInYear: 365, compound: true }
const simple360: ForgoingOptions = { daysInYear: 360, compound: false }
const compounded360: ForgoingOptions = { daysInYear: 360, compound: true }

const rates = (text: string, options: ForgoingOptions): number[] =>
  costOfForgoingDiscount(parseTerms(text), options).steps.map((step) => step.annualRate)
const percents = (text: string, options: ForgoingOptions): string[] => rates(text, options).map((rate) => (rate * 100).toFixed(2))

describe('costOfForgoingDiscount', () => {
  it.each([
    ['2/10 n/30', '37.24', '44.59', '36.73'],
    ['1/10 n/30', '18.43', '20.13', '18.18'],
    ['3/10 n/30', '56.44', '74.35', '55.67'],
    ['2/10 n/60', '14.90', '15.89', '14.69'],
    ['1/10 n/45', '10.53', '11.05', '10.39'],
  ])('known answers, %s: simple, compounded, on 360 days', (text, onceAYear, withInterest, on360) => {
    expect([simple, compounded, simple360].map((options) => percents(text, options))).toEqual([[onceAYear], [withInterest], [on360]])
  })

  it("textbook S1's own tiers: each against the next, and against the net day", () => {
    const terms = parseTerms('2/15, 1/20, N/30')
    const { steps, againstNet, ...others } = costOfForgoingDiscount(terms, simple)
    expect(others).toEqual({ daysInYear: 365, compound: false, policies: [{ kind: 'credit-terms', id: terms.id, version: '1' }] })
    const shown = (list: typeof steps) =>
      list.map((step) => [step.withinDays, step.percent, step.versusDays, step.versusPercent, (step.annualRate * 100).toFixed(2)])
    expect(shown(steps)).toEqual([
      [15, '2', 20, '1', '74.49'],
      [20, '1', 30, '0', '36.87'],
    ])
    expect(shown(againstNet)).toEqual([
      [15, '2', 30, '0', '49.66'],
      [20, '1', 30, '0', '36.87'],
    ])
    const withInterest = costOfForgoingDiscount(terms, compounded)
    expect(shown(withInterest.steps).map((step) => step[4])).toEqual(['109.83', '44.32'])
    expect(shown(withInterest.againstNet).map((step) => step[4])).toEqual(['63.49', '44.32'])
  })

  it.each([
    ['2/10, N/30', 0.37244897959183676, 0.4458529273124851, simple, compounded],
    ['3/5, 2/15, N/15', 0.3711340206185567, 0.4466260832805142, simple360, compounded360],
    ['2/15, 0.5/30, N/30', 0.3673469387755102, 0.4398860404147314, simple360, compounded360],
    ['0.5/30, N/60', 0.06113902847571189, 0.06288395454273585, simple, compounded],
    ['0.0001/0, N/1', 0.000365000365000365, 0.0003650668031720068, simple, compounded],
    ['50/0, N/1', 365, 7.515336264876266e109, simple, compounded],
    ['99.99/0, N/365', 9999, 9999, simple, compounded],
  ])('%s as Python computes it in a thousand digits', (text, rate, withInterest, once, twice) => {
    expect(rates(text, once)).toEqual([rate])
    const [found = 0] = rates(text, twice)
    expect(Math.abs(found / withInterest - 1)).toBeLessThan(1e-13)
  })

  it('is the greatest number where the rate is beyond all numbers, and finite where only a step of it is', () => {
    const nearlyAll = (netDays: number): string => `99.${'9'.repeat(400)}/0, N/${netDays}`
    expect(rates(nearlyAll(1), simple)).toEqual([Number.MAX_VALUE])
    expect(rates(nearlyAll(1), compounded)).toEqual([Number.MAX_VALUE])
    expect(rates('99.5/0, N/1', compounded)).toEqual([Number.MAX_VALUE])
    expect(rates(nearlyAll(1_000_000), compounded360)[0]).toBeCloseTo(0.39546837925466843, 13)
    expect((rates(nearlyAll(Number.MAX_SAFE_INTEGER), compounded)[0] as number) / 3.7509807560160184e-11).toBeCloseTo(1, 12)
    expect(rates(`99.${'9'.repeat(400)}/0, 99/1000000, N/2000000`, compounded360)[0]).toBeCloseTo(0.39315680294530314, 13)
  })

  it('leaves out a discount that has no later step', () => {
    expect(costOfForgoingDiscount(parseTerms('2/15, 1/30, N/30'), simple)).toMatchObject({
      steps: [{ withinDays: 15, versusDays: 30, versusPercent: '1' }],
      againstNet: [{ withinDays: 15, versusDays: 30, versusPercent: '0' }],
    })
    expect(costOfForgoingDiscount(parseTerms('N/30'), compounded)).toMatchObject({ steps: [], againstNet: [] })
    const terms: CreditTerms = { kind: 'credit-terms', id: 'x', version: 1, discounts: [{ withinDays: -0, percent: 2 }], netDays: -0 }
    expect(costOfForgoingDiscount(terms, simple)).toMatchObject({ steps: [], againstNet: [] })
    expect(costOfForgoingDiscount({ ...terms, netDays: 30 }, simple).steps[0]?.withinDays).toBe(0)
  })

  const someTerms = fc
    .record({
      days: fc.uniqueArray(fc.nat(120), { minLength: 1, maxLength: 4 }),
      hundredths: fc.uniqueArray(fc.integer({ min: 1, max: 3000 }), { minLength: 4, maxLength: 4 }),
      more: fc.nat(90),
    })
    .map(({ days, hundredths, more }) => {
      days.sort((a, b) => a - b)
      hundredths.sort((a, b) => b - a)
      return { days, hundredths: hundredths.slice(0, days.length), netDays: (days.at(-1) as number) + more }
    })
  const termsOf = ({ days, hundredths, netDays }: { days: number[]; hundredths: number[]; netDays: number }): CreditTerms => ({
    kind: 'credit-terms',
    id: 'some',
    version: 1,
    discounts: days.map((withinDays, index) => ({ withinDays, percent: (hundredths[index] as number) / 100 })),
    netDays,
  })

  it('is the quotient of two integers, rounded once, and its power', () => {
    fc.assert(
      fc.property(someTerms, fc.constantFrom(360 as const, 365 as const), (some, daysInYear) => {
        const terms = termsOf(some)
        const once = costOfForgoingDiscount(terms, { daysInYear, compound: false })
        const often = costOfForgoingDiscount(terms, { daysInYear, compound: true })
        expect(JSON.parse(JSON.stringify([once, often]))).toStrictEqual([once, often])
        const expected = some.days.flatMap((day, index) => {
          const [off, next] = [some.hundredths[index] as number, some.hundredths[index + 1] ?? 0]
          const span = (some.days[index + 1] ?? some.netDays) - day
          return span === 0
            ? []
            : [[((off - next) * daysInYear) / ((10_000 - off) * span), (1 + (off - next) / (10_000 - off)) ** (daysInYear / span) - 1]]
        })
        expect(once.steps.map((step) => step.annualRate)).toEqual(expected.map(([rate]) => rate))
        often.steps.forEach(({ annualRate }, index) => {
          expect(Math.abs(annualRate / (expected[index]?.[1] as number) - 1)).toBeLessThan(1e-9)
          if (some.days.length > 0 && (once.steps[index]?.versusDays as number) - (once.steps[index]?.withinDays as number) <= daysInYear)
            expect(annualRate * (1 + 1e-12)).toBeGreaterThanOrEqual(once.steps[index]?.annualRate as number)
        })
        const last = once.steps.at(-1)
        if (last !== undefined && last.versusPercent === '0') expect(once.againstNet.at(-1)).toEqual(last)
      }),
    )
  })

  it('names what is wrong', () => {
    const terms = parseTerms('2/10, N/30')
    expect(issuesOf(() => costOfForgoingDiscount(terms, undefined as never))).toEqual([['missing', ['options']]])
    expect(issuesOf(() => costOfForgoingDiscount(terms, {} as never))).toEqual([
      ['missing', ['options', 'daysInYear']],
      ['missing', ['options', 'compound']],
    ])
    expect(issuesOf(() => costOfForgoingDiscount(null as never, { daysInYear: '365', compound: 1, year: 1 } as never))).toEqual([
      ['wrong-type', ['terms']],
      ['unknown-key', ['options', 'year']],
      ['not-allowed', ['options', 'daysInYear']],
      ['not-allowed', ['options', 'compound']],
    ])
    expect(issuesOf(() => costOfForgoingDiscount({ ...terms, netDays: 9 }, { daysInYear: 366 as never, compound: true }))).toEqual([
      ['too-large', ['terms', 'discounts', 0, 'withinDays']],
      ['not-allowed', ['options', 'daysInYear']],
    ])
  })
})
