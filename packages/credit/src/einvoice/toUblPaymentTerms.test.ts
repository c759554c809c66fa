import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badInvoiceFields } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { satisfiesBrDe18 } from '../../testing/naiveBrDe18.js'
import { type CreditTerms, formatTerms, type Invoice, parseSkonto, parseTerms, termsTimeline, toUblPaymentTerms } from '../index.js'

const invoice: Invoice = { id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' }
const netOfTax = (text: string): CreditTerms => ({ ...parseTerms(text), discountBase: 'net-of-tax' })
const note = (terms: CreditTerms, of: Invoice): string => toUblPaymentTerms(terms, of)['cac:PaymentTerms']['cbc:Note']

describe('toUblPaymentTerms', () => {
  it("textbook S1's terms: the due date and the terms, with the discounts as BR-DE-18 wants them", () => {
    expect(toUblPaymentTerms(parseTerms('2/15, 1/20, N/30'), invoice)).toStrictEqual({
      'cbc:DueDate': '2024-03-31',
      'cac:PaymentTerms': { 'cbc:Note': '#SKONTO#TAGE=15#PROZENT=2.00#\n#SKONTO#TAGE=20#PROZENT=1.00#\n2/15, 1/20, N/30' },
    })
  })

  it('has terms in their notation where there is no discount', () => {
    expect(toUblPaymentTerms(netOfTax('N/30'), { ...invoice, tax: 0 })).toStrictEqual({
      'cbc:DueDate': '2024-03-31',
      'cac:PaymentTerms': { 'cbc:Note': 'N/30' },
    })
  })

  it('counts days from the date of the invoice, wherever the terms start', () => {
    expect(toUblPaymentTerms(parseTerms('2/10, N/30 EOM'), { ...invoice, date: '2024-02-10' })).toStrictEqual({
      'cbc:DueDate': '2024-03-30',
      'cac:PaymentTerms': { 'cbc:Note': '#SKONTO#TAGE=29#PROZENT=2.00#\n2/10, N/30 EOM' },
    })
    const terms = parseTerms('2/10, N/30 ROG')
    expect(note(terms, { ...invoice, deliveryDate: '2024-03-06' })).toBe('#SKONTO#TAGE=15#PROZENT=2.00#\n2/10, N/30 ROG')
    expect(note(terms, { ...invoice, deliveryDate: '2024-02-20' })).toBe('#SKONTO#TAGE=0#PROZENT=2.00#\n2/10, N/30 ROG')
  })

  it('names windows that end before the date of the invoice', () => {
    const early = { ...invoice, deliveryDate: '2024-02-10' }
    expect(issuesOf(() => toUblPaymentTerms(parseTerms('3/10, 2/19, 1/20, N/30 ROG'), early))).toEqual([
      ['too-small', ['terms', 'discounts', 0, 'withinDays']],
      ['too-small', ['terms', 'discounts', 1, 'withinDays']],
    ])
    expect(() => toUblPaymentTerms(parseTerms('2/19, N/30 ROG'), early)).toThrow('terms.discounts[0].withinDays must be at least 20, not 19')
    expect(toUblPaymentTerms(parseTerms('N/10 ROG'), early)['cbc:DueDate']).toBe('2024-02-20')
  })

  it.each([
    ['1150', '150', 'EUR', '1000.00'],
    ['1150.5', '150.25', 'EUR', '1000.25'],
    ['-1150', '-150', 'EUR', '-1000.00'],
    ['-0.5', 0, 'EUR', '-0.50'],
    ['100', '100', 'EUR', '0.00'],
    ['1000', '91', 'JPY', '909.00'],
    ['100.005', '10.005', 'KWD', '90.00'],
    ['100.120', '10.02', 'KWD', '90.10'],
    ['100.1200', '10.02', 'CLF', '90.10'],
  ])('%s with %s tax in %s: a discount off the amount without tax has the base %s', (amount, tax, currency, base) => {
    expect(note(netOfTax('2/10, N/30'), { ...invoice, amount, tax, currency })).toBe(`#SKONTO#TAGE=10#PROZENT=2.00#BASISBETRAG=${base}#\n2/10, N/30`)
  })

  it.each([
    ['100.125', '10', [['too-many-decimal-places', ['invoice', 'amount']]]],
    ['100', '10.125', [['too-many-decimal-places', ['invoice', 'tax']]]],
    [
      '100.125',
      '10.001',
      [
        ['too-many-decimal-places', ['invoice', 'amount']],
        ['too-many-decimal-places', ['invoice', 'tax']],
      ],
    ],
  ])('%s KWD with %s tax has no base of two decimal places', (amount, tax, issues) => {
    const odd = { ...invoice, amount, tax, currency: 'KWD' }
    expect(issuesOf(() => toUblPaymentTerms(netOfTax('2/10, N/30'), odd))).toEqual(issues)
    expect(note(parseTerms('2/10, N/30'), odd)).toBe('#SKONTO#TAGE=10#PROZENT=2.00#\n2/10, N/30')
    expect(note(netOfTax('N/30'), odd)).toBe('N/30')
  })

  it('names everything at once', () => {
    expect(issuesOf(() => toUblPaymentTerms(parseTerms('2.255/10, N/30'), { ...invoice, id: '', date: '2024-02-30' }))).toEqual([
      ['too-many-decimal-places', ['terms', 'discounts', 0, 'percent']],
      ['empty', ['invoice', 'id']],
      ['not-a-calendar-date', ['invoice', 'date']],
    ])
    expect(issuesOf(() => toUblPaymentTerms(netOfTax('2/10, N/30'), invoice))).toEqual([['missing', ['invoice', 'tax']]])
    expect(issuesOf(() => toUblPaymentTerms(parseTerms('N/30 ROG'), invoice))).toEqual([['missing', ['invoice', 'deliveryDate']]])
    expect(issuesOf(() => toUblPaymentTerms(parseTerms('N/30'), { ...invoice, date: '9999-12-31' }))).toEqual([
      ['out-of-range', ['terms', 'netDays']],
    ])
    expect(issuesOf(() => toUblPaymentTerms(null as never, undefined as never))).toEqual([
      ['wrong-type', ['terms']],
      ['missing', ['invoice']],
    ])
  })

  it.each(badInvoiceFields)('names a wrong %s of the invoice: %o', (field, value, code) => {
    const wrong = { id: 'INV-1', date: '2024-03-01', amount: '10', currency: 'CNY', [field]: value }
    expect(issuesOf(() => toUblPaymentTerms(parseTerms('2/10, N/30'), wrong as never))).toEqual([[code, ['invoice', field]]])
  })

  it('states the windows of the timeline, valid under BR-DE-18, and the notation as the text', () => {
    const starts = fc.constantFrom('', ' EOM', ' ROG')
    const days = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 2 }).map((pair) => pair.sort((a, b) => a - b))
    fc.assert(
      fc.property(
        starts,
        days,
        fc.nat(40),
        fc.integer({ min: 1, max: 28 }),
        fc.nat(20),
        fc.boolean(),
        (start, [first, second], more, day, later, isNet) => {
          const parsed = parseTerms(`2.25/${first}, 1/${second}, N/${(second as number) + more}${start}`)
          const terms: CreditTerms = deepFreeze({ ...parsed, discountBase: isNet ? 'net-of-tax' : 'gross' })
          const date = `2024-02-${String(day).padStart(2, '0')}`
          const deliveryDate = `2024-03-${String(later + 1).padStart(2, '0')}`
          const some: Invoice = deepFreeze({ id: 'x', date, deliveryDate, amount: '119.00', tax: 19, currency: 'EUR' })
          const { due, windows } = termsTimeline(some, terms)
          const stated = toUblPaymentTerms(terms, some)
          expect(JSON.parse(JSON.stringify(stated))).toStrictEqual(stated)
          expect(stated['cbc:DueDate']).toBe(due)
          expect(satisfiesBrDe18(stated['cac:PaymentTerms']['cbc:Note'])).toBe(true)
          const { discounts, text } = parseSkonto(stated['cac:PaymentTerms']['cbc:Note'])
          expect(text).toBe(formatTerms(terms))
          const dayOf = (text: string): number => Date.parse(text) / 86_400_000
          expect(discounts).toEqual(
            windows.slice(0, 2).map(({ to, percent }) => ({ withinDays: dayOf(to) - dayOf(date), percent, ...(isNet ? { base: '100' } : {}) })),
          )
        },
      ),
      { numRuns: 300 },
    )
  })
})
