import {
  explainBgNbd,
  explainChurnRate,
  explainCohortRetention,
  explainGammaGamma,
  explainLifetimeValues,
  explainModelValidation,
  explainPurchases,
} from '@clientele/tiering/explain'
import { describe, expect, it } from 'vitest'
import { dayOf2026, shop } from '../../testing/shop.js'
import { ordersFile, ownConfig, runOn, runWords } from '../../testing/trial.js'
import type { ReportOfOrders } from '../report/types.js'
import type { Draw } from '../seedDraw.js'
import type { LifetimeReport } from './types.js'

const { lifetime: own } = ownConfig()

/** What is told of a book of which the config asks for nothing else. */
async function reportOn(rows: readonly string[], changes: object = {}): Promise<LifetimeReport> {
  const { tiers, rfm, ...config } = ownConfig()
  const trial = await runOn(ordersFile(...rows), { ...config, lifetime: { ...own, ...changes } })
  expect(trial.code).toBe(0)
  expect(trial.written('report.html')).not.toMatch(/NaN|Infinity|undefined/)
  return trial.report().lifetime as LifetimeReport
}

/** A number that is spread nearly as the normal distribution has it; never 0. */
const bell = (draw: Draw): number => Array.from({ length: 12 }, () => draw(1000)).reduce((sum, one) => sum + one, 0) / 1000 - 5.9939

let told: Promise<ReportOfOrders> | undefined
/** What is told of the example's own book, which is read once. */
const ownReport = (): Promise<ReportOfOrders> => {
  told ??= runWords(['--out', 'out']).then(({ report }) => report())
  return told
}

describe('lifetime value in the example’s own book', () => {
  it('is what scipy finds', async () => {
    const { lifetime } = await ownReport()
    const { purchases, purchaseFit, spendFit, values, gaps } = lifetime as LifetimeReport
    expect(purchases?.customers).toHaveLength(300)
    expect(purchaseFit).toMatchObject({ converged: true, customers: 300, repeatBuyers: 287 })
    const { r, alpha, a, b } = { ...purchaseFit?.parameters } as Record<string, number>
    for (const [fitted, found] of [
      [r, 1.66370301],
      [alpha, 14.68443504],
      [a, 0.15072662],
      [b, 4.73371994],
    ] as const)
      expect(fitted).toBeCloseTo(found, 3)
    expect(purchaseFit?.logLikelihood).toBeCloseTo(-7226.930040946196, 5)
    const { p, q, v } = { ...spendFit?.parameters } as Record<string, number>
    for (const [fitted, found] of [
      [p, 3.60515071],
      [q, 1.4625376],
    ] as const)
      expect(fitted).toBeCloseTo(found, 4)
    expect(v).toBeCloseTo(555.66259566, 1)
    expect(spendFit?.correlation).toBeCloseTo(0.19638571059908058, 10)
    expect(values?.expectedPurchases).toBeCloseTo(1485.2012802, 2)
    expect(values?.customers[0]?.expectedPurchases).toBeCloseTo(32.12, 2)
    expect(gaps).toEqual({ values: null, validation: null, retention: null })
  })

  it('is tried on what came after, and said to miss some customers, as scipy finds', async () => {
    const { lifetime } = await ownReport()
    const { validation, missed } = lifetime as LifetimeReport
    expect(validation).toMatchObject({ calibrateTo: '2026-06-30', until: '2026-09-30', customers: 265, actual: 313 })
    expect(validation?.expected).toBeCloseTo(341.32896707, 2)
    expect(validation?.meanAbsoluteError).toBeCloseTo(0.534026057, 5)
    expect(validation?.naive.meanAbsoluteError).toBeCloseTo(0.538073708, 8)
    expect(missed.map(({ repeatPurchases, actual }) => [repeatPurchases, actual])).toEqual([
      [2, 14],
      [3, 14],
      [4, 6],
      [5, 8],
    ])
  })

  it('counts those who come back as a plain count does', async () => {
    const { lifetime } = await ownReport()
    const { cohorts, churn } = lifetime as LifetimeReport
    expect(cohorts?.cohorts.map(({ period, active }) => [period, active[0]])).toEqual([
      ['2024-Q4', 124],
      ['2025-Q1', 78],
      ['2025-Q2', 46],
      ['2025-Q3', 14],
      ['2025-Q4', 3],
      ['2026-Q3', 35],
    ])
    expect(churn?.latest).toMatchObject({ period: '2026-Q3', before: 161, retained: 129, lost: 32 })
  })

  it('is in the data as the package’s verbs take it', async () => {
    const { lifetime } = await ownReport()
    const { purchases, purchaseFit, spendFit, values, validation, cohorts, churn } = lifetime as LifetimeReport
    expect(purchases && explainPurchases(purchases).customers).toHaveLength(300)
    expect(values && explainLifetimeValues(values).customers).toHaveLength(300)
    for (const sentences of [
      purchaseFit && explainBgNbd(purchaseFit),
      spendFit && explainGammaGamma(spendFit),
      validation && explainModelValidation(validation),
      cohorts && explainCohortRetention(cohorts),
      churn && explainChurnRate(churn),
    ].map((told) => told?.sentences ?? []))
      expect(sentences.length).toBeGreaterThan(2)
  })
})

