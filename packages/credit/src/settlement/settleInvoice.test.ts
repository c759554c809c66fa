import { Decimal } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, type RandomCase, randomDate, settlementCases, unitsOf } from '../../testing/arbitraries.js'
import { badInvoiceFields, badLists, badPaymentFields, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { digitsOf, naiveSettlement } from '../../testing/naiveSettlement.js'
import { type Credit, type CreditTerms, type Invoice, type Payment, parseTerms, type Settlement, settleInvoice } from '../index.js'
import { moneyText } from '../money/moneyText.js'

const invoice: Invoice = { id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' }
const textbook = parseTerms('2/15, 1/20, N/30')
const proRata: CreditTerms = { ...textbook, partialPayments: 'pro-rata' }

/** Payments `day of March 2024: amount`, of the ids P1, P2, … */
const paid = (...rows: readonly (readonly [day: number | string, amount: string | number])[]): Payment[] =>
  rows.map(([day, amount], index) => ({ id: `P${index + 1}`, date: dateOf(day), amount, currency: 'CNY' }))
const credited = (...rows: readonly (readonly [day: number | string, amount: string | number, type: Credit['type']])[]): Credit[] =>
  rows.map(([day, amount, type], index) => ({ id: `C${index + 1}`, date: dateOf(day), amount, currency: 'CNY', type }))
const dateOf = (day: number | string): string => (typeof day === 'string' ? day : `2024-03-${String(day).padStart(2, '0')}`)
const settle = (payments: readonly Payment[], asOf: number | string, terms = textbook, credits?: readonly Credit[]): Settlement =>
  settleInvoice({ invoice, payments, credits }, terms, { asOf: dateOf(asOf) })
const totals = ({ status, paid: received, discountTaken, credited: credit, open, overpaid }: Settlement): string =>
  `${status}: paid ${received}, discount ${discountTaken}, credited ${credit}, open ${open}, overpaid ${overpaid}`
const codes = ({ reasons }: Settlement): string[] => reasons.map(({ code }) => code)
const applied = ({ applications }: Settlement): string[] => applications.map(({ payment, type, settles }) => `${payment} ${type} ${settles}`)

describe('settleInvoice: known answers', () => {
  it('textbook S1: 9,900 within 20 days, in full', () => {
    const settlement: Settlement = {
      invoice: 'INV-1',
      currency: 'CNY',
      asOf: '2024-03-20',
      amount: '10000.00',
      due: '2024-03-31',
      status: 'paid',
      paid: '9900.00',
      discountTaken: '100.00',
      credited: '0.00',
      open: '0.00',
      overpaid: '0.00',
      applications: [
        { payment: 'P1', date: '2024-03-18', type: 'payment', amount: '9900.00', settles: '9900.00' },
        { payment: 'P1', date: '2024-03-18', type: 'discount', amount: '100.00', settles: '100.00' },
      ],
      reasons: [
        { code: 'discount-missed', params: { withinDays: 15, percent: '2', by: '2024-03-16', paid: '0.00', payable: '9800.00' } },
        {
          code: 'discount-earned',
          params: { withinDays: 20, percent: '1', by: '2024-03-21', paid: '9900.00', payable: '9900.00', discount: '100.00' },
        },
        { code: 'settled', params: {} },
      ],
      diagnoses: [],
      policies: [{ kind: 'credit-terms', id: textbook.id, version: textbook.version }],
    }
    expect(settle(paid([18, '9900']), 20)).toStrictEqual(settlement)
  })

  it.each([
    ['on the first day', [1, '9800'], 31, 'paid: paid 9800.00, discount 200.00, credited 0.00, open 0.00, overpaid 0.00'],
    ['on the last day of 2 %', [16, '9800'], 31, 'paid: paid 9800.00, discount 200.00, credited 0.00, open 0.00, overpaid 0.00'],
    ['a day late', [17, '9800'], 31, 'open: paid 9800.00, discount 0.00, credited 0.00, open 200.00, overpaid 0.00'],
    ['on the last day of 1 %', [21, '9900'], 31, 'paid: paid 9900.00, discount 100.00, credited 0.00, open 0.00, overpaid 0.00'],
    ['a day late for 1 %', [22, '9900'], 31, 'open: paid 9900.00, discount 0.00, credited 0.00, open 100.00, overpaid 0.00'],
    ['on the due day', [31, '10000'], 31, 'paid: paid 10000.00, discount 0.00, credited 0.00, open 0.00, overpaid 0.00'],
    ['a cent too little', [16, '9799.99'], 16, 'open: paid 9799.99, discount 0.00, credited 0.00, open 200.01, overpaid 0.00'],
    [
      'a cent too little for 2 %, but enough for 1 %',
      [16, '9900'],
      20,
      'overpaid: paid 9900.00, discount 200.00, credited 0.00, open 0.00, overpaid 100.00',
    ],
    ['above the payable', [10, '10000'], 31, 'overpaid: paid 10000.00, discount 200.00, credited 0.00, open 0.00, overpaid 200.00'],
    ['above the amount, late', [30, '10000.01'], 31, 'overpaid: paid 10000.01, discount 0.00, credited 0.00, open 0.00, overpaid 0.01'],
    ['before the invoice', ['2024-02-20', '9800'], 31, 'paid: paid 9800.00, discount 200.00, credited 0.00, open 0.00, overpaid 0.00'],
    ['nothing', [1, '0'], 31, 'open: paid 0.00, discount 0.00, credited 0.00, open 10000.00, overpaid 0.00'],
  ] as const)('full by window, %s', (_, payment, asOf, expected) => {
    expect(totals(settle(paid(payment), asOf))).toBe(expected)
  })

  it('Odoo PR#94050 (vector 9): 1000 with 2/10, 500 paid on day 5, pro rata', () => {
    const thousand = { ...invoice, amount: '1000' }
    const settlement = settleInvoice({ invoice: thousand, payments: paid([6, '500']) }, parseTermsProRata('2/10 net 30'), { asOf: '2024-03-06' })
    expect(applied(settlement)).toEqual(['P1 payment 500.00', 'P1 discount 10.20'])
    expect(settlement).toMatchObject({ open: '489.80', next: { by: '2024-03-11', payable: '480.00' } })
    expect(codes(settlement)).toEqual(['discount-earned-in-part', 'not-overdue'])
  })

  it('Odoo PR#94050 (vector 9): the same full by window', () => {
    const thousand = { ...invoice, amount: '1000' }
    const terms = parseTerms('2/10 net 30')
    const half = settleInvoice({ invoice: thousand, payments: paid([6, '500']) }, terms, { asOf: '2024-03-06' })
    expect(half).toMatchObject({ open: '500.00', discountTaken: '0.00', next: { by: '2024-03-11', payable: '480.00' } })
    const whole = settleInvoice({ invoice: thousand, payments: paid([6, '500'], [11, '480']) }, terms, { asOf: '2024-03-11' })
    expect(totals(whole)).toBe('paid: paid 980.00, discount 20.00, credited 0.00, open 0.00, overpaid 0.00')
    expect(applied(whole)).toEqual(['P1 payment 500.00', 'P2 payment 480.00', 'P2 discount 20.00'])
  })

  it('pro rata through both tiers and after them (closed form)', () => {
    // 4900 × 10000 / 9800 = 5000; then 2970 × 5000 / 4950 = 3000; then 2000.
    const settlement = settle(paid([10, '4900'], [18, '2970'], [25, '2000']), 31, proRata)
    expect(totals(settlement)).toBe('paid: paid 9870.00, discount 130.00, credited 0.00, open 0.00, overpaid 0.00')
    expect(applied(settlement)).toEqual(['P1 payment 4900.00', 'P1 discount 100.00', 'P2 payment 2970.00', 'P2 discount 30.00', 'P3 payment 2000.00'])
    expect(codes(settlement)).toEqual(['discount-earned-in-part', 'discount-earned-in-part', 'settled'])
  })

  it('pro rata, each payment of a window has what it adds to the discount of all of them', () => {
    const thirds = { ...invoice, amount: '100' }
    const settlement = settleInvoice({ invoice: thirds, payments: paid([2, '33'], [3, '33'], [4, '32']) }, proRata, { asOf: '2024-03-04' })
    // 33 × 100 / 98 = 33.673…, 66 × 100 / 98 = 67.346…
    expect(applied(settlement)).toEqual([
      'P1 payment 33.00',
      'P1 discount 0.67',
      'P2 payment 33.00',
      'P2 discount 0.68',
      'P3 payment 32.00',
      'P3 discount 0.65',
    ])
  })

  it.each<[string, Payment[], number | string, CreditTerms, unknown, string]>([
    ['2 % a day late', paid([17, '9800']), 17, textbook, { amount: '200.00', percent: '2', withinDays: 15 }, '200.00'],
    ['2 % after the due day', paid(['2024-04-02', '9800']), '2024-04-02', textbook, { amount: '200.00', percent: '2', withinDays: 15 }, '200.00'],
    ['1 % a day late', paid([22, '9900']), 22, textbook, { amount: '100.00', percent: '1', withinDays: 20 }, '100.00'],
    ['2 % in two payments, one late', paid([10, '5000'], [17, '4800']), 17, textbook, { amount: '200.00', percent: '2', withinDays: 15 }, '200.00'],
    ['pro rata, 2 % where 1 % was to be had', paid([17, '9800']), 17, proRata, { amount: '101.01', percent: '2', withinDays: 15 }, '101.01'],
    ['a cent less', paid([22, '9899.99']), 22, textbook, undefined, '100.01'],
    ['a cent more', paid([22, '9900.01']), 22, textbook, undefined, '99.99'],
    ['in time', paid([16, '9800']), 22, textbook, undefined, '0.00'],
    [
      'bounced, and paid again late',
      paid([10, '9800'], [14, '-9800'], [20, '9800']),
      22,
      textbook,
      { amount: '200.00', percent: '2', withinDays: 15 },
      '200.00',
    ],
    [
      'with a bounce of the same amount and day',
      paid([20, '9800'], [22, '50'], [22, '-50']),
      22,
      textbook,
      { amount: '200.00', percent: '2', withinDays: 15 },
      '200.00',
    ],
    ['given back of what was paid in full', paid([20, '10000'], [22, '-200']), 22, textbook, undefined, '200.00'],
    ['given back in a day of more refunds than payments', paid([23, '10000'], [25, '-300'], [25, '100']), 31, textbook, undefined, '200.00'],
    ['nothing', [], 22, textbook, undefined, '10000.00'],
  ])('unearned discount: %s', (_, payments, asOf, terms, unearned, open) => {
    const settlement = settle(payments, asOf, terms)
    expect(settlement.unearnedDiscount).toEqual(unearned)
    expect(settlement.open).toBe(open)
  })

  it('of an unearned discount, no more may be claimed than is open or was taken', () => {
    const partly = settle(paid([22, '9900']), 31, textbook, credited([25, '40', 'write-off']))
    expect(partly).toMatchObject({ open: '60.00', unearnedDiscount: { amount: '60.00', percent: '1', withinDays: 20 } })
    const more = settle(paid([22, '9900']), 31, textbook, credited([25, '-40', 'write-off']))
    expect(more).toMatchObject({ open: '140.00', unearnedDiscount: { amount: '100.00', percent: '1', withinDays: 20 } })
    const earned = settle(paid([18, '9900']), 31, textbook, credited([25, '-40', 'write-off']))
    expect(earned).toMatchObject({ open: '40.00', discountTaken: '100.00' })
    expect(earned.unearnedDiscount).toBeUndefined()
  })

  it.each([
    [
      'before the payment',
      [5, '1000', 'credit-note'],
      [10, '8820'],
      'paid: paid 8820.00, discount 180.00, credited 1000.00, open 0.00, overpaid 0.00',
    ],
    [
      'after the payment',
      [18, '1000', 'credit-note'],
      [10, '8820'],
      'paid: paid 8820.00, discount 180.00, credited 1000.00, open 0.00, overpaid 0.00',
    ],
    [
      'after the due day',
      ['2024-04-20', '1000', 'credit-note'],
      [10, '9800'],
      'overpaid: paid 9800.00, discount 180.00, credited 1000.00, open 0.00, overpaid 980.00',
    ],
    [
      'of all of it',
      [18, '10000', 'credit-note'],
      [10, '9800'],
      'overpaid: paid 9800.00, discount 0.00, credited 10000.00, open 0.00, overpaid 9800.00',
    ],
    [
      'of more than all of it',
      [18, '10001', 'credit-note'],
      [10, '1'],
      'overpaid: paid 1.00, discount 0.00, credited 10001.00, open 0.00, overpaid 2.00',
    ],
    ['taken back', [18, '-1000', 'credit-note'], [10, '10780'], 'paid: paid 10780.00, discount 220.00, credited -1000.00, open 0.00, overpaid 0.00'],
  ] as const)('a credit note lowers what the discount is taken off: %s', (_, credit, payment, expected) => {
    expect(totals(settle(paid(payment), '2024-04-30', textbook, credited(credit)))).toBe(expected)
  })

  it('full by window, the discount stands with the payment that reached the payable, not with a later one', () => {
    const settlement = settle(paid([5, '9000'], [6, '800'], [7, '50']), 7)
    expect(applied(settlement)).toEqual(['P1 payment 9000.00', 'P2 payment 800.00', 'P2 discount 200.00', 'P3 payment 0.00'])
  })

  it('credit notes of more than the amount leave nothing to take a discount off', () => {
    const { reasons } = settle(paid([10, '1']), 10, textbook, credited([5, '10001', 'credit-note']))
    expect(reasons).toEqual([
      { code: 'credit-notes-counted', params: { creditNotes: '10001.00', base: '0.00' } },
      { code: 'overpaid', params: { overpaid: '2.00' } },
    ])
  })

  it('each row has its own amount, and a discount what it settles', () => {
    const rows = paid([5, '9790'], [6, '30'], [7, '-10'])
    const settlement = settle(rows, 7, textbook, credited([7, '0.5', 'write-off'], [8, '-1', 'credit-note'], [5, '-1', 'credit-note']))
    expect(settlement.applications.map(({ payment, type, amount, settles }) => [payment, type, amount, settles])).toEqual([
      ['C3', 'credit-note', '-1.00', '-1.00'],
      ['P1', 'payment', '9790.00', '9790.00'],
      ['P2', 'payment', '30.00', '10.98'],
      ['P2', 'discount', '200.02', '200.02'],
      ['P3', 'payment', '-10.00', '0.00'],
      ['C1', 'write-off', '0.50', '0.00'],
    ])
    const turned = settleInvoice({ invoice: { ...invoice, amount: '-10000' }, payments: paid([5, '-9800'], [6, '5']) }, textbook, {
      asOf: '2024-03-10',
    })
    expect(turned.applications.map(({ amount }) => amount)).toEqual(['-9800.00', '5.00'])
  })

  it.each([
    ['after a write-off of more than the discount', [], [5, '300', 'write-off']],
    ['after a write-off of the discount', [], [5, '200', 'write-off']],
    ['after a part payment and a write-off', [5, '5000'], [5, '1000', 'write-off']],
  ] as const)('no discount is within reach where closing the invoice without it costs no more: %s', (_, payment, credit) => {
    const settlement = settle(payment.length === 0 ? [] : paid(payment as [number, string]), 16, parseTerms('2/15, N/30'), credited(credit))
    expect(codes(settlement)).toEqual(['not-overdue'])
  })

  it('a discount is within reach where it saves a cent', () => {
    const settlement = settle([], 16, parseTerms('2/15, N/30'), credited([5, '199.99', 'write-off']))
    expect(codes(settlement)).toEqual(['discount-within-reach', 'not-overdue'])
  })

  it('pro rata, what earlier windows counted does not count towards a later discount', () => {
    // 4,900 settle 5,000; 1 % of the other 5,000 is still to be had.
    expect(settle(paid([10, '4900']), 17, proRata).reasons).toContainEqual({
      code: 'discount-within-reach',
      params: { withinDays: 20, percent: '1', by: '2024-03-21', paid: '0.00', payable: '4950.00' },
    })
  })

  it.each([
    ['full by window', textbook],
    ['pro rata', proRata],
  ])('what was given back too much is still to be paid for a discount: %s', (_, terms) => {
    const { reasons, next } = settle(paid([5, '9800'], [6, '-10800']), 10, terms)
    expect(reasons).toContainEqual({
      code: 'discount-within-reach',
      params: { withinDays: 15, percent: '2', by: '2024-03-16', paid: '-1000.00', payable: '9800.00' },
    })
    expect(next).toEqual({ by: '2024-03-16', payable: '10800.00' })
  })

  it('of what is all written off, no discount is within reach', () => {
    expect(settle([], 10, textbook, credited([5, '10000', 'write-off'])).reasons).toEqual([{ code: 'settled', params: {} }])
  })

  it('the day of the invoice is neither before nor after it', () => {
    expect(settle(paid([1, '100']), 1).diagnoses).toEqual([])
  })

  it('payments of one day have their pro rata discounts by id, however they are listed', () => {
    const rows = paid([5, '33.33'], [5, '33.34'], [5, '33.35'])
    const small = { ...invoice, amount: '105' }
    const applicationsOf = (payments: Payment[]) => applied(settleInvoice({ invoice: small, payments }, proRata, { asOf: '2024-03-05' }))
    // 33.33 × 105 / 102.90 = 34.010…, 66.67 × 105 / 102.90 = 68.030…, 100.02 × 105 / 102.90 = 102.061…
    const expected = ['P1 payment 33.33', 'P1 discount 0.68', 'P2 payment 33.34', 'P2 discount 0.68', 'P3 payment 33.35', 'P3 discount 0.68']
    expect(applicationsOf(rows)).toEqual(expected)
    expect(applicationsOf([...rows].reverse())).toEqual(expected)
  })

  it('a credit note lowers a discount under pro rata too', () => {
    const settlement = settle(paid([10, '4410']), 10, proRata, credited([10, '1000', 'credit-note']))
    expect(totals(settlement)).toBe('open: paid 4410.00, discount 90.00, credited 1000.00, open 4500.00, overpaid 0.00')
    expect(settlement.reasons[0]).toEqual({ code: 'credit-notes-counted', params: { creditNotes: '1000.00', base: '9000.00' } })
  })

  it('a write-off lowers what is open, and not what the discount is taken off', () => {
    expect(totals(settle(paid([10, '9800']), 31, textbook, credited([20, '50', 'write-off'])))).toBe(
      'overpaid: paid 9800.00, discount 200.00, credited 50.00, open 0.00, overpaid 50.00',
    )
    expect(totals(settle(paid([20, '9850']), 31, textbook, credited([31, '150', 'write-off'])))).toBe(
      'paid: paid 9850.00, discount 0.00, credited 150.00, open 0.00, overpaid 0.00',
    )
  })

  it('keeps the discount where an overpayment is given back', () => {
    const settlement = settle(paid([10, '10000'], [25, '-200']), 31)
    expect(totals(settlement)).toBe('paid: paid 9800.00, discount 200.00, credited 0.00, open 0.00, overpaid 0.00')
    expect(applied(settlement)).toEqual(['P1 payment 9800.00', 'P1 discount 200.00', 'P2 payment 0.00'])
    expect(codes(settlement)).toEqual(['refunds-counted', 'discount-earned', 'settled'])
  })

  it('loses the discount where a payment bounces, also if it is paid again too late', () => {
    const bounced = settle(paid([10, '9800'], [18, '-9800']), 20)
    expect(totals(bounced)).toBe('open: paid 0.00, discount 0.00, credited 0.00, open 10000.00, overpaid 0.00')
    expect(bounced.next).toEqual({ by: '2024-03-21', payable: '9900.00' })
    expect(bounced.reasons[0]).toEqual({ code: 'refunds-counted', params: { refunded: '9800.00' } })
    const again = settle(paid([10, '9800'], [18, '-9800'], [22, '9800']), 22)
    expect(again).toMatchObject({ open: '200.00', discountTaken: '0.00', unearnedDiscount: { amount: '200.00', percent: '2', withinDays: 15 } })
    const inTime = settle(paid([10, '9800'], [12, '-9800'], [16, '9800']), 22)
    expect(totals(inTime)).toBe('paid: paid 9800.00, discount 200.00, credited 0.00, open 0.00, overpaid 0.00')
    expect(applied(inTime)).toEqual(['P1 payment 9800.00', 'P2 payment -9800.00', 'P3 payment 9800.00', 'P3 discount 200.00'])
  })

  it('takes what was paid and given back on one day together', () => {
    expect(settle(paid([16, '9800'], [17, '-100'], [17, '100']), 20).status).toBe('paid')
    expect(settle(paid([16, '9800'], [17, '-100'], [18, '100']), 20)).toMatchObject({ status: 'open', open: '200.00' })
  })

  it('pro rata, what is given back takes away what was paid last', () => {
    const settlement = settle(paid([10, '4900'], [18, '990'], [19, '-990']), 20, proRata)
    expect(totals(settlement)).toBe('open: paid 4900.00, discount 100.00, credited 0.00, open 5000.00, overpaid 0.00')
    const deeper = settle(paid([10, '4900'], [18, '-2450'], [20, '2475']), 20, proRata)
    // 2450 × 10000 / 9800 = 2500; then 2475 × 7500 / 7425 = 2500.
    expect(totals(deeper)).toBe('open: paid 4925.00, discount 75.00, credited 0.00, open 5000.00, overpaid 0.00')
    expect(applied(deeper)).toEqual(['P1 payment 4900.00', 'P1 discount 50.00', 'P2 payment -2450.00', 'P3 payment 2475.00', 'P3 discount 25.00'])
  })

  it('more given back than was paid', () => {
    const settlement = settle(paid([10, '100'], [11, '-150']), 11)
    expect(totals(settlement)).toBe('open: paid -50.00, discount 0.00, credited 0.00, open 10050.00, overpaid 0.00')
    expect(settlement.next).toEqual({ by: '2024-03-16', payable: '9850.00' })
    expect(settlement.diagnoses).toEqual([{ code: 'refunded-more-than-paid', params: { paid: '-50.00' } }])
    expect(applied(settlement)).toEqual(['P1 payment 100.00', 'P2 payment -150.00'])
  })

  it('counts what is dated after the day of the answer, and leaves it out', () => {
    const settlement = settle(paid([10, '4900'], [17, '1'], [18, '2']), 16, textbook, credited([16, '10', 'write-off'], [17, '20', 'credit-note']))
    expect(totals(settlement)).toBe('open: paid 4900.00, discount 0.00, credited 10.00, open 5090.00, overpaid 0.00')
    expect(settlement.diagnoses).toEqual([
      { code: 'payments-after-as-of', params: { count: 2 } },
      { code: 'credits-after-as-of', params: { count: 1 } },
    ])
    const early = settle(paid(['2024-02-28', '1'], ['2024-02-29', '2']), '2024-02-28')
    expect(early.diagnoses).toEqual([
      { code: 'invoice-after-as-of', params: { date: '2024-03-01' } },
      { code: 'payments-after-as-of', params: { count: 1 } },
      { code: 'payments-before-invoice', params: { count: 1 } },
    ])
    expect(early).toMatchObject({ status: 'open', next: { by: '2024-03-16', payable: '9799.00' } })
  })

  it('is open on the due day, and overdue the day after', () => {
    expect(settle([], 31)).toMatchObject({ status: 'open', due: '2024-03-31', next: { by: '2024-03-31', payable: '10000.00' } })
    const overdue = settle([], '2024-04-01')
    expect(overdue.status).toBe('overdue')
    expect(overdue.next).toBeUndefined()
    expect(overdue.reasons.at(-1)).toEqual({ code: 'overdue', params: { due: '2024-03-31', open: '10000.00', daysOverdue: 1 } })
    expect(settle([], 31).reasons.at(-1)).toEqual({ code: 'not-overdue', params: { due: '2024-03-31', open: '10000.00' } })
  })

  it.each([
    [1, '9800.00', '2024-03-16', ['discount-within-reach', 'discount-within-reach', 'not-overdue']],
    [16, '9800.00', '2024-03-16', ['discount-within-reach', 'discount-within-reach', 'not-overdue']],
    [17, '9900.00', '2024-03-21', ['discount-missed', 'discount-within-reach', 'not-overdue']],
    [21, '9900.00', '2024-03-21', ['discount-missed', 'discount-within-reach', 'not-overdue']],
    [22, '10000.00', '2024-03-31', ['discount-missed', 'discount-missed', 'not-overdue']],
  ])('on March %i, %s is payable by %s', (asOf, payable, by, reasons) => {
    const settlement = settle([], asOf)
    expect(settlement.next).toEqual({ by, payable })
    expect(codes(settlement)).toEqual(reasons)
  })

  it('what is payable next looks at what was paid, written off and taken back', () => {
    const nextOf = (terms: CreditTerms, payments: Payment[], credits: Credit[], asOf = 10) => settle(payments, asOf, terms, credits).next
    expect(nextOf(textbook, paid([5, '800']), [])).toEqual({ by: '2024-03-16', payable: '9000.00' })
    // Paying 9,700 would earn nothing, and with a write-off of 100 paying 9,800 overpays by 100; but less does not close it.
    expect(nextOf(textbook, [], credited([5, '100', 'write-off']))).toEqual({ by: '2024-03-16', payable: '9800.00' })
    // Where a discount makes it no less, there is time until the due day.
    expect(nextOf(textbook, [], credited([5, '300', 'write-off']))).toEqual({ by: '2024-03-31', payable: '9700.00' })
    // 5,000 are open, and 4,900 settle 5,000 at 2 %.
    expect(nextOf(proRata, [], credited([5, '5000', 'write-off']))).toEqual({ by: '2024-03-16', payable: '4900.00' })
    // All of the discount was earned before 40 came back: nothing more is to be earned.
    for (const terms of [textbook, proRata]) {
      expect(nextOf(terms, paid([5, '9800']), credited([9, '-40', 'write-off']))).toEqual({ by: '2024-03-31', payable: '40.00' })
    }
    // Where nothing is payable, something must be paid all the same to earn the discount: here, all of it.
    const cent = { ...invoice, amount: '0.01' }
    const half = settleInvoice({ invoice: cent, payments: [] }, parseTerms('60/10 net 30'), { asOf: '2024-03-01' })
    expect(half).toMatchObject({ status: 'open', next: { by: '2024-03-31', payable: '0.01' } })
  })

  it('what is given back on the last day of a window may be paid again on that day', () => {
    // The 2 % came to an end yesterday, and today's refund takes it away unless today's payment makes up for it.
    const settlement = settleInvoice(
      { invoice, payments: paid([16, '9800'], [17, '-100']) },
      {
        ...textbook,
        discounts: [
          { withinDays: 15, percent: 2 },
          { withinDays: 16, percent: 1 },
        ],
        netDays: 16,
      },
      { asOf: '2024-03-17' },
    )
    expect(settlement).toMatchObject({ open: '300.00', next: { by: '2024-03-17', payable: '100.00' } })
  })

  it.each([
    ['JPY', '10000', '9800', '9799', '200', '201'],
    ['JPY', '1005', '985', '984', '20', '21'],
    ['KWD', '10.005', '9.805', '9.804', '0.200', '0.201'],
    ['CLF', '0.0005', '0.0005', '0.0004', '0.0000', '0.0001'],
  ])('%s %s: %s settles it, %s does not', (currency, amount, payable, less, discountTaken, open) => {
    const settleOf = (part: string) =>
      settleInvoice({ invoice: { ...invoice, amount, currency }, payments: [{ id: 'P', date: '2024-03-16', amount: part, currency }] }, textbook, {
        asOf: '2024-03-16',
      })
    expect(settleOf(payable)).toMatchObject({ status: 'paid', discountTaken })
    expect(settleOf(less)).toMatchObject({ status: 'open', open })
  })

  it('in cash steps of 0.05, 13.10 settles 13.35 at 2 % (Odoo, vector 7)', () => {
    const terms: CreditTerms = { ...parseTerms('2/10 net 30'), cashStep: '0.05' }
    const cash = { ...invoice, amount: '13.35' }
    const settleOf = (part: string) => settleInvoice({ invoice: cash, payments: paid([5, part]) }, terms, { asOf: '2024-03-05' })
    expect(settleOf('13.10')).toMatchObject({ status: 'paid', discountTaken: '0.25' })
    expect(settleOf('13.05')).toMatchObject({ status: 'open', open: '0.30' })
  })

  it('an invoice of a negative amount is settled by what is paid back, the same way', () => {
    const negative = { ...invoice, amount: '-10000' }
    const settleOf = (amount: string, day: number) =>
      settleInvoice({ invoice: negative, payments: paid([day, amount]) }, textbook, { asOf: '2024-03-20' })
    expect(totals(settleOf('-9800', 16))).toBe('paid: paid -9800.00, discount -200.00, credited 0.00, open 0.00, overpaid 0.00')
    expect(totals(settleOf('-9800', 17))).toBe('open: paid -9800.00, discount 0.00, credited 0.00, open -200.00, overpaid 0.00')
    expect(settleOf('-9800', 17)).toMatchObject({
      unearnedDiscount: { amount: '-200.00', percent: '2', withinDays: 15 },
      next: { by: '2024-03-21', payable: '-100.00' },
    })
    expect(totals(settleOf('-10000', 16))).toBe('overpaid: paid -10000.00, discount -200.00, credited 0.00, open 0.00, overpaid -200.00')
    expect(totals(settleOf('50', 16))).toBe('open: paid 50.00, discount 0.00, credited 0.00, open -10050.00, overpaid 0.00')
  })

  it('an invoice of nothing is paid', () => {
    const settlement = settleInvoice({ invoice: { ...invoice, amount: '-0' }, payments: [] }, textbook, { asOf: '2024-05-01' })
    expect(totals(settlement)).toBe('paid: paid 0.00, discount 0.00, credited 0.00, open 0.00, overpaid 0.00')
    expect(settlement.reasons).toEqual([{ code: 'settled', params: {} }])
    expect(settlement.next).toBeUndefined()
  })

  it('lists applications by date, and on a day credit notes, payments and write-offs, each by id', () => {
    const row = (id: string, amount: string) => ({ id, date: '2024-03-05', amount, currency: 'CNY' })
    const settlement = settleInvoice(
      {
        invoice,
        payments: [row('b', '1'), row('B', '2'), row('a', '9700'), { ...row('z', '1'), date: '2024-03-04' }],
        credits: [
          { ...row('y', '4'), type: 'write-off' },
          { ...row('x', '3'), type: 'write-off' },
          { ...row('w', '5'), type: 'credit-note' },
          { ...row('v', '6'), type: 'credit-note' },
        ],
      },
      proRata,
      { asOf: '2024-03-05' },
    )
    expect(applied(settlement).filter((text) => !text.includes('discount'))).toEqual([
      'z payment 1.00',
      'v credit-note 6.00',
      'w credit-note 5.00',
      'B payment 2.00',
      'a payment 9700.00',
      'b payment 1.00',
      'x write-off 3.00',
      'y write-off 4.00',
    ])
  })
})

function parseTermsProRata(text: string): CreditTerms {
  return { ...parseTerms(text), partialPayments: 'pro-rata' }
}

/** The amounts and the status of a settlement, which no order of payments changes. */
const figures = ({ status, paid: received, discountTaken, credited: credit, open, overpaid, unearnedDiscount, next }: Settlement) => [
  status,
  received,
  discountTaken,
  credit,
  open,
  overpaid,
  unearnedDiscount,
  next,
]
const settleCase = ({ settlement, terms, options }: RandomCase): Settlement => settleInvoice(settlement, terms, options)
/** The amount's sign, and the minor digits of its currency. */
const signOf = ({ settlement }: RandomCase): bigint => (String(settlement.invoice.amount).startsWith('-') ? -1n : 1n)
const withPayment = (random: RandomCase, date: string, units: bigint): RandomCase => {
  const { currency } = random.settlement.invoice
  const payment = { id: 'one more', date, amount: amountOf(units, digitsOf(currency)), currency }
  return { ...random, settlement: { ...random.settlement, payments: [...random.settlement.payments, payment] } }
}
/** The same case without what is dated after the day of the answer. */
const upToAnswer = (random: RandomCase): RandomCase => {
  const { invoice: one, payments, credits } = random.settlement
  const isCounted = ({ date }: Payment): boolean => date <= random.options.asOf
  return { ...random, settlement: { invoice: one, payments: payments.filter(isCounted), credits: credits?.filter(isCounted) } }
}
const sizeOfOpen = (random: RandomCase, settlement = settleCase(random)): bigint =>
  unitsOf(settlement.open, digitsOf(settlement.currency)) * signOf(random)

describe('settleInvoice: laws', () => {
  it('gives what counting day by day in fractions gives', () => {
    fc.assert(
      fc.property(settlementCases, (random) => {
        const naive = naiveSettlement(random)
        const settlement = settleCase(random)
        const money = (units: bigint) => moneyText(units, digitsOf(settlement.currency))
        expect(settlement).toMatchObject({
          due: naive.due,
          status: naive.status,
          paid: money(naive.paid),
          discountTaken: money(naive.discountTaken),
          credited: money(naive.credited),
          open: money(naive.open),
          overpaid: money(naive.overpaid),
        })
        expect(settlement.unearnedDiscount?.amount).toBe(naive.claim === undefined ? undefined : money(naive.claim))
      }),
      { numRuns: 1200 },
    )
  })

  it('open + paid + discountTaken + credited − overpaid = amount, and applications settle amount − open', () => {
    fc.assert(
      fc.property(settlementCases, (random) => {
        const { amount, open, paid: received, discountTaken, credited: credit, overpaid, applications } = settleCase(random)
        expect(new Decimal(open).plus(received).plus(discountTaken).plus(credit).minus(overpaid).eq(amount)).toBe(true)
        const settles = (types: readonly string[]) =>
          applications.filter(({ type }) => types.includes(type)).reduce((sum, one) => sum.plus(one.settles), new Decimal(0))
        expect(settles(['payment', 'discount', 'credit-note', 'write-off']).eq(new Decimal(amount).minus(open))).toBe(true)
        expect(settles(['discount']).eq(discountTaken)).toBe(true)
        const { payments, credits = [] } = upToAnswer(random).settlement
        const rows = (wanted: (type: string) => boolean) => applications.filter(({ type }) => wanted(type)).map(({ payment }) => payment)
        expect(rows((type) => type === 'payment').sort()).toEqual(payments.map(({ id }) => id).sort())
        expect(rows((type) => type === 'credit-note' || type === 'write-off').sort()).toEqual(credits.map(({ id }) => id).sort())
      }),
      { numRuns: 600 },
    )
  })

  it('shows each discount with a payment of its own window', () => {
    fc.assert(
      fc.property(settlementCases, (random) => {
        const { applications, reasons } = settleCase(random)
        const earned = reasons.flatMap((reason) =>
          reason.code === 'discount-earned' || reason.code === 'discount-earned-in-part' ? [reason.params] : [],
        )
        const last = earned.at(-1)
        for (const { type, date, payment } of applications.filter((one) => one.type === 'discount')) {
          expect(date <= (last as { by: string }).by).toBe(true)
          expect(applications).toContainEqual(expect.objectContaining({ type: type === 'discount' ? 'payment' : type, date, payment }))
        }
        const sum = earned.reduce((total, { discount }) => total.plus(discount), new Decimal(0))
        expect(sum.eq(settleCase(random).discountTaken)).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  it('no order of payments and credits changes anything', () => {
    const shuffled = settlementCases.chain((random) => {
      const { payments, credits = [] } = random.settlement
      const orders = fc.tuple(
        fc.shuffledSubarray([...payments], { minLength: payments.length }),
        fc.shuffledSubarray([...credits], { minLength: credits.length }),
      )
      return fc.tuple(fc.constant(random), orders)
    })
    fc.assert(
      fc.property(shuffled, ([random, [payments, credits]]) => {
        expect(settleInvoice({ ...random.settlement, payments, credits }, random.terms, random.options)).toEqual(settleCase(random))
      }),
      { numRuns: 250 },
    )
  })

  it('exchanging the ids of payments changes no total', () => {
    fc.assert(
      fc.property(settlementCases, (random) => {
        const { payments } = random.settlement
        const ids = payments.map(({ id }) => id)
        const exchanged = payments.map((payment, index) => ({ ...payment, id: ids.at(-1 - index) as string }))
        const settlement = settleInvoice({ ...random.settlement, payments: exchanged }, random.terms, random.options)
        expect(figures(settlement)).toEqual(figures(settleCase(random)))
      }),
      { numRuns: 250 },
    )
  })

  it('splitting a payment into parts of the same day changes no total at all, also into a larger part and its refund', () => {
    const parts = fc.tuple(settlementCases, fc.nat(4), fc.array(fc.bigInt({ min: -2000n, max: 2000n }), { minLength: 1, maxLength: 4 }))
    fc.assert(
      fc.property(parts, ([random, index, amounts]) => {
        const { payments } = random.settlement
        const payment = payments[index]
        if (payment === undefined) return
        const digits = digitsOf(payment.currency)
        const rest = amounts.reduce((left, amount) => left - amount, unitsOf(payment.amount as string, digits))
        const split = [rest, ...amounts].map((amount, part) => ({ ...payment, id: `part ${part}`, amount: amountOf(amount, digits) }))
        const settlement = { ...random.settlement, payments: [...payments.slice(0, index), ...split, ...payments.slice(index + 1)] }
        expect(figures(settleInvoice(settlement, random.terms, random.options))).toEqual(figures(settleCase(random)))
      }),
      { numRuns: 600 },
    )
  })

  it('paying next.payable by next.by leaves nothing open, and a unit less does', () => {
    fc.assert(
      fc.property(settlementCases, (raw) => {
        const random = upToAnswer(raw)
        const { next, status, currency, open } = settleCase(random)
        expect(next !== undefined).toBe(status === 'open')
        if (next === undefined) return
        const digits = digitsOf(currency)
        const payable = unitsOf(next.payable, digits)
        const payOn = (date: string, units: bigint) => sizeOfOpen({ ...withPayment(random, date, units), options: { asOf: date } })
        expect(payOn(next.by, payable)).toBe(0n)
        expect(payOn(random.options.asOf, payable)).toBe(0n)
        expect(payOn(next.by, payable - signOf(random)) > 0n).toBe(true)
        expect(payable * signOf(random) > 0n && payable * signOf(random) <= unitsOf(open, digits) * signOf(random)).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  it('paying next.payable overpays nothing, where nothing is written off or given back and not all is remitted', () => {
    fc.assert(
      fc.property(settlementCases, (raw) => {
        const random = upToAnswer(raw)
        const { next, reasons } = settleCase(random)
        const { credits = [] } = random.settlement
        const isPlain = credits.every(({ type }) => type === 'credit-note') && reasons.every(({ code }) => code !== 'refunds-counted')
        const isRemitted = reasons.some((reason) => reason.code === 'discount-within-reach' && !/[1-9]/.test(reason.params.payable))
        if (next === undefined || !isPlain || isRemitted) return
        const units = unitsOf(next.payable, digitsOf(random.settlement.invoice.currency))
        expect(settleCase({ ...withPayment(random, next.by, units), options: { asOf: next.by } }).status).toBe('paid')
      }),
      { numRuns: 600 },
    )
  })

  it('one more payment never leaves more open, and neither does paying it earlier, full by window', () => {
    const more = fc.tuple(
      settlementCases,
      fc.integer({ min: -3, max: 140 }),
      fc.nat(60),
      fc.oneof(fc.bigInt({ min: 1n, max: 300n }), fc.bigInt({ min: 1n, max: 10n ** 6n })),
    )
    fc.assert(
      fc.property(more, ([random, day, earlier, units]) => {
        const late = withPayment(random, randomDate(day), units * signOf(random))
        expect(sizeOfOpen(late) <= sizeOfOpen(random)).toBe(true)
        // Pro rata, each window rounds by itself, so a later one may settle a unit more.
        if (random.terms.partialPayments === 'pro-rata') return
        const early = withPayment(random, randomDate(day - earlier), units * signOf(random))
        if (randomDate(day) <= random.options.asOf) expect(sizeOfOpen(early) <= sizeOfOpen(late)).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  it('a later day without new payments and credits changes no amount', () => {
    fc.assert(
      fc.property(settlementCases, fc.nat(100), (raw, days) => {
        const random = upToAnswer(raw)
        const asOf = new Date(Date.parse(random.options.asOf) + days * 86_400_000).toISOString().slice(0, 10)
        const [before, after] = [settleCase(random), settleCase({ ...random, options: { asOf } })]
        for (const name of ['due', 'amount', 'paid', 'discountTaken', 'credited', 'open', 'overpaid', 'applications', 'unearnedDiscount'] as const) {
          expect(after[name]).toEqual(before[name])
        }
        if (before.status !== 'open') expect(after.status).toBe(before.status)
      }),
      { numRuns: 250 },
    )
  })

  it('is plain data of inputs that are left as they are, the same each time', () => {
    fc.assert(
      fc.property(settlementCases, (random) => {
        const settlement = settleCase(deepFreeze(structuredClone(random)))
        expect(settlement).toStrictEqual(JSON.parse(JSON.stringify(settlement)))
        expect(settlement).toStrictEqual(settleCase(random))
        expect(JSON.stringify([figures(settlement), settlement.applications.map(({ settles }) => settles), settlement.reasons])).not.toMatch(
          /"-0(\.0+)?"/,
        )
      }),
      { numRuns: 250 },
    )
  })

  it('takes 10,000 payments and credits at once', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      id: `P${index}`,
      date: randomDate(60 + (index % 40)),
      amount: '1.00',
      currency: 'CNY',
    }))
    const credits = many.map((row) => ({ ...row, amount: '0.01', type: 'write-off' as const }))
    for (const terms of [textbook, proRata]) {
      const settlement = settleInvoice({ invoice: { ...invoice, amount: '20000' }, payments: many, credits }, terms, { asOf: '2024-03-31' })
      expect(settlement).toMatchObject({ status: 'open', credited: '77.50', paid: '7750.00' })
    }
  })
})

describe('settleInvoice: bad input', () => {
  const payment = { id: 'P', date: '2024-03-05', amount: '10', currency: 'CNY' }
  const credit = { ...payment, id: 'C', type: 'credit-note' }
  const whole = { invoice: { ...invoice, amount: '10.00', tax: '1.00', deliveryDate: '2024-03-02' }, payments: [payment], credits: [credit] }
  const check = (settlement: unknown, terms: unknown = textbook, options: unknown = { asOf: '2024-03-05' }) =>
    issuesOf(() => settleInvoice(settlement as never, terms as never, options as never))

  it('takes what is right, credits left out or undefined', () => {
    expect(check(whole)).toBe('nothing was thrown')
    expect(check({ ...whole, credits: undefined })).toBe('nothing was thrown')
  })

  it.each(badInvoiceFields.filter(([field]) => field !== 'currency'))('invoice.%s %j: %s', (field, value, code) => {
    expect(check({ ...whole, invoice: { ...whole.invoice, [field]: value } })).toEqual([[code, ['invoice', field]]])
  })

  it.each(badPaymentFields)('payments[1].%s %j: %s', (field, value, code) => {
    expect(
      check({
        ...whole,
        payments: [
          { ...payment, id: 'Q' },
          { ...payment, [field]: value },
        ],
      }),
    ).toEqual([[code, ['payments', 1, field]]])
  })

  it.each([...badPaymentFields, ['type', undefined, 'missing'], ['type', 'refund', 'not-allowed'], ['type', null, 'not-allowed']] as const)(
    'credits[0].%s %j: %s',
    (field, value, code) => expect(check({ ...whole, credits: [{ ...credit, [field]: value }] })).toEqual([[code, ['credits', 0, field]]]),
  )

  it.each(badRecords)('%j for an argument or a part of it: %s', (value, code) => {
    expect(check(value)).toEqual([[code, ['settlement']]])
    expect(issuesOf(() => settleInvoice(whole as never, value as never, { asOf: '2024-03-05' }))).toEqual([[code, ['terms']]])
    expect(issuesOf(() => settleInvoice(whole as never, textbook, value as never))).toEqual([[code, ['options']]])
    expect(check({ ...whole, invoice: value })).toEqual([[code, ['invoice']]])
    expect(check({ ...whole, payments: [value] })).toEqual([[code, ['payments', 0]]])
    expect(check({ ...whole, credits: [value] })).toEqual([[code, ['credits', 0]]])
  })

  it.each(badLists)('%j for a list: %s', (value, code) => {
    expect(check({ ...whole, payments: value })).toEqual([[code, ['payments']]])
    expect(check({ ...whole, credits: value })).toEqual([[code, ['credits']]])
  })

  it.each([
    [undefined, 'missing'],
    [null, 'not-a-calendar-date'],
    ['2024-02-30', 'not-a-calendar-date'],
    [new Date(0), 'not-a-calendar-date'],
    [0, 'not-a-calendar-date'],
  ])('asOf %j: %s', (asOf, code) => expect(check(whole, textbook, { asOf })).toEqual([[code, ['options', 'asOf']]]))

  it('lists that are not there, and unknown keys', () => {
    expect(check({ invoice })).toEqual([['missing', ['payments']]])
    expect(check({ ...whole, refunds: [] })).toEqual([['unknown-key', ['refunds']]])
    expect(check({ ...whole, payments: [{ ...payment, note: 'x' }] })).toEqual([['unknown-key', ['payments', 0, 'note']]])
    expect(check({ ...whole, payments: [{ ...payment, type: 'credit-note' }] })).toEqual([['unknown-key', ['payments', 0, 'type']]])
    expect(check({ ...whole, credits: [{ ...credit, note: 'x' }] })).toEqual([['unknown-key', ['credits', 0, 'note']]])
    expect(check({ ...whole, invoice: { ...whole.invoice, payments: [] } })).toEqual([['unknown-key', ['invoice', 'payments']]])
    expect(check(whole, textbook, { asOf: '2024-03-05', at: 1 })).toEqual([['unknown-key', ['options', 'at']]])
  })

  it('ids that stand there twice, in each list by itself', () => {
    expect(check({ ...whole, payments: [payment, { ...payment, id: 'Q' }, payment], credits: [credit, credit] })).toEqual([
      ['duplicate', ['payments', 2, 'id']],
      ['duplicate', ['credits', 1, 'id']],
    ])
    expect(check({ ...whole, credits: [{ ...credit, id: 'P' }] })).toBe('nothing was thrown')
  })

  it('currencies: unknown ones each, and those that differ', () => {
    expect(check({ invoice: { ...invoice, currency: 'XXX' }, payments: [payment, { ...payment, id: 'Q', currency: 'YYY' }] })).toEqual([
      ['unknown-currency', ['invoice', 'currency']],
      ['unknown-currency', ['payments', 1, 'currency']],
    ])
    expect(check({ ...whole, payments: [{ ...payment, currency: 'USD' }], credits: [{ ...credit, currency: 'JPY' }] })).toEqual([
      ['not-allowed', ['payments', 0, 'currency']],
      ['not-allowed', ['credits', 0, 'currency']],
    ])
  })

  it('holes, prototypes, and ids such as __proto__', () => {
    expect(check({ ...whole, payments: Array(2) })).toEqual([
      ['missing', ['payments', 0]],
      ['missing', ['payments', 1]],
    ])
    const inherited = Object.create(payment)
    expect(check({ ...whole, payments: [inherited] })).toEqual(
      ['id', 'currency', 'date', 'amount'].map((field) => ['missing', ['payments', 0, field]]),
    )
    expect(check(Object.create(whole))).toEqual([
      ['missing', ['invoice']],
      ['missing', ['payments']],
    ])
    expect(check(whole, textbook, Object.create({ asOf: '2024-03-05' }))).toEqual([['missing', ['options', 'asOf']]])
    const odd = ['__proto__', 'constructor', 'toString'].map((id) => ({ ...payment, id, amount: '1' }))
    const settlement = settleInvoice({ invoice, payments: odd }, textbook, { asOf: '2024-03-05' })
    expect(applied(settlement)).toEqual(['__proto__ payment 1.00', 'constructor payment 1.00', 'toString payment 1.00'])
  })

  it('everything at once', () => {
    expect(
      check({ ...whole, invoice: { ...whole.invoice, amount: 'x' }, payments: [{ ...payment, date: 'x' }, null] }, { ...textbook, netDays: 'x' }, {}),
    ).toEqual([
      ['not-an-integer', ['terms', 'netDays']],
      ['not-a-decimal', ['invoice', 'amount']],
      ['not-a-calendar-date', ['payments', 0, 'date']],
      ['wrong-type', ['payments', 1]],
      ['missing', ['options', 'asOf']],
    ])
  })

  it('what the terms need of the invoice', () => {
    const needs = { ...textbook, start: 'delivery-date', discountBase: 'net-of-tax', cashStep: '0.001' }
    expect(check({ invoice, payments: [] }, needs)).toEqual([
      ['missing', ['invoice', 'deliveryDate']],
      ['missing', ['invoice', 'tax']],
      ['too-many-decimal-places', ['terms', 'cashStep']],
    ])
    expect(check({ invoice: { ...invoice, date: '9999-12-31' }, payments: [] })).toEqual([['out-of-range', ['terms', 'netDays']]])
  })
})
