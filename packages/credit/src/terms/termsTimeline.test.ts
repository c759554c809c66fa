import { roundingModes } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditTerms, creditTermsFor, currencies, invoicesOf } from '../../testing/arbitraries.js'
import { badInvoiceFields, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type CreditTerms, type Invoice, type TermsTimeline, termsTimeline } from '../index.js'

const termsOf = (discounts: readonly (readonly [withinDays: number, percent: string | number])[], netDays: number, more = {}): CreditTerms => ({
  kind: 'credit-terms',
  id: 'terms',
  version: 1,
  discounts: discounts.map(([withinDays, percent]) => ({ withinDays, percent })),
  netDays,
  ...more,
})
const invoiceOf = (amount: string | number, more: Partial<Invoice> = {}): Invoice => ({
  id: 'I',
  date: '2024-03-01',
  amount,
  currency: 'CNY',
  ...more,
})
const textbook = termsOf(
  [
    [15, '2'],
    [20, '1'],
  ],
  30,
)
/** What is payable in the first window of one discount. */
const payable = (amount: string | number, percent: string | number, more = {}, invoice: Partial<Invoice> = {}): string | undefined =>
  termsTimeline(invoiceOf(amount, invoice), termsOf([[10, percent]], 30, more)).windows[0]?.payable
const shown = ({ windows }: TermsTimeline): string[] => windows.map(({ from, to, percent, payable: due }) => `${from}…${to} ${percent} % ${due}`)

