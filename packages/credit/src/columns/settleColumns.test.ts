import { dayOf } from '@clientele/core/days'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { type CreditTerms, compileTerms, parseTerms, type SettledColumns, type SettlementColumns, settleInvoice } from '../index.js'
import { settleWithCare } from './settleWithCare.js'

vi.mock('./settleWithCare.js', async (original) => {
  const module = await original<typeof import('./settleWithCare.js')>()
  return { ...module, settleWithCare: vi.fn(module.settleWithCare) }
})

/** The rows that the quick loop left to the row form since the test began. */
const withCare = (): number[] => vi.mocked(settleWithCare).mock.calls.map(([, row]) => row)

beforeEach(() => {
  vi.mocked(settleWithCare).mockClear()
})

const terms = parseTerms('2/15, 1/20, N/30')
const options = { asOf: '2024-03-20', currency: 'CNY' } as const
const collect = { ...options, invalid: 'collect' } as const
const settle = (columns: unknown, others: Partial<CreditTerms> = {}): SettledColumns =>
  compileTerms({ ...terms, ...others }).settleColumns(columns as SettlementColumns, collect)
const marchFirst = dayOf(2024, 3, 1)

const invoices = { date: ['2024-03-01', '2024-02-01', '2024-03-01', '2024-03-10'], amount: ['10000', 250.5, '-10000', '80.00'] }
const payments = {
  invoice: [2, 1, 0, 1, 3],
  date: ['2024-03-16', '2024-02-20', '2024-03-16', '2024-02-21', '2024-03-21'],
  amount: ['-9800', '100', '9800', '148', 80],
}
const credits = {
  invoice: [3, 3, 3],
  date: ['2024-03-11', '2024-03-12', '2024-03-21'],
  amount: [10, 20, 30],
  type: ['credit-note', 'write-off', 'credit-note'],
}

/** Every column of a row, with the status in words. */
const rowAt = ({ statuses, status, due, paid, discountTaken, credited, open, overpaid }: SettledColumns, row: number): unknown[] => [
  statuses[status[row] as number],
  due[row],
  ...[paid, discountTaken, credited, open, overpaid].map(({ values }) => values[row]),
]

