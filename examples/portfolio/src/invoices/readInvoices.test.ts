import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { invoicesFile, ownConfig, temporaryFolder } from '../../testing/trial.js'
import type { ReceivablesPart } from '../config/types.js'
import { settingsOf } from '../receivables/settingsOf.js'
import type { ReceivablesSettings } from '../receivables/types.js'
import { readInvoices } from './readInvoices.js'
import type { InvoiceBook } from './types.js'

async function read(content: string, changes: Partial<ReceivablesPart> = {}): Promise<InvoiceBook> {
  const file = join(temporaryFolder(), 'invoices.csv')
  writeFileSync(file, content)
  const config = ownConfig()
  const settings = settingsOf({ ...config, receivables: { ...config.receivables, ...changes } }) as ReceivablesSettings
  return await readInvoices(file, settings, () => {})
}

/** The line, and the code and column of each issue, of each rejected row. */
const reasons = ({ rejected }: InvoiceBook): unknown =>
  rejected.map(({ line, issues }) => [line, ...issues.map(({ code, path }) => `${code} ${path.join('.')}`)])

describe('a file of invoices', () => {
  it('has invoices that are open, paid, paid in part and credited', async () => {
    const { used, counts } = await read(
      invoicesFile(
        'A,1,2026-01-01,2026-01-31,100.5,no,,',
        'A,2,2026-01-01,2026-01-31,100,yes,2026-02-01,',
        'B,3,2026-01-01,2026-01-31,100,no,2026-01-20,40.10',
        'B,4,2026-01-01,2026-01-01,-20,no, , ',
      ),
    )
    const common = { date: '2026-01-01', due: '2026-01-31', currency: 'CNY', disputed: false }
    expect(used).toEqual([
      { ...common, line: 2, customer: 'A', invoice: '1', amount: '100.5' },
      { ...common, line: 3, customer: 'A', invoice: '2', amount: '100', disputed: true, payment: { date: '2026-02-01', amount: '100' } },
      { ...common, line: 4, customer: 'B', invoice: '3', amount: '100', payment: { date: '2026-01-20', amount: '40.1' } },
      { ...common, line: 5, customer: 'B', invoice: '4', due: '2026-01-01', amount: '-20' },
    ])
    expect(counts).toEqual({ read: 4, used: 4, later: 0, rejected: 0 })
  })

  it('has rows dated later left out, whatever is paid of them', async () => {
    const { used, later, counts } = await read(
      invoicesFile('A,1,2026-09-30,2026-09-01,1,no,2026-12-31,', 'A,2,2026-10-01,2026-10-31,1,no,,', 'A,3,2026-10-01,2026-10-32,1,no,,'),
    )
    expect([used, later].map((rows) => rows.map(({ invoice }) => invoice))).toEqual([['1'], ['2']])
    expect(counts).toEqual({ read: 3, used: 1, later: 1, rejected: 1 })
  })

  it('may have a day in question of its own', async () => {
    const rows = invoicesFile('A,1,2026-01-01,2026-01-31,1,no,,', 'A,2,2026-01-02,2026-01-31,1,no,,')
    expect((await read(rows, { asOf: '2026-01-01' })).counts).toEqual({ read: 2, used: 1, later: 1, rejected: 0 })
  })

  it('may have a currency a row, and dates in another order', async () => {
    const columns = { customer: 'c', invoice: 'n', date: 'd', due: 'u', amount: 'a', currency: 'q' }
    const book = await read(
      'c,n,d,u,a,q\nA,1,1/2/2026,3/4/2026,5,JPY\nA,2,1/2/2026,3/4/2026,5.5,JPY\nA,3,1/2/2026,3/4/2026,5.5,\nA,4,31/2/2026,3/4/2026,5,EUR\n',
      {
        columns,
        dates: 'D/M/YYYY',
      },
    )
    expect(book.used).toEqual([
      { line: 2, customer: 'A', invoice: '1', date: '2026-02-01', due: '2026-04-03', amount: '5', currency: 'JPY', disputed: false },
    ])
    expect(reasons(book)).toEqual([
      [3, 'too-many-decimal-places a'],
      [4, 'unknown-currency q'],
      [5, 'date-unreadable d'],
    ])
  })
})

