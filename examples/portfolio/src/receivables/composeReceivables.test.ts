import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { invoicesFile, ownConfig, runOnInvoices } from '../../testing/trial.js'
import type { ReceivablesPart } from '../config/types.js'
import type { ReceivablesReport } from './types.js'

/** The example's own header, and rows that say which letter was sent last. */
const withLetters = (...rows: readonly string[]): string => [invoicesFile().trimEnd(), ...rows].join('\n')

async function reportOn(rows: readonly string[], changes: Partial<ReceivablesPart> = {}): Promise<ReceivablesReport> {
  const config = ownConfig()
  return (await runOnInvoices(invoicesFile(...rows), { ...config, receivables: { ...config.receivables, ...changes } })).receivables()
}

const rows = [
  'A,open,2026-06-01,2026-07-01,1000,no,,',
  'A,part,2026-08-01,2026-08-31,300,yes,2026-08-20,100.50',
  'A,credit,2026-09-01,2026-09-01,-50,no,,',
  'B,today,2026-08-31,2026-09-30,20,no,,',
  'B,prompt,2026-05-01,2026-05-31,70,no,2026-05-31,',
  'B,late,2026-05-01,2026-05-31,70,no,2026-06-10,',
  'B,hindsight,2026-08-01,2026-08-31,40,no,2026-10-05,',
  'C,later,2026-10-01,2026-10-31,9,yes,,',
]