describe('settleColumns', () => {
  it('settles invoices with none, one and several payments, credits, and amounts below 0', () => {
    const settled = compileTerms(terms).settleColumns({ invoices, payments, credits } as SettlementColumns, options)
    expect([0, 1, 2, 3].map((row) => rowAt(settled, row))).toEqual([
      ['paid', marchFirst + 30, 980_000, 20_000, 0, 0, 0],
      // 99 % of 250.50, rounded half-up, came in two payments.
      ['paid', marchFirst + 1, 24_800, 250, 0, 0, 0],
      ['paid', marchFirst + 30, -980_000, -20_000, 0, 0, 0],
      ['open', marchFirst + 39, 0, 0, 3000, 5000, 0],
    ])
    expect(settled.totals).toEqual({ amount: '330.50', paid: '248.00', discountTaken: '2.50', credited: '30.00', open: '50.00', overpaid: '0.00' })
    expect(settled.diagnoses).toEqual([
      { code: 'payments-after-as-of', params: { count: 1 } },
      { code: 'credits-after-as-of', params: { count: 1 } },
    ])
    expect([settled.asOf, settled.currency, settled.open.digits, settled.rejected, settled.policies]).toEqual([
      '2024-03-20',
      'CNY',
      2,
      [],
      [{ kind: 'credit-terms', id: terms.id, version: terms.version }],
    ])
    expect(withCare()).toEqual([])
  })

  it('leaves just what it cannot prove to the row form, with the same answers', () => {
    const amount = ['100', '999999999999.99', '9999999999999.99', '100.00000000000000', '-1e2', 0.1 + 0.2, '90071992547409.91', 9999999999999.99]
    const columns = { invoices: { date: amount.map(() => '2024-03-01'), amount } }
    const settled = settle(columns)
    expect(settled.rejected.map(({ index, issues }) => [index, issues.map(({ code, path }) => [code, path])])).toEqual([
      [5, [['too-many-decimal-places', ['columns', 'invoices', 'amount', 5]]]],
    ])
    expect(Array.from(settled.open.values)).toEqual([1e4, 1e14 - 1, 1e15 - 1, 1e4, -1e4, Number.NaN, 2 ** 53 - 1, 1e15 - 1])
    expect(withCare()).toEqual([2, 3, 4, 5, 6])
    expect(settled.totals.open).toBe('111071992547509.88')
    const values = Float64Array.of(2 ** 51 - 1, 2 ** 51, 1 - 2 ** 51, 2 ** 51 - 2)
    const paid = { invoice: [3, 3], date: ['2024-03-16', '2024-03-16'], amount: ['0.01', '0'] }
    const column = settle({ invoices: { ...invoices, amount: { values, digits: 2 } }, payments: paid })
    expect(Array.from(column.open.values)).toEqual([2 ** 51 - 1, 2 ** 51, 1 - 2 ** 51, 2 ** 51 - 3])
    expect(withCare().slice(5)).toEqual([1])
  })

  it('leaves an invoice of very many payments to the row form, and no fewer', () => {
    const count = [64, 65]
    const rows = count.flatMap((number, invoice) => Array.from({ length: number }, (_, index) => ({ invoice, index })))
    const columns = {
      invoices: { date: ['2024-03-01', '2024-03-01'], amount: [100, 100] },
      payments: {
        invoice: rows.map(({ invoice }) => invoice),
        date: rows.map(({ index }) => `2024-03-${String(19 - (index % 19)).padStart(2, '0')}`),
        amount: rows.map(({ index }) => (index % 3 === 2 ? -1 : 2.5)),
      },
    }
    const settled = settle(columns, { partialPayments: 'pro-rata' })
    expect(withCare()).toEqual([1])
    count.forEach((_, row) => {
      const [status, , paid, discountTaken] = rowAt(settled, row)
      const { applications, ...settlement } = settled.explain(row)
      expect([status, Number(paid) / 100, Number(discountTaken) / 100]).toEqual([
        settlement.status,
        Number(settlement.paid),
        Number(settlement.discountTaken),
      ])
    })
  })

  it('leaves every invoice to the row form under terms whose own numbers are too large', () => {
    const columns = { invoices: { ...invoices, tax: [100, 5, -1, 3] }, payments, credits }
    const usual = settle(columns)
    expect(withCare()).toEqual([])
    const fine = terms.discounts.map(({ withinDays, percent }) => ({ withinDays, percent: `${percent}.00000000000001` }))
    settle(columns, { discounts: fine })
    expect(withCare()).toEqual([0, 1, 2, 3])
    const stepped = settle({ invoices }, { cashStep: '22517998136852.48' })
    expect(withCare()).toEqual([0, 1, 2, 3, 0, 1, 2, 3])
    expect(Array.from(stepped.open.values)).toEqual([1_000_000, 25_050, -1_000_000, 8000])
    const net = settle(columns, { discountBase: 'net-of-tax', discounts: [{ withinDays: 15, percent: '0.00000001' }] })
    expect(withCare().slice(8)).toEqual([0, 2])
    expect(usual.open.values.length).toBe(net.open.values.length)
  })

  it('takes integers of fewer and of more digits than the currency has, as long as they are whole minor units', () => {
    const date = Int32Array.of(marchFirst, marchFirst, marchFirst, marchFirst)
    const open = (values: ArrayLike<unknown>, digits: number): unknown[] => {
      const { rejected, ...settled } = settle({ invoices: { date, amount: { values, digits } } })
      const issues = rejected.map((row) => row.issues.map(({ code, path }) => [row.index, code, path.join('.')])[0])
      return [Array.from(settled.open.values), ...issues]
    }
    const amountAt = (row: number): string => `columns.invoices.amount.values.${row}`
    expect(open(Float64Array.of(7, -8, 0, 2 ** 40), 0)).toEqual([[700, -800, 0, 2 ** 40 * 100]])
    expect(open(Float64Array.of(7, -8, -0, 2 ** 44), 0)).toEqual([[700, -800, 0, 2 ** 44 * 100]])
    expect(open(Float64Array.of(70_000, -8000, 0, 1010), 4)).toEqual([
      [700, -80, 0, Number.NaN],
      [3, 'too-many-decimal-places', amountAt(3)],
    ])
    expect(open(Float64Array.of(1.5, Number.NaN, Infinity, 2 ** 53), 2)).toEqual([
      [Number.NaN, Number.NaN, Number.NaN, Number.NaN],
      [0, 'too-many-decimal-places', amountAt(0)],
      [1, 'not-a-decimal', amountAt(1)],
      [2, 'not-a-decimal', amountAt(2)],
      [3, 'beyond-column', amountAt(3)],
    ])
    expect(open([1, '2', undefined, 3n], 2)).toEqual([
      [1, Number.NaN, Number.NaN, Number.NaN],
      [1, 'not-a-decimal', amountAt(1)],
      [2, 'missing', amountAt(2)],
      [3, 'not-a-decimal', amountAt(3)],
    ])
    // 4.350000000000001 × 100 is 435 in float64, and yet it is not 4.35.
    expect(open([4.350000000000001, 1, 1, 1], 0)).toEqual([
      [Number.NaN, 100, 100, 100],
      [0, 'too-many-decimal-places', amountAt(0)],
    ])
  })

  it('takes days of every typed array, and refuses what is no day', () => {
    const open = (date: unknown): unknown => {
      const { due, rejected } = settle({ invoices: { date, amount: [1, 1, 1, 1] } })
      return [Array.from(due), rejected.map(({ index, issues }) => [index, ...issues.map(({ code }) => code)])]
    }
    expect(open(Uint16Array.of(0, 1, 2, 65_535))).toEqual([[30, 31, 32, 65_565], []])
    expect(open(Float64Array.of(0, 0.5, Number.NaN, -719_163))).toEqual([
      [30, Number.NaN, Number.NaN, Number.NaN],
      [
        [1, 'not-a-calendar-date'],
        [2, 'not-a-calendar-date'],
        [3, 'not-a-calendar-date'],
      ],
    ])
    expect(open(Int32Array.of(-719_162, -719_163, 2_932_867, 2_932_866))).toEqual([
      [-719_132, Number.NaN, Number.NaN, 2_932_896],
      [
        [1, 'not-a-calendar-date'],
        [2, 'out-of-range'],
      ],
    ])
    expect(open(BigInt64Array.of(0n, 1n, 2n, 3n))).toEqual([Array(4).fill(Number.NaN), [0, 1, 2, 3].map((row) => [row, 'not-a-calendar-date'])])
    expect(open([0, '2024-02-30', null, undefined])).toEqual([
      Array(4).fill(Number.NaN),
      [
        [0, 'not-a-calendar-date'],
        [1, 'not-a-calendar-date'],
        [2, 'not-a-calendar-date'],
        [3, 'missing'],
      ],
    ])
  })

  it('names the cell of the date whose due day lies beyond the calendar', () => {
    const columns = { date: ['2024-03-01', '9999-12-02'], deliveryDate: ['9999-12-02', '2024-03-01'], amount: [1, 1] }
    const beyond = (start: CreditTerms['start']): unknown =>
      issuesOf(() => compileTerms({ ...terms, start }).settleColumns({ invoices: columns }, options))
    expect(beyond('invoice-date')).toEqual([['out-of-range', ['columns', 'invoices', 'date', 1]]])
    expect(beyond('end-of-month')).toEqual([['out-of-range', ['columns', 'invoices', 'date', 1]]])
    expect(beyond('delivery-date')).toEqual([['out-of-range', ['columns', 'invoices', 'deliveryDate', 0]]])
    expect(issuesOf(() => settle({ invoices: columns }, { netDays: Number.MAX_SAFE_INTEGER }))).toBe('nothing was thrown')
  })

  it('takes cells of tax and delivery that are left out where the terms do not need them, quickly', () => {
    const columns = {
      invoices: { ...invoices, tax: [undefined, '0.5', undefined, undefined], deliveryDate: Object.assign(Array(4), ['2024-03-02']) },
    }
    expect(settle(columns).rejected).toEqual([])
    expect(withCare()).toEqual([])
    const issues = (others: Partial<CreditTerms>): unknown =>
      issuesOf(() => compileTerms({ ...terms, ...others }).settleColumns(columns as SettlementColumns, options))
    expect(issues({ discountBase: 'net-of-tax' })).toEqual([0, 2, 3].map((row) => ['missing', ['columns', 'invoices', 'tax', row]]))
    expect(issues({ start: 'delivery-date' })).toEqual([1, 2, 3].map((row) => ['missing', ['columns', 'invoices', 'deliveryDate', row]]))
  })

  it('checks a tax and a delivery date that the terms do not need', () => {
    const tax = [10_001, -1, 1, 80]
    const deliveryDate = ['2024-03-01', '2024-03-01', '2024-03-01', '2024-13-01']
    const { rejected } = settle({ invoices: { ...invoices, tax, deliveryDate } })
    expect(rejected.map(({ index, issues }) => [index, ...issues.map(({ code, path }) => [code, path[2]])])).toEqual([
      [0, ['out-of-range', 'tax']],
      [1, ['out-of-range', 'tax']],
      [2, ['out-of-range', 'tax']],
      [3, ['not-a-calendar-date', 'deliveryDate']],
    ])
  })

  it('names every bad cell, of invoices, payments and credits', () => {
    const columns = {
      invoices: { date: ['2024-03-01', '2024-3-1', '2024-03-01'], amount: ['x', 1, 1] },
      payments: { invoice: [2, 0, 2, 1], date: ['2024-03-02', '2024-02-30', '2024-03-02', '2024-03-02'], amount: [1, 1, 1.001, 1] },
      credits: { invoice: [2, 2], date: ['2024-03-02', null], amount: [1, Number.NaN], type: ['gift', undefined] },
    }
    expect(issuesOf(() => compileTerms(terms).settleColumns(columns as never, options))).toEqual([
      ['not-a-decimal', ['columns', 'invoices', 'amount', 0]],
      ['not-a-calendar-date', ['columns', 'payments', 'date', 1]],
      ['not-a-calendar-date', ['columns', 'invoices', 'date', 1]],
      ['too-many-decimal-places', ['columns', 'payments', 'amount', 2]],
      ['not-allowed', ['columns', 'credits', 'type', 0]],
      ['missing', ['columns', 'credits', 'type', 1]],
      ['not-a-calendar-date', ['columns', 'credits', 'date', 1]],
      ['not-a-decimal', ['columns', 'credits', 'amount', 1]],
    ])
    const settled = settle(columns)
    expect(settled.rejected.map(({ index, issues }) => [index, issues.length])).toEqual([
      [0, 2],
      [1, 1],
      [2, 5],
    ])
    expect(Array.from(settled.status)).toEqual([255, 255, 255])
    expect(issuesOf(() => settled.explain(1))).toEqual([['not-a-calendar-date', ['columns', 'invoices', 'date', 1]]])
    expect(settled.totals.amount).toBe('0.00')
  })

  it('lists payments and credits of no invoice, and settles the invoices without them', () => {
    const stray = [-1, 4, 0.5, Number.NaN, '0', undefined, 1e20, 2 ** 31]
    const invoice = [...payments.invoice, ...stray]
    const date = [...payments.date, ...stray.map(() => '2024-03-02')]
    const amount = [...payments.amount, 'x', ...stray.slice(1).map(() => 1)]
    const columns = {
      invoices,
      payments: { invoice, date, amount },
      credits: { invoice: [1, 9], date: ['2024-03-02', ''], amount: ['1', 1], type: ['credit-note', 'x'] },
    }
    const settled = settle(columns)
    const codes = ['out-of-range', 'out-of-range', 'not-an-integer', 'not-an-integer', 'not-an-integer', 'missing', 'out-of-range', 'out-of-range']
    expect(settled.rejected).toEqual([])
    expect(settled.rejectedPayments.map(({ index, issues }) => [index, ...issues.map(({ code, path }) => [code, path])])).toEqual(
      codes.map((code, index) => [
        index + 5,
        [code, ['columns', 'payments', 'invoice', index + 5]],
        ...(index === 0 ? [['not-a-decimal', ['columns', 'payments', 'amount', 5]]] : []),
      ]),
    )
    expect(settled.rejectedCredits.map(({ index, issues }) => [index, ...issues.map(({ code, path }) => [code, path])])).toEqual([
      [
        1,
        ['out-of-range', ['columns', 'credits', 'invoice', 1]],
        ['not-allowed', ['columns', 'credits', 'type', 1]],
        ['not-a-calendar-date', ['columns', 'credits', 'date', 1]],
      ],
    ])
    const alone = settle({ invoices, payments })
    expect(settled.open.values.slice(0, 1)).toEqual(alone.open.values.slice(0, 1))
    expect(settled.explain(0)).toEqual(alone.explain(0))
    expect(issuesOf(() => compileTerms(terms).settleColumns(columns as never, options))).toHaveLength(12)
    const sorted = settle({
      invoices,
      payments: { invoice: Int32Array.of(0, 3, 4), date: ['2024-03-02', '2024-03-12', '2024-03-02'], amount: [5, 6, 7] },
    })
    expect(Array.from(sorted.paid.values)).toEqual([500, 0, 0, 600])
    expect(sorted.rejectedPayments.map(({ index }) => index)).toEqual([2])
  })

  it('refuses an answer that a column cannot hold, naming the greatest amount, and takes greater input whose answers it can', () => {
    const great = '90071992547409.92'
    const columns = {
      invoices: { date: Array(5).fill('2024-03-01'), amount: [great, 1, 1, great, `-${great}`] },
      payments: { invoice: [3, 1, 1, 4], date: Array(4).fill('2024-04-30'), amount: [1, `-${great}`, 0, 1] },
      credits: { invoice: [3, 2, 2], date: Array(3).fill('2024-03-02'), amount: ['90071992547408.92', 1, great], type: Array(3).fill('write-off') },
    }
    const settled = compileTerms(terms).settleColumns(columns as never, { ...collect, asOf: '2024-05-01' })
    expect(settled.rejected.map(({ index, issues }) => [index, issues.map(({ code, path }) => [code, path.slice(1)])])).toEqual([
      [0, [['beyond-column', ['invoices', 'amount', 0]]]],
      [1, [['beyond-column', ['payments', 'amount', 1]]]],
      [2, [['beyond-column', ['credits', 'amount', 2]]]],
      [4, [['beyond-column', ['invoices', 'amount', 4]]]],
    ])
    expect(settled.rejected[0]?.issues[0]?.message).toBe(
      'must give amounts and sums below 90071992547409.92 in size, which is what a column can hold, not 90071992547409.92',
    )
    expect(rowAt(settled, 3)).toEqual(['paid', marchFirst + 30, 100, 0, 2 ** 53 - 100, 0, 0])
  })

  it('adds up exactly what float64 cannot', () => {
    const values = new Float64Array(5001).fill(2 ** 51 - 1)
    const great = { date: new Int32Array(5001), amount: { values, digits: 2 } }
    const small = { date: new Int32Array(5001), amount: Array(5001).fill(0) }
    const rows = { invoice: Int32Array.from(values, (_, row) => row), ...great }
    const sum = (5001n * (2n ** 51n - 1n)).toString().replace(/(..)$/, '.$1')
    expect(settle({ invoices: great }).totals).toMatchObject({ amount: sum, open: sum })
    expect(settle({ invoices: small, payments: rows }).totals).toMatchObject({ paid: sum, overpaid: sum })
    const type = Array(5001).fill('write-off')
    expect(settle({ invoices: small, credits: { ...rows, type } }).totals).toMatchObject({ credited: sum, overpaid: sum })
    expect(withCare()).toEqual([])
  })

  it('leaves amounts that are too great together to the row form, and begins anew with each invoice', () => {
    const half = 2 ** 50
    const column = (values: number[]): unknown => ({ values: Float64Array.from(values), digits: 2 })
    const date = (length: number): Int32Array => new Int32Array(length).fill(marchFirst)
    const rows = (values: number[]): Record<string, unknown> => ({
      invoice: values.map((_, index) => Math.floor(index / 2)),
      date: date(values.length),
      amount: column(values),
    })
    const four = { date: date(4), amount: column([1, 1, 1, 1]) }
    const parts = [half, half, half - 1, half - 1, -half, half - 2, half, half - 3]
    settle({ invoices: four, payments: rows(parts) })
    expect(withCare()).toEqual([0])
    settle({ invoices: four, credits: { ...rows(parts), type: Array(8).fill('credit-note') } })
    expect(withCare()).toEqual([0, 0])
    const one = { date: date(1), amount: column([1]) }
    settle({ invoices: one, payments: { invoice: [0], date: date(1), amount: column([2 ** 51 - 2]) } })
    expect(withCare()).toEqual([0, 0])
    settle({ invoices: one, payments: { invoice: [0], date: date(1), amount: column([2 ** 51 - 1]) } })
    expect(withCare()).toEqual([0, 0, 0])
  })

  it('refuses a tax so small or so fine that a float64 difference does not show it', () => {
    const refusedOf = (amount: number, tax: number, base: CreditTerms['discountBase']) => {
      const columns = {
        invoices: { date: ['2024-03-01'], amount: { values: Float64Array.of(amount), digits: 2 }, tax: { values: Float64Array.of(tax), digits: 2 } },
      }
      return compileTerms({ ...terms, discountBase: base })
        .settleColumns(columns, collect)
        .rejected.map(({ issues }) => issues[0]?.path)
    }
    for (const base of ['gross', 'net-of-tax'] as const) {
      for (const tax of [1e-20, -1e-20, 0.004]) expect(refusedOf(1e15, tax, base)).toEqual([['columns', 'invoices', 'tax', 'values', 0]])
      expect(refusedOf(1e15, 1e14, base)).toEqual([])
    }
  })

  it.each([-(2 ** 32), -1, 2 ** 32, 0.5, Number.NaN])('books nothing on an invoice that a payment does not name: %d', (invoice) => {
    for (const column of [[invoice], Float64Array.of(invoice)]) {
      const columns = { invoices: { date: ['2024-03-01'], amount: ['100'] }, payments: { invoice: column, date: ['2024-03-02'], amount: ['98'] } }
      const settled = compileTerms(terms).settleColumns(columns, collect)
      expect(settled.totals.paid).toBe('0.00')
      expect(settled.rejectedPayments.map(({ index, issues }) => [index, issues[0]?.path])).toEqual([[0, ['columns', 'payments', 'invoice', 0]]])
    }
  })

  it('takes no parts of minor units for whole ones, though amount and tax make up for each other', () => {
    const column = (...values: number[]) => ({ values: Float64Array.from(values), digits: 2 })
    const { rejected } = settle({ invoices: { date: Int32Array.of(0, 0, 0), amount: column(1.5, 2, 2), tax: column(0.5, 0.5, 1) } })
    expect(rejected.map(({ index, issues }) => [index, ...issues.map(({ code, path }) => [code, path[2]])])).toEqual([
      [0, ['too-many-decimal-places', 'amount'], ['too-many-decimal-places', 'tax']],
      [1, ['too-many-decimal-places', 'tax']],
    ])
  })

  it('takes the discount off the whole of a credit that was taken back, where the invoice itself is nil', () => {
    const one = { invoice: [0], date: ['2024-03-02'] }
    const columns = {
      invoices: { date: ['2024-03-01'], amount: [0], tax: [0] },
      payments: { ...one, amount: [98] },
      credits: { ...one, amount: [-100], type: ['credit-note'] },
    }
    const settled = settle(columns, { discountBase: 'net-of-tax' })
    expect(rowAt(settled, 0)).toEqual(['paid', marchFirst + 30, 9800, 200, -10_000, 0, 0])
    expect(withCare()).toEqual([])
    expect(settled.explain(0).discountTaken).toBe('2.00')
  })

  const bad: readonly (readonly [columns: unknown, issues: unknown])[] = [
    [null, [['wrong-type', ['columns']]]],
    [{}, [['missing', ['columns', 'invoices']]]],
    [
      { invoices: [], payments: null, credits: 'x', refunds: [] },
      [
        ['unknown-key', ['columns', 'refunds']],
        ['wrong-type', ['columns', 'invoices']],
        ['wrong-type', ['columns', 'payments']],
        ['wrong-type', ['columns', 'credits']],
      ],
    ],
    [
      { invoices: { due: [] }, payments: { type: [] }, credits: { id: [] } },
      [
        ['unknown-key', ['columns', 'invoices', 'due']],
        ['missing', ['columns', 'invoices', 'date']],
        ['missing', ['columns', 'invoices', 'amount']],
        ['unknown-key', ['columns', 'payments', 'type']],
        ['missing', ['columns', 'payments', 'invoice']],
        ['missing', ['columns', 'payments', 'date']],
        ['missing', ['columns', 'payments', 'amount']],
        ['missing', ['columns', 'credits', 'type']],
        ['unknown-key', ['columns', 'credits', 'id']],
        ['missing', ['columns', 'credits', 'invoice']],
        ['missing', ['columns', 'credits', 'date']],
        ['missing', ['columns', 'credits', 'amount']],
      ],
    ],
    [
      { invoices: { date: '2024-03-01', amount: 5, tax: { length: -1 }, deliveryDate: { length: 2 ** 31 } } },
      [
        ['wrong-type', ['columns', 'invoices', 'date']],
        ['wrong-type', ['columns', 'invoices', 'amount']],
        ['wrong-type', ['columns', 'invoices', 'tax']],
        ['wrong-type', ['columns', 'invoices', 'deliveryDate']],
      ],
    ],
    [
      { invoices: { date: ['2024-03-01'], amount: [1, 2], tax: { values: [], digits: 2 }, deliveryDate: [] } },
      [
        ['length-differs', ['columns', 'invoices', 'amount']],
        ['length-differs', ['columns', 'invoices', 'tax']],
        ['length-differs', ['columns', 'invoices', 'deliveryDate']],
      ],
    ],
    [
      {
        invoices: { date: [], amount: [] },
        payments: { invoice: [], date: [1], amount: [] },
        credits: { invoice: [], date: [], amount: [], type: ['write-off'] },
      },
      [
        ['length-differs', ['columns', 'payments', 'date']],
        ['length-differs', ['columns', 'credits', 'type']],
      ],
    ],
    [
      { invoices: { date: [], amount: { values: 1, digits: 16, scale: 2 }, tax: {} } },
      [
        ['unknown-key', ['columns', 'invoices', 'amount', 'scale']],
        ['wrong-type', ['columns', 'invoices', 'amount', 'values']],
        ['too-large', ['columns', 'invoices', 'amount', 'digits']],
        ['missing', ['columns', 'invoices', 'tax', 'values']],
        ['missing', ['columns', 'invoices', 'tax', 'digits']],
      ],
    ],
    [Object.create({ invoices }), [['missing', ['columns', 'invoices']]]],
  ]

  it.each(bad)('refuses the columns %j, collecting or not', (columns, issues) => {
    expect(issuesOf(() => settle(columns))).toEqual(issues)
    expect(issuesOf(() => compileTerms(terms).settleColumns(columns as never, options))).toEqual(issues)
  })

  it.each([
    [undefined, [['missing', ['options']]]],
    [null, [['wrong-type', ['options']]]],
    [
      {},
      [
        ['missing', ['options', 'asOf']],
        ['missing', ['options', 'currency']],
      ],
    ],
    [
      { asOf: '2024-02-30', currency: 'XAU', invalid: 'skip', today: 1 },
      [
        ['unknown-key', ['options', 'today']],
        ['not-allowed', ['options', 'invalid']],
        ['not-a-calendar-date', ['options', 'asOf']],
        ['unknown-currency', ['options', 'currency']],
      ],
    ],
  ])('refuses the options %j, and the columns with them', (given, issues) => {
    expect(issuesOf(() => compileTerms(terms).settleColumns({} as never, given as never))).toEqual([
      ...(issues as unknown[]),
      ['missing', ['columns', 'invoices']],
    ])
  })

  it('refuses terms that do not suit the currency or lack a column, collecting or not', () => {
    expect(issuesOf(() => settle({ invoices }, { cashStep: '0.005' }))).toEqual([['too-many-decimal-places', ['terms', 'cashStep']]])
    expect(issuesOf(() => settle({ invoices }, { discountBase: 'net-of-tax' }))).toEqual([['missing', ['columns', 'invoices', 'tax']]])
    expect(issuesOf(() => settle({ invoices }, { start: 'delivery-date' }))).toEqual([['missing', ['columns', 'invoices', 'deliveryDate']]])
  })

  it('settles nothing', () => {
    const settled = settle({ invoices: { date: [], amount: [] } })
    expect([settled.open.values.length, settled.totals.amount, settled.diagnoses]).toEqual([0, '0.00', []])
    expect(issuesOf(() => settled.explain(0))).toEqual([['out-of-range', ['row']]])
  })

  it('explains the rows there are, as settleInvoice does, from the input as it then is', () => {
    const amount = Float64Array.of(10_000, 80)
    const columns = {
      invoices: { date: ['2024-03-01', '2024-03-10'], amount },
      payments: { invoice: [1, 0], date: ['2024-03-16', '2024-03-16'], amount: [8, 9800] },
    }
    const settled = settle(columns)
    for (const row of [-1, 2, 0.5, Number.NaN, '0']) expect(issuesOf(() => settled.explain(row as number))).toEqual([['out-of-range', ['row']]])
    const row = { id: '0', date: '2024-03-01', amount: 10_000, currency: 'CNY' }
    const paid = [{ id: '1', date: '2024-03-16', amount: 9800, currency: 'CNY' }]
    expect(settled.explain(0)).toEqual(settleInvoice({ invoice: row, payments: paid }, terms, { asOf: options.asOf }))
    amount[1] = 81
    expect(settled.explain(0).status).toBe('paid')
    expect(() => settled.explain(1)).toThrow('row must agree with what it was made from, which gives open 72.00, not open 73.00')
    columns.invoices.date[0] = 'x'
    expect(issuesOf(() => settled.explain(0))).toEqual([['not-a-calendar-date', ['columns', 'invoices', 'date', 0]]])
    columns.invoices.date[0] = '2024-03-02'
    expect(issuesOf(() => settled.explain(0))).toEqual([['outdated-input', ['row']]])
    settled.open.values[1] = Number.NaN
    expect(issuesOf(() => settled.explain(1))).toEqual([['outdated-input', ['row']]])
  })

  it('changes no input, and gives the same for payments in any order', () => {
    const freeze = <Value extends object>(value: Value): Value => {
      for (const one of Object.values(value)) if (typeof one === 'object') freeze(one)
      return Object.freeze(value)
    }
    const reversed = Object.fromEntries(Object.entries(payments).map(([field, list]) => [field, [...list].reverse()]))
    const [one, other] = [payments, reversed].map((list) => settle(freeze({ invoices, payments: list, credits })))
    expect(one?.totals).toEqual(other?.totals)
    for (const field of ['paid', 'discountTaken', 'open'] as const) expect(one?.[field]).toEqual(other?.[field])
    const int32 = Int32Array.of(marchFirst, marchFirst)
    const values = Float64Array.of(5, 6)
    settle({ invoices: { date: int32, amount: { values, digits: 2 } } })
    expect([...int32, ...values]).toEqual([marchFirst, marchFirst, 5, 6])
  })
})
