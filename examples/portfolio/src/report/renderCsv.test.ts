import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { shop } from '../../testing/shop.js'
import { ordersFile, ownConfig, runOn } from '../../testing/trial.js'

it('has a line per customer, with figures as they are and formulas disarmed', async () => {
  const names = ['=1+1', '@SUM(A1)', '+1', '-2+3', '-5', '＝1', 'A, "B"', '云\n海']
  const rows = names.map((name) => `"${name.replaceAll('"', '""')}",2026-09-30,-12.5`)
  const { written } = await runOn(ordersFile(...rows))
  const csv = written('report.csv')
  expect(csv.startsWith('\uFEFFrank,selected,customer,')).toBe(true)
  const records = parse<Record<string, string>>(csv, { bom: true, columns: true })
  expect(records.map(({ customer }) => customer).sort()).toEqual(["'=1+1", "'@SUM(A1)", "'+1", "'-2+3", '-5', "'＝1", 'A, "B"', '云\n海'].sort())
  expect(new Set(records.map(({ revenue }) => revenue))).toEqual(new Set(['-12.50']))
  expect(records[0]).toMatchObject({
    rank: '1',
    selected: 'true',
    grade: 'C',
    total: '10',
    'recency-days': '',
    orders: '0',
    refunds: '1',
    'rating:recency': '1',
    tier: 'A',
    'rfm-code': '115',
    segment: 'hibernating',
  })
})

it('says tier, scores and segment as far as the config does', async () => {
  const rows = ordersFile('A,2026-09-30,90', 'B,2026-09-29,9', 'B,2026-09-29,1', 'C,2026-09-01,5')
  const { tiers, rfm, lifetime, ...config } = ownConfig()
  const read = async (given: object) => {
    const csv = (await runOn(rows, { ...config, ...given })).written('report.csv')
    return parse<Record<string, string>>(csv, { bom: true, columns: true }).sort((a, b) => (String(a['customer']) < String(b['customer']) ? -1 : 1))
  }
  const placed = (records: Record<string, string>[]) => records.map((one) => [one['tier'], one['rfm-code'], one['segment']])
  const some = { ...rfm, segments: [{ id: 'best', r: [5, 5] }] }
  expect(placed(await read({ tiers, rfm: some }))).toEqual([
    ['A', '515', 'best'],
    ['B', '353', ''],
    ['C', '111', ''],
  ])
  expect(Object.keys((await read({}))[0] as object).slice(-2)).toEqual(['rating:frequency', 'rating:revenue'])
  expect(placed(await read({ tiers }))).toEqual([
    ['A', undefined, undefined],
    ['B', undefined, undefined],
    ['C', undefined, undefined],
  ])
  expect(placed(await read({ rfm }))[0]).toEqual([undefined, '515', 'new'])
})

it('says what customers will bring in, in figures of the currency, where that is told', async () => {
  const { report, written } = await runOn(ordersFile(...shop(120), 'Refunded,2026-02-01,-5'))
  const rows = new Map(parse<Record<string, string>>(written('report.csv'), { bom: true, columns: true }).map((row) => [row['customer'], row]))
  const cells = (customer: string) =>
    ['lifetime-value', 'expected-purchases', 'probability-alive', 'expected-spend'].map((column) => rows.get(customer)?.[column])
  const valued = report().lifetime?.values?.customers ?? []
  expect(valued).toHaveLength(120)
  for (const { customer, value, expectedPurchases, probabilityAlive, expectedSpend } of valued) {
    const [money, purchases, probability, spend] = cells(customer)
    expect([money, spend].join()).toMatch(/^\d+\.\d\d,\d+\.\d\d$/)
    expect(Number(money)).toBeCloseTo(value, 2)
    expect(Number(purchases)).toBeCloseTo(expectedPurchases, 4)
    expect(Number(probability)).toBeCloseTo(probabilityAlive, 4)
    expect(Number(spend)).toBeCloseTo(expectedSpend, 2)
  }
  expect(cells('Refunded')).toEqual(['', '', '', ''])
  expect((await runOn(ordersFile(...shop(20)))).written('report.csv')).not.toContain('lifetime')
})