describe('termsTimeline: known answers', () => {
  it('textbook S1 (vector 1): 2/15, 1/20, N/30 on 10,000', () => {
    const timeline: TermsTimeline = {
      invoice: 'I',
      currency: 'CNY',
      amount: '10000.00',
      start: '2024-03-01',
      due: '2024-03-31',
      windows: [
        { from: '2024-03-01', to: '2024-03-16', percent: '2', discount: '200.00', payable: '9800.00' },
        { from: '2024-03-17', to: '2024-03-21', percent: '1', discount: '100.00', payable: '9900.00' },
        { from: '2024-03-22', to: '2024-03-31', percent: '0', discount: '0.00', payable: '10000.00' },
      ],
      policies: [{ kind: 'credit-terms', id: 'terms', version: 1 }],
    }
    expect(termsTimeline(invoiceOf('10000'), textbook)).toStrictEqual(timeline)
  })

  it('OCA (vector 2): 2 % within 10 days of 1,150 on 2019-04-15', () => {
    const timeline = termsTimeline(invoiceOf(1150, { date: '2019-04-15' }), termsOf([[10, 2]], 30))
    expect(shown(timeline)).toEqual(['2019-04-15…2019-04-25 2 % 1127.00', '2019-04-26…2019-05-15 0 % 1150.00'])
  })

  it.each([
    ['1150', '150', 'gross', '1035.00', 'Odoo, vector 3'],
    ['1150', '150', 'net-of-tax', '1050.00', 'Odoo, vector 3'],
    ['1100', '100', 'net-of-tax', '1000.00', 'OCA, vector 4'],
    ['1100', '100', 'gross', '990.00', 'OCA, vector 4'],
    ['-1150', '-150', 'net-of-tax', '-1050.00', 'the credit note of vector 3'],
    ['1150', '0', 'net-of-tax', '1035.00', 'no tax'],
    ['1150', '1150', 'net-of-tax', '1150.00', 'nothing but tax'],
    ['0', '0', 'net-of-tax', '0.00', 'nothing at all'],
  ])('10 %% of %s with tax %s, %s: pay %s (%s)', (amount, tax, discountBase, expected) => {
    expect(payable(amount, 10, { discountBase }, { tax })).toBe(expected)
  })

  it.each<[string, string | number, string, string]>([
    ['1725.05', 10, '1552.55', 'Odoo, vector 6'],
    ['57.55', 10, '51.80', 'Odoo, vector 6'],
    ['4.76', 1, '4.71', 'Odoo, vector 8: .05 a line, .20 on four'],
    ['19.04', 1, '18.85', 'Odoo, vector 8: .19 on the total'],
    ['-1725.05', 10, '-1552.55', 'the credit note of vector 6: half-up is away from 0'],
    ['0.01', 99, '0.00', 'less than half a cent'],
    ['1e3', '0.001', '999.99', 'a thousandth of a percent'],
    ['100', '33.333333333333333333333333333333', '66.67', 'a percentage of many digits'],
  ])('%s less %s %% is %s (%s)', (amount, percent, expected) => {
    expect(payable(amount, percent)).toBe(expected)
  })

  it.each([
    ['13.35', '0.05', '13.10', 'Odoo, vector 7'],
    ['54.05', '0.05', '52.95', 'Odoo, vector 7'],
    ['-13.35', '0.05', '-13.10', 'its credit note'],
    ['10.25', '0.10', '10.10', 'to the cent first: 10.045 is 10.05'],
    ['0.02', '0.05', '0.00', 'to the nearest step'],
    ['0.04', '0.05', '0.04', 'never above the amount'],
    ['100.00', '30', '90.00', 'a step of several units'],
    ['100.00', '500', '0.00', 'a step above the amount'],
    ['100.00', '0.01', '98.00', "a step of the currency's own"],
  ])('2 %% off %s in steps of %s: %s (%s)', (amount, cashStep, expected) => {
    expect(payable(amount, 2, { cashStep })).toBe(expected)
  })

  it.each([
    // 0.225, 0.189 and 0.211 of the currency, and their opposites.
    ['half-up', ['0.23', '0.19', '0.21', '-0.23', '-0.19', '-0.21']],
    ['half-down', ['0.22', '0.19', '0.21', '-0.22', '-0.19', '-0.21']],
    ['half-even', ['0.22', '0.19', '0.21', '-0.22', '-0.19', '-0.21']],
    ['up', ['0.23', '0.19', '0.22', '-0.23', '-0.19', '-0.22']],
    ['down', ['0.22', '0.18', '0.21', '-0.22', '-0.18', '-0.21']],
    ['ceiling', ['0.23', '0.19', '0.22', '-0.22', '-0.18', '-0.21']],
    ['floor', ['0.22', '0.18', '0.21', '-0.23', '-0.19', '-0.22']],
  ])('rounds %s', (rounding, expected) => {
    const amounts: [string, string][] = [
      ['0.25', '10'],
      ['0.21', '10'],
      ['0.25', '15.6'],
    ]
    const payables = [...amounts, ...amounts.map(([amount, percent]) => [`-${amount}`, percent] as const)]
    expect(payables.map(([amount, percent]) => payable(amount, percent, { rounding }))).toEqual(expected)
  })

  it.each([
    ['down', '13.05'],
    ['up', '13.10'],
    ['half-even', '13.10'],
  ])('rounds to the cash step %s too: 13.083 in steps of 0.05 is %s', (rounding, expected) => {
    expect(payable('13.35', 2, { cashStep: '0.05', rounding })).toBe(expected)
  })

  it.each([
    ['JPY', '1005', '985', '1005'],
    ['KWD', '1.005', '0.985', '1.005'],
    ['CLF', '1.0005', '0.9805', '1.0005'],
    ['UGX', 100, '98', '100'],
  ])('%s has its own minor digits', (currency, amount, ...expected) => {
    const { windows } = termsTimeline(invoiceOf(amount, { currency }), termsOf([[10, 2]], 30))
    expect(windows.map((window) => window.payable)).toEqual(expected)
  })

  it('is exact for amounts of 500 digits', () => {
    const digits = '1234567890'.repeat(50)
    const { windows } = termsTimeline(invoiceOf(`${digits}.50`), termsOf([[10, '2.5']], 30))
    const exact = (BigInt(`${digits}50`) * 975n) / 1000n + 1n
    const text = String(exact)
    expect(windows[0]?.payable).toBe(`${text.slice(0, -2)}.${text.slice(-2)}`)
    expect((BigInt(`${digits}50`) * 975n) % 1000n >= 500n).toBe(true)
  })
})

