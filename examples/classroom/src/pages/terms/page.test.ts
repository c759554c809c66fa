import { costOfForgoingDiscount, parseTerms, settleInvoice, termsTimeline } from '@clientele/credit'
import { netThirtyEndOfMonth, textbookTerms } from '@clientele/credit/templates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeWith, faultsOf, resultOf, runCode } from '../../../testing/showPage.js'
import type { Language } from '../types.js'
import type { TermsExample } from './computeTerms.js'
import { defaults, readyNotations, type TermsFields } from './fields.js'
import { page } from './page.js'

const windowsOf = (changes: Partial<TermsFields> = {}) => resultOf(page, changes).timeline.windows.map(({ to, payable }) => `${payable} by ${to}`)
const standOf = (changes: Partial<TermsFields>) => {
  const { status, paid, discountTaken, open, overpaid } = resultOf(page, changes).settlement
  return [status, paid, discountTaken, open, overpaid]
}
const ratesOf = (changes: Partial<TermsFields> = {}) => {
  const { steps, againstNet } = resultOf(page, changes).cost
  return [...steps, ...againstNet].map(({ withinDays, versusDays, annualRate }) => `${withinDays} to ${versusDays}: ${(annualRate * 100).toFixed(2)}`)
}
/** Shows a state, which may not throw. */
const show = (fields: TermsFields, result: TermsExample, language: Language) => {
  const shown = { language, isLarge: false, fields, result, isStale: false, issuesOf: () => [], change: () => undefined }
  page.view(shown)
  page.handout(shown)
  page.code(fields, result)
}
const noPayment = { 'date-1': '', 'amount-1': '' }

describe('the terms of the chapter', () => {
  it('says what to pay when (S1, 信用條件; vectors, 1)', () => {
    expect(windowsOf()).toEqual(['9800.00 by 2024-03-16', '9900.00 by 2024-03-21', '10000.00 by 2024-03-31'])
  })

  it('says what it costs a year not to take the discount (vectors, the textbook’s own tiers)', () => {
    expect(ratesOf()).toEqual(['15 to 20: 74.49', '20 to 30: 36.87', '15 to 30: 49.66', '20 to 30: 36.87'])
    expect(ratesOf({ interest: 'compound' })).toEqual(['15 to 20: 109.83', '20 to 30: 44.32', '15 to 30: 63.49', '20 to 30: 44.32'])
    expect(ratesOf({ terms: '2/10 net 30', daysInYear: '360' })).toEqual(['10 to 30: 36.73', '10 to 30: 36.73'])
  })

  it('is the policy, with what a part payment earns', () => {
    const { discounts, netDays } = textbookTerms
    expect(page.policy(defaults, resultOf(page))).toEqual({
      kind: 'credit-terms',
      id: '2/15, 1/20, N/30',
      version: '1',
      discounts,
      netDays,
      partialPayments: 'full-by-window',
    })
  })

  it('settles a part payment of 4,900 on day 15 by either rule', () => {
    const { settlements } = resultOf(page)
    const stand = Object.values(settlements).map(({ discountTaken, open, next }) => [discountTaken, open, next?.payable, next?.by])
    expect(stand).toEqual([
      ['0.00', '5100.00', '4900.00', '2024-03-16'],
      ['100.00', '5000.00', '4900.00', '2024-03-16'],
    ])
  })
})

describe('the answers of the teaching note', () => {
  it('1: the last day of a period counts', () => {
    expect(resultOf(page).timeline.windows.map(({ from, to }) => [from, to])).toEqual([
      ['2024-03-01', '2024-03-16'],
      ['2024-03-17', '2024-03-21'],
      ['2024-03-22', '2024-03-31'],
    ])
    const { reasons } = resultOf(page, { ...noPayment, asOf: '2024-04-01' }).settlement
    expect(reasons.at(-1)).toMatchObject({ code: 'overdue', params: { daysOverdue: 1, open: '10000.00' } })
  })

  it('3: what closes the invoice by 31 March', () => {
    const { settlements } = resultOf(page, { asOf: '2024-03-22' })
    expect(settlements['full-by-window']).toMatchObject({ discountTaken: '0.00', next: { by: '2024-03-31', payable: '5100.00' } })
    expect(settlements['pro-rata']).toMatchObject({ discountTaken: '100.00', next: { by: '2024-03-31', payable: '5000.00' } })
  })

  it('4: 9,800 two days late, and 100 more', () => {
    const late = { 'date-1': '2024-03-18', 'amount-1': '9800', asOf: '2024-03-18' }
    const { open, next, unearnedDiscount } = resultOf(page, late).settlement
    expect([open, next, unearnedDiscount?.percent]).toEqual(['200.00', { by: '2024-03-21', payable: '100.00' }, '2'])
    expect(standOf({ ...late, 'date-2': '2024-03-21', 'amount-2': '100', asOf: '2024-03-21' })).toEqual(['paid', '9900.00', '100.00', '0.00', '0.00'])
  })
})

