import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { invoicesFile, runOnInvoices } from '../../testing/trial.js'

it('has a line per invoice, with figures as they are and formulas disarmed', async () => {
  const names = ['=1+1', '@SUM(A1)', '-2+3', '-5', 'A, "B"']
  const rows = names.map((name, index) => `"${name.replaceAll('"', '""')}",=${index},2026-08-01,2026-09-01,-12.5,yes,2026-08-02,-2.5`)
  const { written } = await runOnInvoices(invoicesFile(...rows, 'A,1,2026-08-01,2026-09-01,7,no,2026-09-03,', 'A,2,2026-10-01,2026-10-31,7,no,,'))
  const csv = written('receivables.csv')
  expect(csv.startsWith('\uFEFFline,customer,invoice,')).toBe(true)
  const records = parse<Record<string, string>>(csv, { bom: true, columns: true })
  expect(records.slice(0, 5).map(({ customer }) => customer)).toEqual(["'=1+1", "'@SUM(A1)", "'-2+3", '-5', 'A, "B"'])
  const credit = {
    line: '2',
    invoice: "'=0",
    amount: '-12.50',
    disputed: 'true',
    'paid-on': '2026-08-02',
    paid: '-2.50',
    open: '-10.00',
    bucket: '1-30',
  }
  expect(records[0]).toMatchObject({ ...credit, 'days-overdue': '29', 'days-late': '' })
  expect(records[5]).toMatchObject({ open: '0.00', bucket: '', 'days-overdue': '', 'days-to-settle': '33', 'days-late': '2' })
  expect(records[6]).toMatchObject({ open: '', bucket: '', 'days-overdue': '', date: '2026-10-01' })
})