describe('termsTimeline: days', () => {
  it.each([
    ['2024-02-10', '2024-02-29'],
    ['2023-02-10', '2023-02-28'],
    ['2024-02-29', '2024-02-29'],
    ['2100-02-01', '2100-02-28'],
    ['2000-02-01', '2000-02-29'],
    ['2023-12-31', '2023-12-31'],
    ['2024-04-01', '2024-04-30'],
  ])('from the end of the month, an invoice of %s starts on %s', (date, start) => {
    const timeline = termsTimeline(invoiceOf(100, { date }), termsOf([[0, 1]], 0, { start: 'end-of-month' }))
    expect(timeline).toMatchObject({ start, due: start })
    expect(shown(timeline)).toEqual([`${start}…${start} 1 % 99.00`])
  })

  it('n/60 from the end of February 2024', () => {
    expect(termsTimeline(invoiceOf(100, { date: '2024-02-01' }), termsOf([], 60, { start: 'end-of-month' })).due).toBe('2024-04-29')
  })

  it('counts from the delivery, also where that is before the invoice', () => {
    const terms = termsOf([[10, 2]], 30, { start: 'delivery-date' })
    expect(termsTimeline(invoiceOf(100, { deliveryDate: '2024-03-10' }), terms)).toMatchObject({ start: '2024-03-10', due: '2024-04-09' })
    expect(termsTimeline(invoiceOf(100, { deliveryDate: '2024-02-20' }), terms)).toMatchObject({ start: '2024-02-20', due: '2024-03-21' })
  })

  it.each<[string, CreditTerms, string[]]>([
    ['a discount up to the net day', termsOf([[30, 2]], 30), ['2024-03-01…2024-03-31 2 % 98.00']],
    ['no discounts', termsOf([], 30), ['2024-03-01…2024-03-31 0 % 100.00']],
    ['no discounts and no days', termsOf([], 0), ['2024-03-01…2024-03-01 0 % 100.00']],
    ['a discount for payment at once', termsOf([[0, '3.0']], 1), ['2024-03-01…2024-03-01 3 % 97.00', '2024-03-02…2024-03-02 0 % 100.00']],
    [
      'three windows in a row',
      termsOf(
        [
          [0, 3],
          [1, 2],
          [2, 1],
        ],
        2,
      ),
      ['2024-03-01…2024-03-01 3 % 97.00', '2024-03-02…2024-03-02 2 % 98.00', '2024-03-03…2024-03-03 1 % 99.00'],
    ],
  ])('%s', (_, terms, windows) => expect(shown(termsTimeline(invoiceOf(100), terms))).toEqual(windows))

  it('reaches the last day of the calendar, and no further', () => {
    const invoice = invoiceOf(100, { date: '9999-12-01' })
    expect(shown(termsTimeline(invoice, termsOf([[30, 2]], 30)))).toEqual(['9999-12-01…9999-12-31 2 % 98.00'])
    expect(issuesOf(() => termsTimeline(invoice, termsOf([], 31)))).toEqual([['out-of-range', ['terms', 'netDays']]])
    expect(issuesOf(() => termsTimeline(invoice, termsOf([], Number.MAX_SAFE_INTEGER)))).toEqual([['out-of-range', ['terms', 'netDays']]])
    expect(termsTimeline(invoice, termsOf([], 0, { start: 'end-of-month' })).due).toBe('9999-12-31')
  })

  it('names the policy, its version as it is, and takes -0 for 0', () => {
    expect(termsTimeline(invoiceOf('-0'), { ...textbook, version: -0 })).toMatchObject({
      amount: '0.00',
      windows: [{ payable: '0.00', discount: '0.00' }, {}, {}],
      policies: [{ kind: 'credit-terms', id: 'terms', version: 0 }],
    })
  })
})

/** An invoice in any currency, of any sign, and terms that suit it. */
const pairs = fc.constantFrom(...currencies).chain(([currency, digits]) => fc.tuple(invoicesOf(currency, digits), creditTermsFor(digits)))

