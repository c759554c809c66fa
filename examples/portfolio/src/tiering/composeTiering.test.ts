import { explainRfm, explainTiers, explainValueConcentration } from '@clientele/tiering/explain'
import { describe, expect, it } from 'vitest'
import { ordersFile, ownConfig, runOn, runWords } from '../../testing/trial.js'
import type { OrdersPart } from '../config/types.js'
import type { ReportOfOrders } from '../report/types.js'

/** A book of which the config says nothing of tiers and scores but what is given. */
async function reportOn(rows: readonly string[], { tiers, averageMonths, rfm }: Partial<OrdersPart>): Promise<ReportOfOrders> {
  const config = { ...ownConfig(), tiers, averageMonths, rfm }
  return (await runOn(ordersFile(...rows), config)).report()
}

const { tiers: shares, rfm: segments } = ownConfig()

const threshold: OrdersPart['tiers'] = {
  kind: 'tier-scheme',
  id: 'abc',
  version: 1,
  type: 'threshold',
  tiers: [
    { id: 'A', from: '500' },
    { id: 'B', from: '0' },
    { id: 'C', from: null },
  ],
}

describe('customers in tiers', () => {
  it('are sorted by the net revenue of the whole book', async () => {
    const rows = ['B,2020-01-01,500.01', 'A,2026-09-30,600', 'A,2026-09-30,-100', 'C,2026-09-30,-1', 'C,2026-10-01,900']
    const { tiering, concentration, averageSales } = await reportOn(rows, { tiers: threshold })
    expect(tiering?.customers.map(({ customer, value, tier }) => [customer, value, tier])).toEqual([
      ['B', '500.01', 'A'],
      ['A', '500.00', 'B'],
      ['C', '-1.00', 'C'],
    ])
    expect([tiering?.total, tiering?.currency, tiering?.months]).toEqual(['999.01', 'CNY', undefined])
    expect(concentration).toMatchObject({ count: 3, total: '999.01' })
    expect(averageSales).toBeUndefined()
  })

  it('are sorted by average monthly sales of the whole months before the day', async () => {
    const rows = ['A,2026-07-01,600', 'A,2026-08-31,400.02', 'B,2026-07-31,1000', 'B,2026-09-01,9999', 'C,2026-06-30,9999', 'D,2026-10-01,9999']
    const { tiering, concentration, averageSales } = await reportOn(rows, { tiers: threshold, averageMonths: 2 })
    expect(averageSales).toMatchObject({ from: '2026-07-01', to: '2026-08-31', months: 2, currency: 'CNY' })
    expect(averageSales?.diagnoses).toEqual([
      { code: 'sales-before-window', params: { count: 1 } },
      { code: 'sales-after-window', params: { count: 1 } },
    ])
    expect(tiering?.customers.map(({ customer, value, tier }) => [customer, value, tier])).toEqual([
      ['A', '500.01', 'A'],
      ['B', '500.00', 'B'],
      ['C', '0.00', 'C'],
    ])
    expect(concentration).toMatchObject({ count: 3, total: '2000.02' })
  })

  it('are in the example’s own book where a plain count of greater customers puts them', async () => {
    const { ranked, tiering } = (await runWords(['--out', 'out'])).report()
    const fen = (amount: string) => Math.round(Number(amount) * 100)
    const greater = (amount: string) => ranked.filter(({ measures }) => fen(measures.revenue) > fen(amount)).length / ranked.length
    const expected = ranked.map(({ candidate, measures }) => {
      const begins = greater(measures.revenue)
      return [candidate, measures.revenue, begins < 0.2 ? 'A' : begins < 0.5 ? 'B' : 'C']
    })
    expect(tiering?.customers.map(({ customer, value, tier }) => [customer, value, tier]).sort()).toEqual(expected.sort())
    const sum = (tier: string) => expected.reduce((all, [, revenue, own]) => (own === tier ? all + fen(revenue as string) : all), 0)
    expect(tiering?.tiers.map(({ tier, value }) => [tier, fen(value)])).toEqual(['A', 'B', 'C'].map((tier) => [tier, sum(tier)]))
    expect(tiering?.expectations?.map(({ met }) => met)).toEqual([false, false, true])
  })
})

describe('customers by recency, frequency and monetary value', () => {
  it('are scored in the example’s own book as a plain count of lesser customers scores them', async () => {
    const { ranked, rfm } = (await runWords(['--out', 'out'])).report()
    const score = (values: readonly number[], value: number) => {
      if (value === Math.min(...values)) return 1
      if (value === Math.max(...values)) return 5
      const below = values.filter((one) => one < value).length
      const upTo = values.filter((one) => one <= value).length
      return 1 + Math.floor((5 * (below + upTo)) / (2 * values.length))
    }
    const days = ranked.flatMap(({ measures }) => (measures.recencyDays === null ? [] : [-measures.recencyDays]))
    const orders = ranked.map(({ measures }) => measures.orders)
    const fen = ranked.map(({ measures }) => Math.round(Number(measures.revenue) * 100))
    const expected = ranked.map(({ candidate, measures }, index) => {
      const r = measures.recencyDays === null ? 1 : score(days, -measures.recencyDays)
      return [candidate, `${r}${score(orders, measures.orders)}${score(fen, fen[index] as number)}`]
    })
    expect(rfm?.customers.map(({ customer, code }) => [customer, code])).toEqual(expected.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))
    expect(rfm?.segments.map(({ count }) => count)).toEqual([34, 71, 33, 9, 10, 10, 13, 2, 36, 83])
  })

  it('count refunds as the scheme says', async () => {
    const gross = { ...segments, monetary: { measure: 'gross', statistic: 'mean' } } as const
    const { rfm } = await reportOn(['A,2026-09-30,10', 'A,2026-09-20,5', 'A,2026-09-30,-3', 'B,2026-09-30,-1'], { rfm: gross })
    expect(rfm?.customers.map(({ recencyDays, frequency, monetary }) => [recencyDays, frequency, monetary])).toEqual([
      [0, 2, '7.50'],
      [null, 0, null],
    ])
  })
})

it('is in the data as the package’s verbs take it', async () => {
  const { tiering, concentration, rfm } = (await runWords(['--out', 'out'])).report()
  expect(tiering && explainTiers(tiering, shares).customers).toHaveLength(301)
  expect(rfm && explainRfm(rfm, segments).customers).toHaveLength(301)
  expect(concentration && explainValueConcentration(concentration).sentences[0]).toBe('Customers: 301; their value in all: 13331261.07.')
})

it('is told as far as the config asks for it', async () => {
  const rows = ['A,2026-09-30,10']
  const keys = async (part: Partial<OrdersPart>) => {
    const report = await reportOn(rows, part)
    return ['averageSales', 'tiering', 'concentration', 'rfm'].filter((key) => key in report)
  }
  expect(await keys({})).toEqual([])
  expect(await keys({ tiers: shares })).toEqual(['tiering', 'concentration'])
  expect(await keys({ tiers: shares, averageMonths: 1 })).toEqual(['averageSales', 'tiering', 'concentration'])
  expect(await keys({ rfm: segments })).toEqual(['rfm'])
})

it('is the same whatever the order of the rows', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => `${index % 13},2026-0${1 + (index % 9)}-10,${((index * 977) % 9000) - 400}.5`)
  const part = { tiers: shares, averageMonths: 6, rfm: segments }
  const told = ({ averageSales, tiering, concentration, rfm }: ReportOfOrders) => ({ averageSales, tiering, concentration, rfm })
  expect(told(await reportOn([...rows].reverse(), part))).toEqual(told(await reportOn(rows, part)))
})
