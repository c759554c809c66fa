import { describe, expect, it } from 'vitest'
import {
  type CreditTerms,
  checkInstalmentPlan,
  checkTerms,
  formatTerms,
  type InstalmentPlan,
  parseTerms,
  planInstalments,
  termsTimeline,
} from '../index.js'
import * as templates from '../templates.js'

const { depositThenBalance, dueOnReceipt, netThirty, netThirtyEndOfMonth, sixtyDaysEndOfMonth, textbookTerms, threeEqualInstalments } = templates

describe.each(Object.entries(templates))('the template %s', (name, template: CreditTerms | InstalmentPlan) => {
  it('is plain JSON that its own check takes, named after its id', () => {
    expect(JSON.parse(JSON.stringify(template))).toEqual(template)
    expect(template.kind === 'credit-terms' ? checkTerms(template) : checkInstalmentPlan(template)).toEqual([])
    expect(template.id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())).toBe(name)
  })

  it('has a title in both languages', () => {
    expect(template.title).toEqual({ en: expect.stringMatching(/^\p{ASCII}+$/u), 'zh-CN': expect.stringMatching(/\P{ASCII}/u) })
  })
})

describe('terms', () => {
  it.each([
    [textbookTerms, '2/15, 1/20, N/30'],
    [templates.twoTenNetThirty, '2/10, N/30'],
    [netThirty, 'N/30'],
    [netThirtyEndOfMonth, 'N/30 EOM'],
    [dueOnReceipt, 'N/0'],
  ])('%# say %s', ({ title: _, format: __, ...terms }, notation) => {
    expect(formatTerms(terms)).toBe(notation)
    expect(terms).toEqual(parseTerms(notation, { id: terms.id, version: '1' }))
  })

  it.each([
    ['2024-01-31', '2024-03-01', '2024-01-31'],
    ['2024-02-10', '2024-03-30', '2024-02-10'],
  ])('are due: an invoice of %s, 30 days from the end of the month, by %s; on receipt, by %s', (date, fromEndOfMonth, onReceipt) => {
    const invoice = { id: 'INV-1', date, amount: '100', currency: 'CNY' }
    expect([termsTimeline(invoice, netThirtyEndOfMonth).due, termsTimeline(invoice, dueOnReceipt).due]).toEqual([fromEndOfMonth, onReceipt])
  })
})

describe('plans', () => {
  const pay = (plan: InstalmentPlan, amount: string, currency = 'CNY', date = '2024-01-31'): string[] =>
    planInstalments({ date, amount, currency }, plan).instalments.map((one) => `${one.amount} on ${one.date}`)

  it.each([
    ['CNY', '100.00', '33.33 33.33 33.34'],
    ['JPY', '100', '33 33 34'],
    ['KWD', '100.000', '33.333 33.333 33.334'],
    ['CNY', '-0.02', '-0.01 -0.01 0.00'],
    ['CNY', '9999999999999999999999999999.98', '3333333333333333333333333333.33 3333333333333333333333333333.33 3333333333333333333333333333.32'],
    ['CNY', '9999999999999999999999999999.99', '3333333333333333333333333333.33 3333333333333333333333333333.33 3333333333333333333333333333.33'],
    ['CNY', '10000000000000000000000000000.01', '3333333333333333333333333333.34 3333333333333333333333333333.34 3333333333333333333333333333.33'],
  ])('thirds of %s %s are %s (Tryton)', (currency, amount, thirds) => {
    const { instalments } = planInstalments({ date: '2024-01-31', amount, currency }, threeEqualInstalments)
    expect(instalments.map((one) => one.amount).join(' ')).toBe(thirds)
    expect(instalments.map(({ date }) => date)).toEqual(['2024-02-29', '2024-03-31', '2024-04-30'])
  })

  it('a deposit of 30 %, then the balance', () => {
    expect(pay(depositThenBalance, '1000')).toEqual(['300.00 on 2024-01-31', '700.00 on 2024-03-01'])
  })

  it.each([
    ['2015-01-30', '2015-03-31'],
    ['2024-01-31', '2024-03-31'],
    ['2024-03-02', '2024-05-31'],
  ])('60 days end of month from %s is %s (OCA)', (date, due) => {
    expect(pay(sixtyDaysEndOfMonth, '1000', 'CNY', date)).toEqual([`1000.00 on ${due}`])
  })
})
