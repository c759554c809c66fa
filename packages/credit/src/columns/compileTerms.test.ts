import { dayOf, parseDay } from '@clientele/core/days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditTermsFor, randomDate } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import {
  type Credit,
  type CreditTerms,
  compileTerms,
  type Invoice,
  type Payment,
  parseTerms,
  type SettledColumns,
  type SettlementColumns,
  settleInvoice,
  termsTimeline,
} from '../index.js'
import { moneyText } from '../money/moneyText.js'

/** A payment, or with a type a credit; amounts are minor units. */
interface Row {
  readonly invoice: number
  readonly day: number
  readonly units: bigint
  readonly type: Credit['type']
}

/** Invoices, payments and credits of a currency, amounts in minor units and days from New Year's Day 2024. */
interface Book {
  readonly currency: string
  readonly digits: number
  readonly terms: CreditTerms
  readonly asOf: number
  readonly invoices: readonly { readonly day: number; readonly units: bigint; readonly taxPercent: bigint; readonly wait: number }[]
  readonly payments: readonly Row[]
  readonly credits: readonly Row[]
}

const currencies = [
  ['CNY', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['CLF', 4],
] as const

/** Sizes that are small, usual, about what float64 products and sums can hold, and far beyond. */
const sizes = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0n) },
  { weight: 3, arbitrary: fc.bigInt({ min: 1n, max: 300n }) },
  { weight: 8, arbitrary: fc.bigInt({ min: 1n, max: 3_000_000n }) },
  { weight: 3, arbitrary: fc.bigInt({ min: 10n ** 8n, max: 2n ** 51n - 1n }) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(2n ** 51n, 2n ** 52n, 2n ** 53n), fc.bigInt({ min: -3n, max: 3n })).map(([a, b]) => a + b) },
  { weight: 1, arbitrary: fc.bigInt({ min: 2n ** 53n, max: 10n ** 30n }) },
)

const invoiceOf = fc
  .record({ day: fc.nat(60), size: sizes, sign: fc.constantFrom(1n, 1n, 1n, -1n), taxPercent: fc.bigInt({ min: 0n, max: 30n }), wait: fc.nat(12) })
  .map(({ size, sign, ...invoice }) => ({ ...invoice, units: size * sign }))

const taxOf = ({ units, taxPercent }: { units: bigint; taxPercent: bigint }): bigint => (units * taxPercent) / 100n

/** A part of an amount: eighths of it, or it less some percent, give or take a unit. */
const partOf = fc.oneof(
  fc.bigInt({ min: -3n, max: 9n }).map((eighths) => (units: bigint) => (units * eighths) / 8n),
  fc.tuple(fc.constantFrom(0n, 500n, 1000n, 1250n, 2000n, 3000n, 5000n), fc.bigInt({ min: -1n, max: 1n })).map(
    ([off, more]) =>
      (units: bigint) =>
        (units * (100_000n - off)) / 100_000n + more,
  ),
)

const rowsOf = (units: readonly bigint[], maxLength: number): fc.Arbitrary<Row[]> =>
  fc.array(
    fc
      .record({
        invoice: fc.nat(Math.max(0, units.length - 1)),
        day: fc.integer({ min: -3, max: 120 }),
        part: partOf,
        type: fc.constantFrom('credit-note' as const, 'write-off' as const),
      })
      .map(({ invoice, day, part, type }) => ({ invoice, day, type, units: part(units[invoice] as bigint) })),
    { maxLength: units.length === 0 ? 0 : maxLength },
  )

const books: fc.Arbitrary<Book> = fc
  .constantFrom(...currencies)
  .chain(([currency, digits]) =>
    fc.record({
      currency: fc.constant(currency),
      digits: fc.constant(digits),
      terms: creditTermsFor(digits),
      invoices: fc.array(invoiceOf, { maxLength: 12 }),
    }),
  )
  .chain((book) => {
    const units = book.invoices.map((invoice) => invoice.units)
    const credits = fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: rowsOf(units, 8) })
    return fc.record({ payments: rowsOf(units, 25), credits, asOf: fc.integer({ min: -3, max: 120 }) }).map((rest) => ({ ...book, ...rest }))
  })