describe('what is typed', () => {
  it('gives what the package gives', () => {
    const changes = { terms: '2/10, N/30 ROG', deliveryDate: '2024-02-29', amount: '0.05', currency: 'EUR', asOf: '2024-03-10', 'amount-1': '0.01' }
    const { timeline, settlement, cost } = resultOf(page, { ...changes, partialPayments: 'pro-rata', interest: 'compound' })
    const terms = { ...parseTerms('2/10, N/30 ROG'), partialPayments: 'pro-rata' as const }
    const invoice = { id: 'INV-1', date: '2024-03-01', deliveryDate: '2024-02-29', amount: '0.05', currency: 'EUR' }
    const payments = [{ id: 'P-1', date: '2024-03-16', amount: '0.01', currency: 'EUR' }]
    expect(timeline).toEqual(termsTimeline(invoice, terms))
    expect(settlement).toEqual(settleInvoice({ invoice, payments }, terms, { asOf: '2024-03-10' }))
    expect(cost).toEqual(costOfForgoingDiscount(terms, { daysInYear: 365, compound: true }))
  })

  it.each(readyNotations)('can be %s', (terms) => expect(resultOf(page, { terms }).timeline.windows.length).toBeGreaterThan(0))

  it('counts from the end of the month, also of February in a leap year', () => {
    const terms = readyNotations[3] as string
    expect(parseTerms(terms)).toMatchObject({ netDays: netThirtyEndOfMonth.netDays, start: 'end-of-month' })
    expect(windowsOf({ terms, date: '2024-02-10' })).toEqual(['10000.00 by 2024-03-30'])
    expect(windowsOf({ terms, date: '2023-02-10' })).toEqual(['10000.00 by 2023-03-30'])
    expect(windowsOf({ terms: 'N/30', date: '2024-01-31' })).toEqual(['10000.00 by 2024-03-01'])
  })

  it('can be in a currency without minor digits or with three', () => {
    expect(windowsOf({ ...noPayment, amount: '999', currency: 'JPY', terms: '2/10, N/30' })).toEqual(['979 by 2024-03-11', '999 by 2024-03-31'])
    expect(windowsOf({ ...noPayment, amount: '9.999', currency: 'KWD', terms: '2/10, N/30' })).toEqual(['9.799 by 2024-03-11', '9.999 by 2024-03-31'])
  })

  it('can be nothing, a credit note, or thirty digits', () => {
    expect(windowsOf({ ...noPayment, amount: '0' })[0]).toBe('0.00 by 2024-03-16')
    expect(windowsOf({ ...noPayment, amount: '-10000' })[0]).toBe('-9800.00 by 2024-03-16')
    expect(windowsOf({ ...noPayment, amount: '1'.padEnd(30, '0') })[0]).toBe(`98${'0'.repeat(27)}.00 by 2024-03-16`)
  })

  it('can be paid before the invoice, too much, and given back', () => {
    expect(standOf({ 'date-1': '2024-02-20', 'amount-1': '9800' })).toEqual(['paid', '9800.00', '200.00', '0.00', '0.00'])
    expect(resultOf(page, { 'date-1': '2024-02-20' }).settlement.diagnoses).toEqual([{ code: 'payments-before-invoice', params: { count: 1 } }])
    expect(standOf({ 'amount-1': '10000' })).toEqual(['overpaid', '10000.00', '200.00', '0.00', '200.00'])
    expect(standOf({ 'amount-1': '9800', 'date-2': '2024-03-16', 'amount-2': '-9800' })).toEqual(['open', '0.00', '0.00', '10000.00', '0.00'])
  })

  it('lies on a slider of all days from the invoice or the delivery to ten days after the due date, as long as there are dates', () => {
    const daysOf = (changes: Partial<TermsFields>) => {
      const { firstDay, lastDay } = resultOf(page, changes)
      return [firstDay, lastDay]
    }
    expect(daysOf({})).toEqual(['2024-03-01', '2024-04-10'])
    expect(daysOf({ terms: 'N/30 ROG', deliveryDate: '2024-02-01' })).toEqual(['2024-02-01', '2024-03-12'])
    expect(daysOf({ terms: 'N/30', date: '9999-12-01' })).toEqual(['9999-12-01', '9999-12-31'])
  })
})

