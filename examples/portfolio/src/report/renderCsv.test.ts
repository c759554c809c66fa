import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { ordersFile, runOn } from '../../testing/trial.js'

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
  })
})