/** How columns are written. */
interface Form {
  readonly amounts: (units: readonly bigint[], digits: number) => unknown
  readonly dates: (days: readonly number[]) => unknown
  /** What it cannot write any more, in minor units. */
  readonly limit: bigint
}

const texts = (days: readonly number[]): string[] => days.map(randomDate)
const integers = (days: readonly number[]): number[] => days.map((day) => dayOf(2024, 1, 1) + day)
const forms: { readonly [name: string]: Form } = {
  texts: { amounts: (units, digits) => units.map((one) => moneyText(one, digits)), dates: texts, limit: 10n ** 40n },
  numbers: {
    amounts: (units, digits) => units.map((one) => Number(moneyText(one, digits))),
    dates: (days) => Object.assign({ length: days.length }, texts(days)),
    limit: 10n ** 15n,
  },
  'a typed array': {
    amounts: (units, digits) => Float64Array.from(units, (one) => Number(moneyText(one, digits))),
    dates: (days) => Int16Array.from(integers(days)),
    limit: 10n ** 15n,
  },
  'integers of the currency': {
    amounts: (units, digits) => ({ values: Float64Array.from(units, Number), digits }),
    dates: (days) => Int32Array.from(integers(days)),
    limit: 2n ** 53n,
  },
  'integers of more digits': {
    amounts: (units, digits) => ({ values: Float64Array.from(units, (one) => Number(one) * 1000), digits: digits + 3 }),
    dates: (days) => Float64Array.from(integers(days)),
    limit: 2n ** 53n / 1000n,
  },
}

function columnsOf({ digits, invoices, payments, credits }: Book, { amounts, dates }: Form): SettlementColumns {
  const paid = (rows: readonly Row[]) => ({
    invoice: rows.map(({ invoice }) => invoice),
    date: dates(rows.map(({ day }) => day)),
    amount: amounts(
      rows.map(({ units }) => units),
      digits,
    ),
  })
  return {
    invoices: {
      date: dates(invoices.map(({ day }) => day)),
      amount: amounts(
        invoices.map(({ units }) => units),
        digits,
      ),
      tax: amounts(invoices.map(taxOf), digits),
      deliveryDate: dates(invoices.map(({ day, wait }) => day + wait)),
    },
    payments: paid(payments),
    credits: { ...paid(credits), type: credits.map(({ type }) => type) },
  } as SettlementColumns
}

/** The cases of a book, as the row form takes them. */
function casesOf({ currency, digits, invoices, payments, credits }: Book): { invoice: Invoice; payments: Payment[]; credits: Credit[] }[] {
  const rows = (list: readonly Row[], row: number) =>
    list.flatMap(({ invoice, day, units, type }, index) =>
      invoice === row ? [{ id: String(index), date: randomDate(day), amount: moneyText(units, digits), currency, type }] : [],
    )
  return invoices.map(({ day, units, taxPercent, wait }, row) => ({
    invoice: {
      id: String(row),
      date: randomDate(day),
      amount: moneyText(units, digits),
      currency,
      tax: moneyText(taxOf({ units, taxPercent }), digits),
      deliveryDate: randomDate(day + wait),
    },
    payments: rows(payments, row).map(({ type: _, ...payment }) => payment),
    credits: rows(credits, row),
  }))
}

const fields = ['paid', 'discountTaken', 'credited', 'open', 'overpaid'] as const

/** A row of the columns, written as the row form writes it. */
function rowAt(settled: SettledColumns, row: number): unknown {
  const { digits } = settled.open
  const amounts = fields.map((field) => {
    const value = settled[field].values[row] as number
    return Number.isNaN(value) || Object.is(value, -0) ? value : moneyText(BigInt(value), digits)
  })
  return [settled.statuses[settled.status[row] as number], settled.due[row], ...amounts]
}

const NOTHING_SETTLED = [undefined, Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN]
const unitsOf = (text: string): bigint => BigInt(text.replace('.', ''))
const isBeyond = (texts: readonly string[]): boolean => texts.some((text) => unitsOf(text.replace('-', '')) >= 2n ** 53n)