describe('what is wrong', () => {
  it('is said where it is typed, all at once', () => {
    const changes = { terms: '2/10, foo, N/30', amount: '1.234', date: '2023-02-29', asOf: '', daysInYear: '366', interest: 'none' }
    const payments = { 'amount-1': 'x', 'date-2': '2024-03-32', 'currency-2': 'USD', 'amount-3': '1.234' }
    expect(faultsOf(page, { ...changes, ...payments, partialPayments: 'none' })).toEqual({
      terms: ['unreadable'],
      amount: ['too-many-decimal-places'],
      date: ['not-a-calendar-date'],
      asOf: ['not-a-calendar-date'],
      daysInYear: ['not-allowed'],
      interest: ['not-allowed'],
      partialPayments: ['not-allowed'],
      'amount-1': ['not-a-decimal'],
      'date-2': ['not-a-calendar-date'],
      'amount-2': ['not-a-decimal'],
      'currency-2': ['not-allowed'],
      'date-3': ['not-a-calendar-date'],
      'amount-3': ['too-many-decimal-places'],
    })
  })

  it('is a currency that does not exist, once', () => {
    expect(faultsOf(page, { currency: 'XYZ' })).toEqual({ currency: ['unknown-currency'] })
    expect(faultsOf(page, { 'currency-1': 'USD' })).toEqual({ 'currency-1': ['not-allowed'] })
  })

  it('is a delivery only where the terms count from it', () => {
    expect(faultsOf(page, { deliveryDate: 'tomorrow' })).toEqual({})
    expect(faultsOf(page, { deliveryDate: 'tomorrow', terms: '货到30天' })).toEqual({ deliveryDate: ['not-a-calendar-date'] })
  })

  it('is a due date beyond the calendar, terms of too many parts, and a flood of faults', () => {
    expect(faultsOf(page, { date: '9999-12-31' })).toEqual({ terms: ['out-of-range'] })
    const many = Array.from({ length: 12 }, (_, index) => `${20 - index}/${index}`).join(' ')
    expect(faultsOf(page, { terms: `${many} N/30` })).toEqual({ terms: ['too-many-parts'] })
    expect(computeWith(page, { terms: Array.from({ length: 20_000 }, (_, index) => `x${index}`).join(' ') }).issues.get('terms')).toHaveLength(5)
  })

  it('is never anything but an issue of a field', () => {
    const names = Object.keys(defaults) as (keyof TermsFields)[]
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '',
        '0',
        '-1',
        '1e999',
        'NaN',
        '__proto__',
        '2024-02-29',
        '9999-12-31',
        '0001-01-01',
        'USD',
        'JPY',
        'N/0',
        '2/9, N/9999999',
        '月结30天',
        '99/1, N/2',
      ),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 5 }), (changes) => {
        const { result, issues } = computeWith(page, changes as Partial<TermsFields>)
        expect([...issues.keys()].filter((field) => !Object.hasOwn(defaults, field))).toEqual([])
        expect(result === undefined).toBe(issues.size > 0)
        for (const language of ['en', 'zh-CN'] as const) if (result !== undefined) show({ ...defaults, ...changes }, result, language)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the code', () => {
  it.each([
    {},
    { terms: '月结60天', ...noPayment },
    { terms: '2/10, N/30 ROG', partialPayments: 'pro-rata', interest: 'compound', daysInYear: '360', 'date-2': '2024-03-18', 'amount-2': '100' },
    { terms: '99.999999/0, N/1', amount: '-1', currency: 'JPY', 'amount-1': '-5' },
  ])('computes what is shown: %j', (changes) => runCode(page, changes))
})
