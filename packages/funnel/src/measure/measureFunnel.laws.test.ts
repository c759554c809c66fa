import { sumDecimals } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { measureNaively } from '../../testing/naiveFunnel.js'
import { contradictoryLogs, logs, options, pipeline, rates } from '../../testing/stageLogs.js'
import type { CurrencyAmount, FunnelFigures, FunnelMeasure, FunnelOptions, Pipeline, StageChange } from '../index.js'
import { measureFunnel } from '../index.js'

const PLACES = 9

/** Numbers to nine decimal places: two ways to the same share round otherwise on their way. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' && !Number.isInteger(one) ? Number(one.toFixed(PLACES)) + 0 : one)))

/** A measure without the texts of its issues. */
const told = ({ rejected, policies: _, ...measure }: FunnelMeasure): object => ({
  ...measure,
  refused: rejected.flatMap(({ index, issues }) => issues.map(({ code }) => [index, code])),
})

const withinPipelines: fc.Arbitrary<Pipeline> = fc.constantFrom(pipeline, { ...pipeline, currency: 'USD' }, { ...pipeline, skips: 'refuse' as const })

const cases = fc.boolean().chain((hasRates) => fc.tuple(logs(hasRates), withinPipelines, options(hasRates)))

/** What was refused, without where it stood in the log. */
const refusedOf = (log: readonly StageChange[], { rejected }: FunnelMeasure): string[] =>
  rejected.map(({ index, id, issues }) => JSON.stringify([log[index], id, issues.map(({ code, path }) => [code, path.at(-1)])])).sort()

const shuffled = <Row>(rows: readonly Row[]): fc.Arbitrary<Row[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length })

/** Adds up the amounts of some measures by currency. */
const totals = (parts: readonly (readonly CurrencyAmount[])[]): Record<string, string> => {
  const all = parts.flat()
  const currencies = new Set(all.map(({ currency }) => currency))
  return Object.fromEntries(
    [...currencies].map((code) => [code, sumDecimals(all.filter(({ currency }) => currency === code).map(({ amount }) => amount))]),
  )
}

const everyFigures = (measure: FunnelMeasure): readonly FunnelFigures[] => [measure, ...(measure.groups ?? [])]