describe('a book that holds too little', () => {
  it('is told so where nobody has bought', async () => {
    for (const rows of [[], ['A,2026-08-01,-5']]) {
      const { values, validation, gaps } = await reportOn(rows)
      expect([values, validation]).toEqual([null, null])
      expect(gaps).toEqual({ values: 'nobody-bought', validation: 'nobody-to-try-on', retention: null })
    }
    expect((await reportOn([], { calibrateTo: undefined })).gaps.validation).toBe('history-too-short')
  })

  it('is told so where too few have bought again', async () => {
    const { values, purchaseFit, spendFit, gaps } = await reportOn(shop(20))
    expect(values).toBeNull()
    for (const fit of [purchaseFit, spendFit]) expect(fit?.diagnoses.map(({ code }) => code)).toContain('few-repeat-buyers')
    expect(gaps).toEqual({ values: 'few-repeat-buyers', validation: 'few-to-try-on', retention: null })
  })

  it('is told so where nobody has bought again', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `C-${index},2026-0${1 + (index % 6)}-01,5`)
    expect((await reportOn(rows)).gaps.values).toBe('few-repeat-buyers')
  })

  it('is told so where all repeat purchases were refunded', async () => {
    const rows = shop(120).flatMap((row) => [row, row.replace(/,([\d.]+)$/, ',-$1')])
    expect((await reportOn(rows)).gaps.values).toBe('no-spend-to-fit')
  })

  it('is told so where no maximum is found, as nobody ever stops', async () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      Array.from({ length: 9 }, (_, time) => `C-${index},${dayOf2026(30 * time)},${10 + index + time}`),
    ).flat()
    const { purchaseFit, values, gaps } = await reportOn(rows)
    expect(purchaseFit?.converged).toBe(false)
    expect(values).toBeNull()
    expect(gaps).toMatchObject({ values: 'purchases-not-fitted', validation: 'trial-not-fitted' })
  })

  it('is told so where there is no mean spend of all and somebody has none of their own', async () => {
    const rows = shop(120, (draw) => 100 / bell(draw) ** 2)
    const { spendFit, values, gaps } = await reportOn([...rows, 'Once,2026-05-05,10'])
    expect(spendFit?.parameters.q).toBeLessThan(1)
    expect(values).toBeNull()
    expect(gaps.values).toBe('no-mean-spend')
  })

  it('is told so where its first day is too long ago, or its last', async () => {
    const { cohorts, churn, gaps } = await reportOn(['A,0001-01-01,5', ...shop(120)])
    expect([cohorts, churn]).toEqual([null, null])
    expect(gaps.retention).toBe('too-many-periods')
    const today = await reportOn(['A,2026-09-30,5', 'B,2026-09-30,5'], { calibrateTo: undefined })
    expect(today.gaps.validation).toBe('history-too-short')
    expect((await reportOn(['A,2026-09-29,5'])).gaps.validation).toBe('nobody-to-try-on')
  })

  it('is told so where amounts are beyond numbers', async () => {
    const nines = '9'.repeat(400)
    const { purchases, values, gaps } = await reportOn([...shop(120), `A,2026-01-01,5`, `A,2026-02-01,${nines}`])
    expect([purchases, values]).toEqual([null, null])
    expect(gaps.values).toBe('beyond-numbers')
    const greatest = '9'.repeat(308)
    expect((await reportOn([...shop(120), `A,2026-01-01,5`, `A,2026-02-01,${greatest}`])).values?.total).toSatisfy(
      (total) => total === undefined || Number.isFinite(total),
    )
  })
})

it('holds back the last quarter of the days unless it is told up to when', async () => {
  const { validation } = await reportOn(shop(120), { calibrateTo: undefined })
  expect(validation).toMatchObject({ calibrateTo: '2026-07-24', until: '2026-09-30' })
  expect((await reportOn(shop(120), { calibrateTo: '2026-05-31' })).validation?.calibrateTo).toBe('2026-05-31')
})

it('is of weeks and months unless it is told', async () => {
  const { values, cohorts } = await reportOn(shop(120), { unit: undefined, period: undefined })
  expect([values?.unit, cohorts?.basis]).toEqual(['week', 'month'])
  const { values: inDays } = await reportOn(shop(120), { unit: 'day', horizon: 364, discountRate: '0' })
  const { values: inWeeks } = await reportOn(shop(120), { horizon: 52, discountRate: '0' })
  expect(inDays?.total).toBeCloseTo(inWeeks?.total as number, 4)
})

it('is not told unless the config asks for it', async () => {
  const { lifetime, ...config } = ownConfig()
  expect((await runOn(ordersFile(...shop(120)), config)).report()).not.toHaveProperty('lifetime')
})

it('is the same whatever the order of the rows', async () => {
  const rows = shop(120)
  expect(await reportOn([...rows].reverse())).toEqual(await reportOn(rows))
})