describe('what is said of invoices', () => {
  it('is what became of each, and what is open of it', async () => {
    const written = (await runOnInvoices(invoicesFile(...rows))).written('receivables.csv')
    const facts = parse<Record<string, string>>(written, { bom: true, columns: true }).map((row) =>
      ['invoice', 'open', 'bucket', 'days-overdue', 'days-to-settle', 'days-late'].map((name) => row[name]),
    )
    expect(facts).toEqual([
      ['open', '1000.00', 'over-90', '91', '', ''],
      ['part', '199.50', '1-30', '30', '', ''],
      ['credit', '-50.00', '1-30', '29', '', ''],
      ['today', '20.00', 'not-due', '0', '', ''],
      ['prompt', '0.00', '', '', '30', '0'],
      ['late', '0.00', '', '', '40', '10'],
      ['hindsight', '40.00', '1-30', '30', '65', '35'],
      ['later', '', '', '', '', ''],
    ])
  })

  it('lists what is open, later and rejected', async () => {
    const { ageing, later, rejected } = await reportOn([...rows, 'C,bad,2026-10-32,2026-10-31,9,yes,,'])
    expect(ageing.items?.map(({ id }) => id)).toEqual(['credit', 'open', 'part', 'hindsight', 'today'])
    expect([later.map(({ invoice }) => invoice), rejected.map(({ line }) => line)]).toEqual([['later'], [10]])
  })

  it('is in hindsight of the whole file', async () => {
    expect((await reportOn(rows)).summary).toEqual({
      invoices: 8,
      creditNotes: 1,
      customers: 3,
      disputed: 2,
      partPaid: 1,
      settled: 3,
      settledLate: 2,
      daysToSettle: 45,
      daysLate: 22.5,
      currencies: [{ currency: 'CNY', invoices: 8, amount: '1459.00' }],
    })
  })

  it('is as of a day what is open, overdue and owed by whom', async () => {
    const { open, ageing, concentration, rows: counts } = await reportOn(rows)
    expect(counts).toEqual({ read: 8, used: 7, later: 1, rejected: 0 })
    expect(open).toEqual([
      { currency: 'CNY', invoices: 5, amount: '1209.50', overdueInvoices: 3, overdue: '1239.50', overdueShare: expect.closeTo(1239.5 / 1259.5, 15) },
    ])
    expect(ageing.currencies[0]).toMatchObject({ total: '1209.50', debits: '1259.50', credits: '-50.00', disputed: '199.50' })
    expect(concentration.currencies[0]?.customers.map(({ customer, balance }) => [customer, balance])).toEqual([
      ['A', '1149.50'],
      ['B', '60.00'],
    ])
  })

  it('is how long sales wait, where the file reaches back to the first day', async () => {
    const { sales, diagnoses } = await reportOn(rows, { salesDays: 61 })
    expect(sales).toEqual([
      {
        currency: 'CNY',
        from: '2026-08-01',
        to: '2026-09-30',
        days: 61,
        sales: '310.00',
        receivables: '1209.50',
        current: '20.00',
        outstanding: {
          daysSalesOutstanding: (1209.5 / 310) * 61,
          bestPossible: expect.closeTo((20 / 310) * 61, 12),
          averageDaysDelinquent: expect.closeTo((1189.5 / 310) * 61, 12),
        },
      },
    ])
    expect(diagnoses).toEqual([])
  })

  it('is not how long they wait where the sales cannot be told', async () => {
    const unknown = (from: string) => ({ code: 'sales-unknown', params: { currency: 'CNY', from, to: '2026-09-30' } })
    const early = await reportOn(rows, { salesDays: 365 })
    expect([early.sales[0]?.outstanding, early.diagnoses]).toEqual([null, [unknown('2025-10-01')]])
    const none = await reportOn(['A,1,2026-01-01,2026-01-31,5,no,,', 'A,2,2026-09-01,2026-09-30,-5,no,,'], { salesDays: 30 })
    expect([none.sales[0]?.outstanding, none.diagnoses]).toEqual([null, [unknown('2026-09-01')]])
  })

  it('is the letters to send and what is held', async () => {
    const { dunning } = await reportOn(rows)
    expect(dunning?.letters.map(({ customer, level, items, open, credits }) => [customer, level, items.map(({ id }) => id), open, credits])).toEqual([
      ['A', 1, ['open'], '1000.00', '-50.00'],
    ])
    expect(dunning?.held.map(({ item, reasons }) => [item, reasons.map(({ code }) => code)])).toEqual([
      ['part', ['disputed']],
      ['hindsight', ['below-minimum']],
    ])
  })

  it('is the letters to send next, after those that the file says were sent', async () => {
    const letters = ['1,2026-08-01', '1,2026-09-25', '1,2026-10-01', '2,2026-08-20', '3,2026-08-20']
    const text = letters.map((letter, index) => `${index},${index},2026-06-01,2026-07-01,1000,no,,,${letter}`)
    const { dunning } = (await runOnInvoices(withLetters(...text))).receivables()
    expect(dunning?.letters.map(({ customer, level, fee }) => [customer, level, fee])).toEqual([
      ['0', 2, '40.00'],
      ['2', 1, '0.00'],
      ['3', 3, '80.00'],
    ])
    expect(dunning?.waiting.map(({ item, reasons }) => [item, reasons.map(({ code }) => code)])).toEqual([
      ['1', ['interval-not-over']],
      ['4', ['last-level-sent', 'level-blocks']],
    ])
  })

  it('is of a day and in currencies of its own', async () => {
    const { asOf: _, currency: __, ...head } = ownConfig()
    const part = { ...ownConfig().receivables, asOf: '2026-07-31', currency: 'EUR' }
    const changed = { ...head, asOf: '2026-09-30', currency: 'CNY', receivables: part }
    const { report, receivables, written } = await runOnInvoices(invoicesFile(rows[0] as string), changed)
    expect(report()).not.toHaveProperty('asOf')
    expect(report()).not.toHaveProperty('currency')
    expect([receivables().asOf, receivables().open.map(({ currency }) => currency)]).toEqual(['2026-07-31', ['EUR']])
    expect(written('report.html')).toContain('as of 2026-07-31')
    expect(written('report.html')).not.toMatch(/2026-09-30|CNY/)
  })

  it('counts as paid in part invoices of which something is paid, and no credit notes', async () => {
    const { summary } = await reportOn([
      'A,none,2026-06-01,2026-07-01,100,no,2026-06-10,0.00',
      'A,some,2026-06-01,2026-07-01,100,no,2026-06-10,0.01',
      'A,all,2026-06-01,2026-07-01,100,no,2026-06-10,100',
      'A,credit,2026-06-01,2026-07-01,-100,no,2026-06-10,-40',
      'A,nothing,2026-06-01,2026-07-01,0,no,2026-06-10,',
    ])
    expect(summary).toMatchObject({ invoices: 5, creditNotes: 1, partPaid: 1, settled: 2 })
  })

  it('counts apart what gets no further letter', async () => {
    const sent = ['1,2026-09-25', '3,2026-08-20', ','].map((letter, index) => `A,${index},2026-06-01,2026-07-01,1000,no,,,${letter}`)
    const { printed, written } = await runOnInvoices(withLetters(...sent))
    expect(printed).toContain('Letters to send: 1. Overdue invoices in them: 1; held: 0; waiting: 1; without a further letter: 1.')
    const sections = [...written('report.html').matchAll(/<section id="(held|waiting|ended)">(.*?)<\/section>/gs)]
    expect(sections.map(([, id, text]) => [id, text?.match(/<li>Item \d/g)])).toEqual([
      ['waiting', ['<li>Item 0']],
      ['ended', ['<li>Item 1']],
    ])
  })

  it('is without letters, allowance, disputes and payments where the config has none', async () => {
    const { columns, ageing } = ownConfig().receivables
    const { settled: _, paid: __, disputed: ___, level: ____, levelSentOn: _____, ...least } = columns
    const config = { ...ownConfig(), receivables: { columns: least, ageing } }
    const report = (await runOnInvoices(invoicesFile(...rows), config)).receivables()
    expect(report).not.toHaveProperty('dunning')
    expect(report).not.toHaveProperty('allowance')
    expect(report.summary).toMatchObject({ disputed: 0, settled: 0, daysToSettle: null, daysLate: null })
    expect(report.ageing.currencies[0]?.total).toBe('1450.00')
    expect(report.policies).toEqual([{ kind: 'ageing-scheme', id: 'ageing-to-90-days', version: '1' }])
  })

  it('names the policies that made it', async () => {
    const { policies } = await reportOn([])
    expect(policies.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'ageing-scheme ageing-to-90-days',
      'dunning-scheme sample-dunning',
      'interest-rate invented-rate',
      'provision-matrix ifrs9-example-matrix',
    ])
  })

  it('is never added over currencies', async () => {
    const columns = { customer: 'c', invoice: 'n', date: 'd', due: 'u', amount: 'a', currency: 'q' }
    const { disputed: _, ...part } = ownConfig().receivables
    const text = ['c,n,d,u,a,q', 'A,1,2026-06-01,2026-07-01,1000,JPY', 'A,2,2026-06-01,2026-07-01,10.5,EUR', 'A,3,2026-06-01,2026-07-01,0.005,KWD']
    const { printed, receivables, written } = await runOnInvoices(text.join('\n'), { ...ownConfig(), receivables: { ...part, columns } })
    const { open, summary, sales, concentration } = receivables()
    expect(open.map(({ currency, amount }) => [currency, amount])).toEqual([
      ['EUR', '10.50'],
      ['JPY', '1000'],
      ['KWD', '0.005'],
    ])
    expect([summary.currencies, sales, concentration.currencies].map(({ length }) => length)).toEqual([3, 3, 3])
    expect(printed.filter((line) => line.startsWith('Open: '))).toHaveLength(3)
    expect(written('report.html').match(/<section class="ageing">/g)).toHaveLength(3)
  })

  it('is nothing of an empty file', async () => {
    const { ageing, open, summary } = await reportOn([])
    expect([ageing.currencies, open, summary.invoices]).toEqual([[], [], 0])
  })

  it('is the same whatever the order of the rows', async () => {
    const plain = ({ later, rejected, ...report }: ReceivablesReport) => report
    expect(plain(await reportOn([...rows].reverse()))).toEqual(plain(await reportOn(rows)))
  })
})

