import { compareDecimals, sumDecimals } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { ordersFile, ownConfig, ownFile, runOn } from '../../testing/trial.js'
import type { OrdersConfig } from '../config/types.js'
import { readInvoices } from '../invoices/readInvoices.js'
import { readOrders } from '../orders/readOrders.js'
import { ageBook } from '../receivables/ageBook.js'
import { settingsOf } from '../receivables/settingsOf.js'
import type { ReceivablesSettings } from '../receivables/types.js'
import { composeReport } from './composeReport.js'
import type { ReportOfOrders, WeightBounds } from './types.js'

async function reportOn(rows: readonly string[], changes: Partial<OrdersConfig> = {}): Promise<ReportOfOrders> {
  return (await runOn(ordersFile(...rows), { ...ownConfig(), ...changes })).report()
}

const { scorecard } = ownConfig()

const allHold = (bounds: WeightBounds) => ({ winnerHolds: bounds, orderHolds: bounds, selectionHolds: bounds })

describe('a report', () => {
  it('ranks customers by what their orders come to, and says what of', async () => {
    const { ranked, ratings, totals } = await reportOn(['A,2026-09-01,300000', 'A,2026-09-30,0.50', 'B,2025-01-01,10'])
    expect(ranked.map(({ rank, candidate, total, grade, measures }) => [rank, candidate, total, grade, measures.revenue])).toEqual([
      [1, 'A', '44', 'A', '300000.50'],
      [2, 'B', '10', 'C', '10.00'],
    ])
    expect(ratings.map(({ customers }) => customers)).toEqual([
      [1, 0, 0, 0, 1],
      [1, 1, 0, 0, 0],
      [1, 0, 0, 0, 1],
    ])
    expect(totals).toEqual({ customers: 2, purchases: 3, refunds: 0, revenue: '300010.50' })
  })

  it('says what each grade and the selected bring in', async () => {
    const rows = ['A,2026-09-30,7500', 'B,2025-01-01,1500', 'C,2025-01-01,1000']
    const card = {
      ...scorecard,
      grades: [
        { id: 'good', from: '20' },
        { id: 'best', from: '30.0' },
      ],
      select: { type: 'top', count: 1 } as const,
    }
    const { grades, selected } = await reportOn(rows, { scorecard: card })
    expect(grades).toEqual([
      { grade: 'best', from: '30', customers: 0, revenue: '0.00', revenueShare: 0 },
      { grade: 'good', from: '20', customers: 1, revenue: '7500.00', revenueShare: 0.75 },
      { grade: null, customers: 2, revenue: '2500.00', revenueShare: 0.25 },
    ])
    expect(selected).toEqual({ customers: 1, revenue: '7500.00', revenueShare: 0.75 })
  })

  it('has no shares where there is no revenue, and no selection where the scorecard selects nobody', async () => {
    const { select: _, ...card } = scorecard
    const report = await reportOn(['A,2026-09-30,-1', 'A,2026-09-30,1'], { scorecard: card })
    expect(report).not.toHaveProperty('selected')
    expect(report.grades.map(({ revenueShare }) => revenueShare)).toEqual([null, null, null])
  })

  it('adds up large amounts to the last digit', async () => {
    const { ranked, totals } = await reportOn([
      'A,2026-09-30,9007199254740993.01',
      'A,2026-09-30,0.02',
      'B,2026-09-30,123456789012345678901234567890.99',
    ])
    expect(ranked.map(({ measures }) => measures.revenue)).toEqual(['9007199254740993.03', '123456789012345678901234567890.99'])
    expect(totals.revenue).toBe('123456789012354686100489308884.02')
  })

  it('says how far each weight may move before the first, the order or the selection changes', async () => {
    const rows = ['A,2025-01-01,300000', ...Array.from({ length: 6 }, () => 'B,2026-09-30,1'), 'C,2026-09-30,1']
    const { ranked, weights } = await reportOn(rows, { scorecard: { ...scorecard, select: { type: 'top', count: 1 } } })
    expect(ranked.map(({ candidate, total }) => [candidate, total])).toEqual([
      ['A', '30'],
      ['B', '26'],
      ['C', '22'],
    ])
    expect(weights).toEqual([
      { criterion: 'recency', weight: '3', ...allHold({ from: 0, to: 4 }) },
      { criterion: 'frequency', weight: '2', ...allHold({ from: 0, to: 4 }) },
      { criterion: 'revenue', weight: '5', ...allHold({ from: 4, to: null }) },
    ])
    const { select: _, ...card } = scorecard
    expect((await reportOn(rows, { scorecard: card })).weights[0]).not.toHaveProperty('selectionHolds')
  })

  it('names the policies that made it', async () => {
    expect((await reportOn([])).policies).toEqual([
      { kind: 'portfolio', id: 'sample-book', version: '4' },
      { kind: 'scorecard', id: 'portfolio-card', version: '1' },
      { kind: 'tier-scheme', id: 'textbook-shares', version: '1' },
      { kind: 'rfm-scheme', id: 'usual-rfm', version: '1' },
    ])
  })
})