describe('a row', () => {
  it('is rejected with everything that is wrong with it', async () => {
    const book = await read(
      invoicesFile(
        ' , ,2026-02-30,,x,maybe,2026-13-01,y',
        'A,1,2026-01-01,2026-01-31,1.001,no,,',
        'A,2,2026-01-01,2026-01-31,1,No,,',
        'A,3,2026-01-01,2026-01-31,1,,,',
        'A,4,2026-01-01,2026-01-31',
      ),
    )
    expect(reasons(book)).toEqual([
      [
        2,
        'empty customer_id',
        'empty invoice',
        'not-a-calendar-date invoice_date',
        'not-a-calendar-date due_date',
        'not-a-decimal amount',
        'not-allowed disputed',
        'not-a-calendar-date paid_on',
      ],
      [3, 'too-many-decimal-places amount'],
      [4, 'not-allowed disputed'],
      [5, 'not-allowed disputed'],
      [6, 'fields-differ '],
    ])
    expect(book.counts).toEqual({ read: 5, used: 0, later: 0, rejected: 5 })
  })

  it('is rejected where its payment cannot be', async () => {
    const paid = ['1.00', '0', '1.01', '-0.01', '1.001', 'x'].map((amount, index) => `A,${index},2026-01-01,2026-01-31,1,no,2026-01-02,${amount}`)
    const book = await read(
      invoicesFile(
        ...paid,
        'A,c,2026-01-01,2026-01-31,-1,no,2026-01-02,1',
        'A,d,2026-01-01,2026-01-31,-1,no,2026-01-02,-0.4',
        'A,e,2026-01-01,2026-01-31,1,no,,1',
      ),
    )
    expect(book.used.map(({ payment }) => payment?.amount)).toEqual(['1', '0', '-0.4'])
    expect(reasons(book)).toEqual([
      [4, 'out-of-range paid'],
      [5, 'out-of-range paid'],
      [6, 'too-many-decimal-places paid'],
      [7, 'not-a-decimal paid'],
      [8, 'out-of-range paid'],
      [10, 'missing paid_on'],
    ])
  })

  it('is rejected where an earlier one, used or later, has its number', async () => {
    const row = (number: string, date: string) => `A,${number},${date},2026-12-31,1,no,,`
    const book = await read(
      invoicesFile(
        row('1', '2026-01-01'),
        row('1', '2026-01-01'),
        row('2', '2026-10-01'),
        row('2', '2026-01-01'),
        row('3', 'x'),
        row('3', '2026-01-01'),
        row('__proto__', '2026-01-01'),
      ),
    )
    expect(reasons(book)).toEqual([
      [3, 'invoice-repeated invoice'],
      [5, 'invoice-repeated invoice'],
      [6, 'not-a-calendar-date invoice_date'],
    ])
    expect(book.rejected[1]?.issues[0]?.message).toBe('must be unique, but "2" already stands on line 4')
    expect(book.used.map(({ invoice }) => invoice)).toEqual(['1', '3', '__proto__'])
  })

  it('may say which letter was sent last, and when', async () => {
    const letters = ['1,2026-03-01', ' , ', '3,', ',2026-03-01', '0,2026-03-01', '1.5,2026-03-01', '-1,2026-03-01', '2,2026-02-30']
    const rows = letters.map((letter, index) => `A,${index},2026-01-01,2026-01-31,1,no,,,${letter}`)
    const book = await read([invoicesFile().trimEnd(), ...rows].join('\n'))
    expect(book.used.map(({ lastLetter }) => lastLetter)).toEqual([{ level: 1, sentOn: '2026-03-01' }, undefined])
    expect(reasons(book)).toEqual([
      [4, 'missing letter_sent_on'],
      [5, 'missing letter_level'],
      [6, 'too-small letter_level'],
      [7, 'not-an-integer letter_level'],
      [8, 'not-an-integer letter_level'],
      [9, 'not-a-calendar-date letter_sent_on'],
    ])
  })

  it('is rejected where its letter is of a level above the scheme’s highest', async () => {
    const rows = ['3', '4', '999999999'].map((level) => `A,${level},2026-01-01,2026-01-31,1,no,,,${level},2026-03-01`)
    const text = [invoicesFile().trimEnd(), ...rows].join('\n')
    const book = await read(text)
    expect(reasons(book)).toEqual([
      [3, 'too-large letter_level'],
      [4, 'too-large letter_level'],
    ])
    expect(book.rejected[0]?.issues[0]?.message).toBe('must be at most 3, not 4')
    const { dunning: _, ...without } = ownConfig().receivables
    expect((await read(text, { ...without, dunning: undefined } as unknown as ReceivablesPart)).counts.used).toBe(3)
  })

  it('may have any words for a dispute, a blank one too', async () => {
    const book = await read(invoicesFile(...['J', '', 'N', 'ja'].map((word, index) => `A,${index},2026-01-01,2026-01-31,1,${word},,`)), {
      disputed: { yes: ['J', 'ja'], no: ['N', ''] },
    })
    expect(book.used.map(({ disputed }) => disputed)).toEqual([true, false, false, true])
  })
})

it('lacks a column that is named', async () => {
  await expect(read('customer_id,invoice,invoice_date,due_date,amount,disputed,paid_on\n')).rejects.toMatchObject({
    code: 'columns-missing',
    params: { missing: ['paid', 'letter_level', 'letter_sent_on'] },
  })
})