describe('termsTimeline: laws', () => {
  it('gives what decimal.js gives, rounded twice', () => {
    const modes = ['up', 'down', 'ceiling', 'floor', 'half-up', 'half-down', 'half-even'] as const
    expect([...modes].sort()).toEqual([...roundingModes].sort())
    fc.assert(
      fc.property(pairs, ([invoice, terms]) => {
        const digits = (currencies.find(([code]) => code === invoice.currency) as readonly [string, number])[1]
        const mode = modes.indexOf(terms.rounding ?? 'half-up') as 0 | 1 | 2 | 3 | 4 | 5 | 6
        const amount = new Decimal(invoice.amount)
        const base = terms.discountBase === 'net-of-tax' ? amount.minus(invoice.tax as string) : amount
        const expected = terms.discounts.map(({ percent }) => {
          const cents = amount.minus(base.times(percent).times('0.01')).toDecimalPlaces(digits, mode)
          const cash = cents.toNearest(terms.cashStep ?? new Decimal(10).pow(-digits), mode)
          return cash.abs().gt(amount.abs()) ? amount : cash
        })
        if ((terms.discounts.at(-1)?.withinDays ?? -1) < terms.netDays) expected.push(amount)
        const { windows } = termsTimeline(invoice, terms)
        expect(windows.map((window) => decimalText(new Decimal(window.payable)))).toEqual(expected.map((value) => decimalText(value)))
      }),
      { numRuns: 1000 },
    )
  })

  it('payable + discount = amount, windows follow each other up to the due date, and payables never fall', () => {
    fc.assert(
      fc.property(pairs, ([invoice, terms]) => {
        const { amount, windows, start, due } = termsTimeline(invoice, terms)
        for (const window of windows) expect(new Decimal(window.payable).plus(window.discount).eq(amount)).toBe(true)
        const days = (date: string) => Date.parse(date) / 86_400_000
        expect(windows[0]?.from).toBe(start)
        expect(windows.at(-1)?.to).toBe(due)
        expect(days(due) - days(start)).toBe(terms.netDays)
        windows.forEach((window, index) => {
          const before = windows[index - 1]
          expect(days(window.to)).toBe(days(start) + (terms.discounts[index]?.withinDays ?? terms.netDays))
          if (before === undefined) return
          expect(days(window.from)).toBe(days(before.to) + 1)
          expect(new Decimal(window.payable).abs().gte(new Decimal(before.payable).abs())).toBe(true)
        })
        expect(windows.every((window) => Number(window.percent) > 0)).toBe(windows.length === terms.discounts.length)
      }),
      { numRuns: 600 },
    )
  })

  it('is plain data of inputs that are left as they are', () => {
    fc.assert(
      fc.property(pairs, ([invoice, terms]) => {
        const timeline = termsTimeline(deepFreeze(structuredClone(invoice)), deepFreeze(structuredClone(terms)))
        expect(timeline).toStrictEqual(JSON.parse(JSON.stringify(timeline)))
        expect(timeline).toStrictEqual(termsTimeline(invoice, terms))
      }),
      { numRuns: 300 },
    )
  })

  it('turns round with the sign, where rounding does not look at it', () => {
    const mirrored = { ceiling: 'floor', floor: 'ceiling' } as const
    fc.assert(
      fc.property(invoicesOf('CNY', 2, true), creditTerms, (invoice, terms) => {
        const opposite = { ...invoice, amount: `-${invoice.amount}`, tax: `-${invoice.tax}` }
        const { rounding = 'half-up' } = terms
        const turned = { ...terms, rounding: rounding in mirrored ? mirrored[rounding as keyof typeof mirrored] : rounding }
        const negate = (text: string) => (/[1-9]/.test(text) ? `-${text}` : text)
        const expected = termsTimeline(invoice, terms).windows.map((one) => [negate(one.payable), negate(one.discount)])
        expect(termsTimeline(opposite, turned).windows.map((one) => [one.payable, one.discount])).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })
})

describe('termsTimeline: bad input', () => {
  const all = { ...invoiceOf('10.00'), tax: '1.00', deliveryDate: '2024-03-02' }
  const timeline = (invoice: unknown, terms: unknown) => issuesOf(() => termsTimeline(invoice as Invoice, terms as CreditTerms))

  it.each(badInvoiceFields)('invoice.%s %j: %s', (field, value, code) => {
    expect(timeline({ ...all, [field]: value }, textbook)).toEqual([[code, ['invoice', field]]])
  })

  it.each(badRecords)('%j for an argument: %s', (value, code) => {
    expect(timeline(value, textbook)).toEqual([[code, ['invoice']]])
    expect(timeline(all, value)).toEqual([[code, ['terms']]])
  })

  it('unknown keys, and own ones of any name', () => {
    expect(timeline({ ...all, dueDate: '2024-03-31' }, textbook)).toEqual([['unknown-key', ['invoice', 'dueDate']]])
    expect(timeline(JSON.parse(`{ "__proto__": 1, ${JSON.stringify(all).slice(1)}`), textbook)).toEqual([['unknown-key', ['invoice', '__proto__']]])
    expect(timeline(all, { ...textbook, days: 30 })).toEqual([['unknown-key', ['terms', 'days']]])
  })

  it('reads nothing from prototypes', () => {
    expect(timeline(Object.create(all), textbook)).toEqual([
      ['missing', ['invoice', 'id']],
      ['missing', ['invoice', 'currency']],
      ['missing', ['invoice', 'date']],
      ['missing', ['invoice', 'amount']],
    ])
    const terms = Object.create({ discountBase: 'net-of-tax', cashStep: '10' })
    const { tax, ...others } = all
    expect(termsTimeline(others, Object.assign(terms, textbook))).toEqual(termsTimeline(others, textbook))
  })

  it('more digits than the currency has', () => {
    expect(timeline({ ...all, currency: 'JPY', amount: '10.5', tax: '0.5' }, textbook)).toEqual([
      ['too-many-decimal-places', ['invoice', 'amount']],
      ['too-many-decimal-places', ['invoice', 'tax']],
    ])
    expect(timeline({ ...all, currency: 'KWD', amount: '10.0005' }, textbook)).toEqual([['too-many-decimal-places', ['invoice', 'amount']]])
    expect(timeline({ ...all, amount: 10.005 }, textbook)).toEqual([['too-many-decimal-places', ['invoice', 'amount']]])
    expect(termsTimeline({ ...all, currency: 'JPY', amount: '10.0', tax: 0 }, textbook).amount).toBe('10')
  })

  it('a tax of the other sign or above the amount', () => {
    expect(timeline({ ...all, amount: '-10', tax: '1' }, textbook)).toEqual([['out-of-range', ['invoice', 'tax']]])
    expect(timeline({ ...all, amount: '-10', tax: '-10.01' }, textbook)).toEqual([['out-of-range', ['invoice', 'tax']]])
    expect(timeline({ ...all, amount: '-10', tax: '-10' }, textbook)).toBe('nothing was thrown')
  })

  it('what the terms need and the invoice lacks', () => {
    const { tax, deliveryDate, ...bare } = all
    expect(timeline(bare, { ...textbook, discountBase: 'net-of-tax', start: 'delivery-date' })).toEqual([
      ['missing', ['invoice', 'deliveryDate']],
      ['missing', ['invoice', 'tax']],
    ])
  })

  it.each([
    ['CNY', '0.005'],
    ['CNY', '0.0125'],
    ['JPY', '0.5'],
    ['KWD', '0.00001'],
  ])('in %s, a cash step of %s', (currency, cashStep) => {
    const invoice = { id: 'I', date: '2024-03-01', amount: '10', currency }
    expect(timeline(invoice, { ...textbook, cashStep })).toEqual([['too-many-decimal-places', ['terms', 'cashStep']]])
  })

  it.each([
    ['kind', 'terms', 'not-allowed'],
    ['id', '', 'empty'],
    ['version', null, 'wrong-type'],
    ['discounts', null, 'wrong-type'],
    ['netDays', 1.5, 'not-an-integer'],
    ['netDays', -1, 'too-small'],
    ['start', 'today', 'not-allowed'],
    ['partialPayments', true, 'not-allowed'],
    ['discountBase', 'net', 'not-allowed'],
    ['rounding', 'half', 'not-allowed'],
    ['cashStep', 0, 'not-above'],
    ['cashStep', '-0.05', 'not-above'],
  ])('terms.%s %j: %s', (field, value, code) => {
    expect(timeline(all, { ...termsOf([], 30), [field]: value })).toEqual([[code, ['terms', field]]])
  })

  it('everything at once', () => {
    expect(timeline({ ...all, id: 7, date: 'x', more: 1 }, { ...textbook, rounding: 'x', discounts: [{ withinDays: 31, percent: 0 }] })).toEqual([
      ['too-large', ['terms', 'discounts', 0, 'withinDays']],
      ['not-above', ['terms', 'discounts', 0, 'percent']],
      ['not-allowed', ['terms', 'rounding']],
      ['unknown-key', ['invoice', 'more']],
      ['wrong-type', ['invoice', 'id']],
      ['not-a-calendar-date', ['invoice', 'date']],
    ])
  })
})