it('is plain data, which equals itself after a round trip through JSON', async () => {
  const config = ownConfig()
  const orders = await readOrders(ownFile('data/orders.csv'), config, () => {})
  const settings = settingsOf(config) as ReceivablesSettings
  const invoices = ageBook(await readInvoices(ownFile('data/invoices.csv'), settings, () => {}), settings)
  const report = composeReport({ orders, invoices }, config, { orders: 'a', invoices: 'b', config: 'c' })
  expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report)
})

describe('a diagnosis', () => {
  it.each([
    ['of rejected rows', ['A,2026-09-30,1', 'A,2026-09-31,1', ',2026-09-30,1'], { code: 'orders-rejected', params: { rows: 2, customers: ['A'] } }],
    [
      'of customers who are not ranked',
      ['A,2026-10-01,1', 'B,2026-10-01,1', 'B,2026-09-30,1'],
      { code: 'customers-left-out', params: { number: 1, customers: ['A'] } },
    ],
    ['of customers without a purchase', ['A,2026-09-30,0', 'B,2026-09-30,-1'], { code: 'no-purchase', params: { number: 2, customers: ['A', 'B'] } }],
    ['of repeated rows', ['A,2026-09-30,1.0', 'A,2026-09-30,2', 'A,2026-09-30,1'], { code: 'rows-repeated', params: { rows: 1, lines: [4] } }],
    [
      'of names that look alike',
      ['GTX Pro,2026-09-30,1', 'GTXPro,2026-09-30,1', 'ＧＴＸ pro,2026-09-30,1'],
      { code: 'names-alike', params: { names: ['GTX Pro', 'GTXPro', 'ＧＴＸ pro'] } },
    ],
    [
      'of a tie at the cut',
      Array.from({ length: 26 }, (_, index) => `${index},2026-09-30,1`),
      { code: 'tie-at-cut', params: { count: 25, selected: 26 } },
    ],
    ['of an empty book', [], { code: 'no-candidates', params: {} }],
  ])('speaks %s', async (_, rows, diagnosis) => {
    expect((await reportOn(rows)).diagnoses).toContainEqual(
      expect.objectContaining({ code: diagnosis.code, params: expect.objectContaining(diagnosis.params) }),
    )
  })

  it('is silent where there is nothing to say', async () => {
    expect((await reportOn(Array.from({ length: 25 }, (_, index) => `${index},2026-09-30,1`))).diagnoses).toEqual([])
  })
})

it('is the same whatever the order of the rows', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => `${index % 13},2026-0${1 + (index % 9)}-10,${(index * 977) % 9000}.5`)
  const [forwards, backwards] = [await reportOn(rows), await reportOn([...rows].reverse())]
  expect(backwards.ranked).toEqual(forwards.ranked)
  expect(compareDecimals(sumDecimals(forwards.ranked.map(({ measures }) => measures.revenue)), forwards.totals.revenue)).toBe(0)
})