describe('measureFunnel: laws', () => {
  it('finds what the definitions say, looked up deal by deal', () => {
    const seen = { skipped: 0, regressed: 0, reopened: 0, rejected: 0, 'later-changes': 0, 'entered-otherwise': 0, 'lost-without-stage': 0 }
    fc.assert(
      fc.property(cases, ([log, by, asked]) => {
        const measure = measureFunnel(log, by, asked)
        expect(rounded(told(measure))).toEqual(rounded(measureNaively(log, by, asked)))
        for (const { code } of measure.diagnoses) if (code in seen) seen[code as keyof typeof seen] += 1
      }),
      { numRuns: 700, seed: 11 },
    )
    for (const [code, count] of Object.entries(seen)) expect([code, count >= 50]).toEqual([code, true])
  })

  it('does not depend on the order of the log, even where changes contradict each other', () => {
    let contradictions = 0
    fc.assert(
      fc.property(
        contradictoryLogs.chain((log) => fc.tuple(fc.constant(log), shuffled(log), options())),
        ([log, other, asked]) => {
          const [measure, again] = [measureFunnel(log, pipeline, asked), measureFunnel(other, pipeline, asked)]
          expect({ ...again, rejected: [] }).toEqual({ ...measure, rejected: [] })
          contradictions += measure.rejected.length
          // Of changes that say the same, any may be the one that is refused.
          expect(refusedOf(other, again)).toEqual(refusedOf(log, measure))
        },
      ),
      { numRuns: 500, seed: 11 },
    )
    expect(contradictions).toBeGreaterThan(100)
  })

  it('is not changed by copies of changes, which are all refused', () => {
    fc.assert(
      fc.property(
        logs().chain((log) =>
          fc.tuple(
            fc.constant(log),
            fc.subarray(log).chain((copies) => shuffled([...log, ...copies])),
            options(),
          ),
        ),
        ([log, copied, asked]) => {
          const [measure, again] = [measureFunnel(log, pipeline, asked), measureFunnel(copied, pipeline, asked)]
          const without = ({ diagnoses, rejected: _, ...figures }: FunnelMeasure): object => ({
            ...figures,
            diagnoses: diagnoses.filter(({ code }) => code !== 'rejected' && code !== 'later-changes'),
          })
          expect(without(again)).toEqual(without(measure))
        },
      ),
    )
  })

  it('throws exactly where something is rejected, and the same', () => {
    fc.assert(
      fc.property(contradictoryLogs, options(), (log, asked) => {
        const { rejected, ...measure } = measureFunnel(log, pipeline, asked)
        const run = (): FunnelMeasure => measureFunnel(log, pipeline, { ...asked, invalid: 'throw' })
        if (rejected.length === 0) expect(run()).toEqual({ ...measure, rejected })
        else expect(run).toThrow(expect.objectContaining({ issues: rejected.flatMap(({ issues }) => issues) }))
      }),
    )
  })

  it('adds up: every deal is won, lost or open, at every stage it came to; as many advance as come to the next', () => {
    fc.assert(
      fc.property(cases, ([log, by, asked]) => {
        for (const { entered, stages, won, lost, open, losses, conversion } of everyFigures(measureFunnel(log, by, asked))) {
          expect(won.count + lost.count + open.count).toBe(entered)
          for (const [index, stage] of stages.entries()) {
            expect(stage.advanced + stage.lost + stage.open).toBe(stage.entered)
            expect(stage.advanced).toBe(index + 1 < stages.length ? stages[index + 1]?.entered : won.count)
            expect(stage.skipped).toBeLessThanOrEqual(stage.advanced)
          }
          expect(stages.reduce((sum, { standing }) => sum + standing, 0)).toBe(open.count)
          expect(stages.reduce((sum, stage) => sum + stage.open, 0)).toBe(open.count)
          expect(losses.reduce((sum, { count }) => sum + count, 0)).toBe(lost.count)
          expect(totals(losses.map(({ amounts }) => amounts))).toEqual(totals([lost.amounts]))
          const { rate, unresolved } = conversion.eventual
          if (rate !== null && unresolved !== null) expect(rate + unresolved).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
    )
  })

  it('tells of the whole what its groups and its cohorts tell together', () => {
    fc.assert(
      fc.property(cases, ([log, by, asked]) => {
        const measure = measureFunnel(log, by, { ...asked, by: 'region', cohorts: asked.cohorts ?? { by: 'week' }, detail: 'deals' })
        const { groups = [], cohorts = [], deals = [], stages } = measure
        for (const parts of [groups, cohorts]) expect(parts.reduce((sum, { entered }) => sum + entered, 0)).toBe(measure.entered)
        for (const outcome of ['won', 'lost', 'open'] as const) {
          expect(groups.reduce((sum, group) => sum + group[outcome].count, 0)).toBe(measure[outcome].count)
          expect(totals(groups.map((group) => group[outcome].amounts))).toEqual(totals([measure[outcome].amounts]))
          expect(cohorts.reduce((sum, cohort) => sum + cohort[outcome], 0)).toBe(measure[outcome].count)
          expect(deals.filter((deal) => deal.outcome === outcome)).toHaveLength(measure[outcome].count)
        }
        for (const [index, stage] of stages.entries()) {
          for (const key of ['entered', 'skipped', 'advanced', 'lost', 'open', 'standing'] as const) {
            expect(groups.reduce((sum, group) => sum + (group.stages[index]?.[key] as number), 0)).toBe(stage[key])
          }
        }
        for (const { from, to } of cohorts) expect(from <= to).toBe(true)
        for (const { deal, entered } of deals)
          expect([deal, cohorts.filter(({ from, to }) => from <= entered && entered <= to).length]).toEqual([deal, 1])
      }),
    )
  })

  it('never takes back that a deal came to a stage, however much later one looks', () => {
    fc.assert(
      fc.property(logs(), options(), options(), (log, one, other) => {
        const [early, late] = [one, other].sort((a, b) => (a.asOf < b.asOf ? -1 : 1)) as [FunnelOptions, FunnelOptions]
        const look = ({ asOf }: FunnelOptions): FunnelMeasure => measureFunnel(log, pipeline, { asOf, invalid: 'collect', detail: 'deals' })
        const [before, after] = [look(early), look(late)]
        expect(before.entered).toBeLessThanOrEqual(after.entered)
        const ids = pipeline.stages.map(({ id }) => id)
        for (const { deal, furthest, entered } of before.deals ?? []) {
          const later = after.deals?.find((standing) => standing.deal === deal)
          expect(later?.entered).toBe(entered)
          expect(ids.indexOf(later?.furthest ?? '')).toBeGreaterThanOrEqual(ids.indexOf(furthest ?? ''))
        }
      }),
    )
  })

  it('gives plain data that JSON keeps, and leaves what it is given as it was', () => {
    fc.assert(
      fc.property(cases, ([log, by, asked]) => {
        const measure = measureFunnel(deepFreeze(structuredClone(log)), deepFreeze(structuredClone(by)), deepFreeze(structuredClone(asked)))
        expect(JSON.parse(JSON.stringify(measure))).toStrictEqual(measure)
        expect(measure).toEqual(measureFunnel(log, by, asked))
      }),
    )
  })

  it('tells amounts in one currency as the rates say, to the last digit', () => {
    fc.assert(
      fc.property(logs(true), options(), (log, asked) => {
        const measure = measureFunnel(log, pipeline, asked)
        const converted = measureFunnel(log, pipeline, { ...asked, currencyRates: rates })
        for (const outcome of ['won', 'lost', 'open'] as const) {
          const worth = measure[outcome].amounts.map(({ currency, amount }) => [currency === 'EUR' ? 1 : rates.rates[currency as string], amount])
          const [sum] = converted[outcome].amounts
          expect(converted[outcome].amounts.length).toBe(Math.min(1, worth.length))
          if (sum === undefined) continue
          expect(sum.currency).toBe('EUR')
          expect(Number(sum.amount)).toBeCloseTo(
            worth.reduce((total, [rate, amount]) => total + Number(rate) * Number(amount), 0),
            3,
          )
        }
      }),
    )
  })
})
