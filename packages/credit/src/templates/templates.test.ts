import { describe, expect, it } from 'vitest'
import {
  ageReceivables,
  checkAgeingScheme,
  checkCreditRatingScheme,
  checkDeteriorationPolicy,
  checkDunningScheme,
  checkInstalmentPlan,
  checkInterestRate,
  checkInvestigationScheme,
  checkLimitPolicy,
  checkOrderPolicy,
  checkProvisionMatrix,
  checkTerms,
  formatTerms,
  type InstalmentPlan,
  lateInterest,
  measureLossAllowance,
  type OpenItem,
  parseTerms,
  planDunning,
  planInstalments,
  requiredReport,
  termsTimeline,
} from '../index.js'
import * as templates from '../templates.js'

const { depositThenBalance, dueOnReceipt, netThirty, netThirtyEndOfMonth, sixtyDaysEndOfMonth, textbookTerms, threeEqualInstalments } = templates

const checks = {
  'ageing-scheme': checkAgeingScheme,
  'credit-investigation': checkInvestigationScheme,
  'credit-rating': checkCreditRatingScheme,
  'credit-terms': checkTerms,
  'deterioration-policy': checkDeteriorationPolicy,
  'dunning-scheme': checkDunningScheme,
  'instalment-plan': checkInstalmentPlan,
  'interest-rate': checkInterestRate,
  'limit-policy': checkLimitPolicy,
  'order-policy': checkOrderPolicy,
  'provision-matrix': checkProvisionMatrix,
}

describe.each(Object.entries(templates))('the template %s', (name, template) => {
  it('is plain JSON that its own check takes, named after its id', () => {
    expect(JSON.parse(JSON.stringify(template))).toEqual(template)
    expect(checks[template.kind](template)).toEqual([])
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

describe('documents for receivables', () => {
  const item: OpenItem = { id: 'INV-1', customer: 'C-1', date: '2024-01-01', due: '2024-01-31', amount: '1000', currency: 'GBP' }
  const overdue = (days: number): string => new Date(Date.UTC(2024, 0, 31 + days)).toISOString().slice(0, 10)
  const bucketOf = (days: number, scheme: typeof templates.ageingTo90Days): string | undefined =>
    ageReceivables([item], scheme, { asOf: overdue(days) }).currencies[0]?.buckets.find(({ count }) => count > 0)?.id

  it.each([
    [0, 'not-due', 'not-due'],
    [1, '1-30', '1-30'],
    [30, '1-30', '1-30'],
    [31, '31-60', '31-60'],
    [61, '61-90', '61-90'],
    [91, 'over-90', '91-120'],
    [120, 'over-90', '91-120'],
    [121, 'over-90', 'over-120'],
  ])('%i days overdue is in %s, or in %s', (days, to90, to120) => {
    expect([bucketOf(days, templates.ageingTo90Days), bucketOf(days, templates.ageingTo120Days)]).toEqual([to90, to120])
  })

  it('IFRS 9, example 12: 580,000 of 30 million', () => {
    const debits = [15, 7.5, 4, 2.5, 1].map((millions) => `${millions}e6`)
    const days = [0, 1, 31, 61, 91]
    const items = debits.map((amount, index) => ({ ...item, id: String(index), due: overdue(-(days[index] as number)), amount }))
    const [allowance] = measureLossAllowance(
      ageReceivables(items, templates.ageingTo90Days, { asOf: item.due }),
      templates.ifrs9ExampleMatrix,
    ).currencies
    expect(allowance?.allowance).toBe('580000.00')
    expect(allowance?.buckets.map((bucket) => bucket.allowance)).toEqual(['45000.00', '120000.00', '144000.00', '165000.00', '106000.00'])
  })

  it('three letters, the second and third at least ten days after the one before', () => {
    const levelOn = (days: number, history: readonly (readonly [level: number, days: number])[]): number | undefined => {
      const sent = history.map(([level, on]) => ({ item: item.id, level, sentOn: overdue(on) }))
      return planDunning({ items: [item], history: sent }, templates.threeStepDunning, { asOf: overdue(days) }).letters[0]?.level
    }
    expect([levelOn(4, []), levelOn(5, []), levelOn(19, [[1, 5]]), levelOn(20, [[1, 5]]), levelOn(20, [[1, 11]]), levelOn(21, [[1, 11]])]).toEqual([
      undefined,
      1,
      undefined,
      2,
      undefined,
      2,
    ])
    expect(levelOn(40, [[2, 20]])).toBe(3)
    expect(planDunning({ items: [{ ...item, disputed: true }], history: [] }, templates.threeStepDunning, { asOf: overdue(9) }).letters).toEqual([])
  })

  it.each([
    ['small', 'low', ['basics']],
    ['ordinary', 'moderate', ['basics', 'trade', 'characteristics', 'business', 'five-cs']],
    ['important', 'high', ['basics', 'trade', 'characteristics', 'business', 'five-cs', 'finances', 'references']],
  ] as const)('the report on a customer of %s size and %s risk (textbook S1) has the sections %j', (size, risk, sections) => {
    expect(requiredReport({ size, risk }, templates.threeDepthInvestigation).sections).toEqual(sections)
  })

  it('no title of a report has a comma, which separates them in sentences', () => {
    const { title, sections } = templates.threeDepthInvestigation
    const titles = [title, ...sections.flatMap((section) => [section.title, ...(section.facts ?? []).map((fact) => fact.title)])]
    expect(JSON.stringify(titles.map((one) => Object.values(one ?? {}).join('')))).not.toMatch(/\w, |[、，]/)
  })

  it('in the United Kingdom the rate of the first day stays', () => {
    const { interest, spans } = lateInterest({ ...item, date: '2022-06-01', due: '2022-06-29' }, templates.ukLatePaymentExample, {
      asOf: '2023-06-29',
    })
    expect(spans.map(({ percent, days }) => [percent, days])).toEqual([['8.25', 365]])
    expect(interest).toBe('82.50')
    expect(lateInterest({ ...item, date: '2018-01-01', due: '2018-01-01' }, templates.ukLatePaymentExample, { asOf: '2018-02-20' }).interest).toBe(
      '11.64',
    )
  })
})