describe('a diagnosis', () => {
  it('speaks of letters before the invoice and numbers that look alike', async () => {
    const text = withLetters(
      'A,F-1,2026-08-01,2026-08-31,5,no,,,1,2026-07-31',
      'A,f-1,2026-08-01,2026-08-31,5,no,,,1,2026-08-01',
      'A,F -1,2026-10-01,2026-10-31,5,no,,,,',
      'A,F-2,2026-01-01,2026-01-31,5,no,,,,',
    )
    const { receivables, written } = await runOnInvoices(text)
    expect(receivables().diagnoses).toEqual([
      { code: 'numbers-alike', params: { number: 3, lines: [2, 3, 4] } },
      { code: 'letter-before-invoice', params: { number: 1, lines: [2] } },
    ])
    expect(written('report.html')).toContain('Counted as different invoices, though their numbers look alike (3): see line 2, 3, 4.')
    expect(written('report.html')).toContain('Dunned before they are dated (1): see line 2.')
  })

  it('speaks of a currency for which the dunning scheme names no amount', async () => {
    const found = async (changes: Partial<ReceivablesPart>) => (await reportOn([rows[0] as string], { salesDays: 400, ...changes })).diagnoses
    const unnamed = (...names: string[]) => expect.objectContaining({ code: 'amounts-not-named', params: { currency: 'EUR', names } })
    const { dunning } = ownConfig().receivables
    expect(await found({ currency: 'EUR' })).toContainEqual(unnamed('minimumAmount', 'levels[1].feeAmount', 'levels[2].feeAmount'))
    const amounts = { minimumAmount: '500', levels: [{ level: 1, afterDays: 5, letter: 'x', feeAmount: { CNY: '1', EUR: '0' } }] }
    const named = await found({ currency: 'EUR', dunning: { ...(dunning as NonNullable<typeof dunning>), ...amounts } })
    expect(named.map(({ code }) => code)).toEqual(['sales-unknown'])
    expect((await found({})).map(({ code }) => code)).toEqual(['sales-unknown'])
  })

  it('speaks of rejected rows, alike names and payments before the invoice', async () => {
    const { diagnoses } = await reportOn([
      'A Ltd,1,2026-05-01,2026-05-31,5,no,2026-04-30,',
      'a ltd,2,2026-05-01,2026-05-31,5,no,,',
      'B,3,2026-05-01,2026-05-32,5,no,,',
      ',4,2026-05-01,2026-05-31,5,no,,',
    ])
    expect(diagnoses).toEqual([
      { code: 'invoices-rejected', params: { rows: 2, customers: ['B'] } },
      { code: 'customers-alike', params: { names: ['A Ltd', 'a ltd'] } },
      { code: 'paid-before-invoice', params: { number: 1, lines: [2] } },
      { code: 'sales-unknown', params: { currency: 'CNY', from: '2026-07-03', to: '2026-09-30' } },
    ])
  })
})