/** Compares a book's columns with the row form, row for row. */
function expectRowForm(book: Book, form: Form): void {
  const options = { asOf: randomDate(book.asOf), currency: book.currency, invalid: 'collect' } as const
  const settled = compileTerms(book.terms).settleColumns(columnsOf(book, form), options)
  const totals = { amount: 0n, paid: 0n, discountTaken: 0n, credited: 0n, open: 0n, overpaid: 0n }
  const beyond: number[] = []
  casesOf(book).forEach((one, row) => {
    const settlement = settleInvoice(one, book.terms, { asOf: options.asOf })
    const amounts = fields.map((field) => settlement[field])
    if (isBeyond(amounts)) {
      beyond.push(row)
      expect(rowAt(settled, row)).toEqual(NOTHING_SETTLED)
      return
    }
    expect(rowAt(settled, row)).toEqual([settlement.status, parseDay(settlement.due), ...amounts])
    expect(settled.explain(row)).toEqual(settlement)
    for (const field of [...fields, 'amount'] as const) totals[field] += unitsOf(settlement[field])
  })
  expect(settled.rejected.map(({ index, issues }) => [index, issues.map(({ code }) => code)])).toEqual(beyond.map((row) => [row, ['beyond-column']]))
  expect(settled.totals).toEqual(Object.fromEntries(Object.entries(totals).map(([field, units]) => [field, moneyText(units, book.digits)])))
}

describe('compileTerms', () => {
  it.each(Object.keys(forms))('settles every row as settleInvoice does, from %s', (name) => {
    const form = forms[name] as Form
    const within = <Row extends { readonly units: bigint }>(row: Row): Row => ({ ...row, units: row.units % form.limit })
    const written = books.map((book) => ({
      ...book,
      invoices: book.invoices.map(within),
      payments: book.payments.map(within),
      credits: book.credits.map(within),
    }))
    fc.assert(
      fc.property(written, (book) => expectRowForm(book, form)),
      { numRuns: 150 },
    )
  })

  const terms = parseTerms('2/15, 1/20, N/30', { id: 'usual', version: 3 })
  const invoice = { id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' }
  const payments = [{ id: 'P-1', date: '2024-03-18', amount: '9900', currency: 'CNY' }]

  it('gives the timeline and the settlement of the row form, under terms read once', () => {
    const compiled = compileTerms(terms)
    expect(compiled.timeline(invoice)).toEqual(termsTimeline(invoice, terms))
    for (const asOf of ['2024-03-17', '2024-03-20', '2024-05-01']) {
      expect(compiled.settle({ invoice, payments }, { asOf })).toEqual(settleInvoice({ invoice, payments }, terms, { asOf }))
    }
    const changed = { ...terms, discounts: [...terms.discounts] }
    const { timeline } = compileTerms(changed)
    changed.discounts.length = 0
    expect(timeline(invoice).windows).toHaveLength(3)
  })

  it('refuses what the row forms refuse', () => {
    const { timeline, settle } = compileTerms(terms)
    const wrong = { ...invoice, amount: '1.001', currency: 'XXX' }
    expect(issuesOf(() => timeline(wrong))).toEqual(issuesOf(() => termsTimeline(wrong, terms)))
    expect(issuesOf(() => timeline(null as never))).toEqual([['wrong-type', ['invoice']]])
    for (const [settlement, options] of [
      [{ invoice: wrong, payments: [{}] }, {}],
      [{ invoice, payments }, { asOf: '2024-02-30' }],
      [null, null],
      [{ invoice: { ...invoice, date: '9999-12-31' }, payments }, { asOf: '2024-03-20' }],
    ] as never[][]) {
      const issues = issuesOf(() => settle(settlement as never, options as never))
      expect(issues).toEqual(issuesOf(() => settleInvoice(settlement as never, terms, options as never)))
      expect(issues).not.toEqual([])
    }
    expect(issuesOf(() => compileTerms({ ...terms, netDays: 10 }))).toEqual(issuesOf(() => termsTimeline(invoice, { ...terms, netDays: 10 })))
    expect(issuesOf(() => compileTerms(null as never))).toEqual([['wrong-type', ['terms']]])
  })
})
