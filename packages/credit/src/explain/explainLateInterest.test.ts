import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainLateInterest } from '../explain.js'
import { type InterestRate, lateInterest, type OpenItem } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const item: OpenItem = { id: 'INV-1', customer: 'C-1', date: '2023-01-01', due: '2023-01-31', amount: '1000', currency: 'GBP' }
const steps = [{ from: '2023-01-01', percent: '8.5' }]
const rate: InterestRate = { kind: 'interest-rate', id: 'statutory', version: 1, title: { en: 'Statutory', 'zh-CN': '法定' }, steps, daysInYear: 365 }
const say = (asOf: string, under = rate, more: Partial<OpenItem> = {}, locale = en): readonly string[] =>
  explainLateInterest(lateInterest({ ...item, ...more }, under, { asOf }), under, locale).sentences

describe('explainLateInterest', () => {
  it('says in English how the interest comes about', () => {
    expect(say('2023-03-22')).toEqual([
      'As of 2023-03-22, 50 days after its due date 2023-01-31, item INV-1 bears interest of 11.64 GBP under the rate "Statutory".',
      'It is simple interest from the day after the due date up to 2023-03-22, with 365 days in a year.',
      'Only the sum is rounded to the currency.',
      'From 2023-02-01 to 2023-03-22: 1000.00 GBP × 8.5% × 50 / 365 ≈ 11.643836 GBP.',
    ])
  })

  it('says it in Chinese', () => {
    expect(say('2023-03-22', rate, {}, zhCN)).toEqual([
      '截至 2023-03-22，距到期日 2023-01-31 已 50 天，单据 INV-1 按利率“法定”计逾期利息 11.64 GBP。',
      '自到期日次日起至 2023-03-22，按单利逐日计息，一年按 365 天计。',
      '仅对合计舍入到货币的最小单位。',
      '2023-02-01 至 2023-03-22：1000.00 GBP × 8.5% × 50 / 365 ≈ 11.643836 GBP。',
    ])
  })

  const changing: InterestRate = {
    ...rate,
    daysInYear: 'actual',
    steps: [
      { from: '2023-12-31', percent: '10' },
      { from: '2024-01-02', percent: '7.300' },
    ],
  }
  const late = { date: '2023-12-01', due: '2023-12-29' }

  it('says what each span bears: at which rate, in which year, on what is left', () => {
    const paid = { ...late, applications: [{ date: '2024-01-03', type: 'payment', settles: '900' } as const] }
    expect(say('2024-01-04', changing, paid).slice(1)).toEqual([
      'It is simple interest from the day after the due date up to 2024-01-04, with as many days in a year as each calendar year has.',
      'Each day has the rate of that day.',
      'Only the sum is rounded to the currency.',
      'On 2023-12-30: 1000.00 GBP × 0% × 1 / 365 = 0.00 GBP.',
      'On 2023-12-31: 1000.00 GBP × 10% × 1 / 365 ≈ 0.273973 GBP.',
      'On 2024-01-01: 1000.00 GBP × 10% × 1 / 366 ≈ 0.273224 GBP.',
      'From 2024-01-02 to 2024-01-03: 1000.00 GBP × 7.3% × 2 / 366 ≈ 0.398907 GBP.',
      'On 2024-01-04: 100.00 GBP × 7.3% × 1 / 366 ≈ 0.019945 GBP.',
      'Days without interest, as the first step of the rate begins on 2023-12-31: 1.',
    ])
    expect(say('2024-01-01', changing, late, zhCN).slice(1)).toEqual([
      '自到期日次日起至 2024-01-01，按单利逐日计息，一年按当年实际天数计。',
      '每日适用当日的利率。',
      '仅对合计舍入到货币的最小单位。',
      '2023-12-30 当日：1000.00 GBP × 0% × 1 / 365 = 0.00 GBP。',
      '2023-12-31 当日：1000.00 GBP × 10% × 1 / 365 ≈ 0.273973 GBP。',
      '2024-01-01 当日：1000.00 GBP × 10% × 1 / 366 ≈ 0.273224 GBP。',
      '利率自 2023-12-31 起才有规定，此前不计利息的天数：1。',
    ])
  })

  it('says what is rounded, by span and by day', () => {
    const bySpan: InterestRate = { ...rate, rounding: 'span' }
    expect(say('2023-03-22', bySpan).slice(2)).toEqual([
      'The interest of each span is rounded to the currency, and the sum is that of the rounded amounts.',
      'From 2023-02-01 to 2023-03-22: 1000.00 GBP × 8.5% × 50 / 365, rounded, is 11.64 GBP.',
    ])
    expect(say('2023-03-22', bySpan, {}, zhCN).slice(2)).toEqual([
      '各段利息分别舍入到货币的最小单位，再相加。',
      '2023-02-01 至 2023-03-22：1000.00 GBP × 8.5% × 50 / 365，舍入后为 11.64 GBP。',
    ])
    const byDay: InterestRate = { ...rate, rounding: 'day' }
    expect(say('2023-03-22', byDay).slice(2)).toEqual([
      'The interest of one day is rounded to the currency, and counted for each day of a span.',
      'From 2023-02-01 to 2023-03-22: 1000.00 GBP × 8.5% / 365, rounded, is 0.23 GBP a day; × 50 = 11.50 GBP.',
    ])
    expect(say('2023-03-22', byDay, {}, zhCN).slice(2)).toEqual([
      '每日利息先舍入到货币的最小单位，再乘以该段天数。',
      '2023-02-01 至 2023-03-22：1000.00 GBP × 8.5% / 365，舍入后每日 0.23 GBP；× 50 = 11.50 GBP。',
    ])
    expect(say('2023-03-22', byDay, { currency: 'JPY', amount: '10000' }).at(-1)).toMatch(
      /10000 JPY × 8\.5% \/ 365, rounded, is 2 JPY a day; × 50 = 100 JPY\.$/,
    )
  })

  it('says that the rate of the first day stays, or the first one that begins later', () => {
    const first: InterestRate = { ...changing, stepsApply: 'first-day', steps: [{ from: '2023-01-01', percent: '10' }, ...changing.steps.slice(1)] }
    expect(say('2024-01-04', first, late)[2]).toBe('The rate in force on the day after the due date stays.')
    expect(say('2024-01-04', first, late, zhCN)[2]).toBe('到期日次日适用的利率此后不变。')
    const later: InterestRate = { ...changing, stepsApply: 'first-day' }
    expect(say('2024-01-04', later, late).slice(2)).toEqual([
      'No rate is in force on the day after the due date; the first one that begins later stays.',
      'Only the sum is rounded to the currency.',
      'On 2023-12-30: 1000.00 GBP × 0% × 1 / 365 = 0.00 GBP.',
      'On 2023-12-31: 1000.00 GBP × 10% × 1 / 365 ≈ 0.273973 GBP.',
      'From 2024-01-01 to 2024-01-04: 1000.00 GBP × 10% × 4 / 366 ≈ 1.092896 GBP.',
      'Days without interest, as the first step of the rate begins on 2023-12-31: 1.',
    ])
    expect(say('2024-01-04', later, late, zhCN)[2]).toBe('到期日次日尚无规定的利率，自首个利率起此后不变。')
    // On the day after the due date itself, the first step is in force.
    expect(say('2024-01-04', later, { ...late, due: '2023-12-30' })[2]).toBe('The rate in force on the day after the due date stays.')
  })

  it('says that nothing is overdue, and what was left out', () => {
    const paidLater = { applications: [{ date: '2023-02-01', type: 'payment', settles: '1' } as const] }
    expect(say('2023-01-31', rate, paidLater)).toEqual([
      'As of 2023-01-31, item INV-1, due on 2023-01-31, is not overdue and bears no interest.',
      'Payments and credits applied later than the day in question, left out: 1.',
    ])
    expect(say('2022-12-31', rate, {}, zhCN)).toEqual([
      '截至 2022-12-31，单据 INV-1（到期日 2023-01-31）未逾期，不计利息。',
      '单据日期 2023-01-01 晚于截止日。',
    ])
    expect(say('2022-12-31').at(-1)).toBe('The item is dated 2023-01-01, later than the day in question.')
    expect(say('2023-01-31', rate, paidLater, zhCN).at(-1)).toBe('晚于截止日冲抵的付款与贷项未计入：1 笔。')
  })

  it.each<readonly [what: string, more: Partial<OpenItem>]>([
    ['a credit note', { amount: '-1000' }],
    ['nothing', { amount: '0' }],
    ['what was paid in time', { applications: [{ date: '2023-01-31', type: 'payment', settles: '1000' }] }],
  ])('says of %s after its due date that it bears no interest, not that it is overdue', (_, more) => {
    expect(say('2023-02-01', rate, more)).toEqual(['As of 2023-02-01, 1 day after its due date 2023-01-31, item INV-1 bears no interest.'])
    expect(say('2023-02-01', rate, more, zhCN)).toEqual(['截至 2023-02-01，距到期日 2023-01-31 已 1 天，单据 INV-1 不计利息。'])
  })

  it('says of an item that is due before its date, and dated later, that it bears no interest', () => {
    const early = { date: '2023-03-01' }
    expect(say('2023-02-10', rate, early)).toEqual([
      'As of 2023-02-10, 10 days after its due date 2023-01-31, item INV-1 bears no interest.',
      'The item is dated 2023-03-01, later than the day in question.',
    ])
    expect(say('2023-02-10', rate, early, zhCN)[0]).toBe('截至 2023-02-10，距到期日 2023-01-31 已 10 天，单据 INV-1 不计利息。')
  })

  it('says of an item that was paid late, and bears no more since, what it came to', () => {
    const paid = { applications: [{ date: '2023-03-22', type: 'payment', settles: '1000' } as const] }
    expect(say('2023-12-31', rate, paid)[0]).toBe(
      'As of 2023-12-31, 334 days after its due date 2023-01-31, item INV-1 bears interest of 11.64 GBP under the rate "Statutory".',
    )
  })

  it('shows what is exact with the digits of the currency, what is not to six places, and tiny interest in full', () => {
    const last = (percent: string, amount = '1', more: Partial<InterestRate> = {}, currency = 'GBP') =>
      say('2023-02-01', { ...rate, ...more, steps: [{ from: '2023-01-01', percent }] }, { amount, currency }).at(-1)
    expect(last('36.5', '1000')).toBe('On 2023-02-01: 1000.00 GBP × 36.5% × 1 / 365 = 1.00 GBP.')
    expect(last('36.5', '12.50')).toBe('On 2023-02-01: 12.50 GBP × 36.5% × 1 / 365 = 0.0125 GBP.')
    expect(last('36.5', '15', {}, 'JPY')).toBe('On 2023-02-01: 15 JPY × 36.5% × 1 / 365 = 0.015 JPY.')
    expect(last('36.5', '0.001', {}, 'KWD')).toBe('On 2023-02-01: 0.001 KWD × 36.5% × 1 / 365 = 0.000001 KWD.')
    // 0.001234567 is exact, and has more than six places; 0.27396986… has fewer once it is rounded.
    expect(last('45.0616955')).toBe('On 2023-02-01: 1.00 GBP × 45.0616955% × 1 / 365 ≈ 0.001235 GBP.')
    expect(last('99.9990', '100')).toBe('On 2023-02-01: 100.00 GBP × 99.999% × 1 / 365 ≈ 0.273970 GBP.')
    expect(last('0.00000365')).toBe('On 2023-02-01: 1.00 GBP × 0.00000365% × 1 / 365 = 0.0000000001 GBP.')
    // As long as the text of interest may be, but cut short.
    expect(last('0.000000001')).toBe('On 2023-02-01: 1.00 GBP × 0.000000001% × 1 / 365 ≈ 0.00000000000002739726 GBP.')
    expect(last('0.000000000000000000000001')).toMatch(/ × 1 \/ 365 ≈ 0\.000000 GBP\.$/)
    const huge = `1${'0'.repeat(900)}`
    expect(last(huge, huge, { daysInYear: 360 })).toMatch(/^On 2023-02-01: 10+\.00 GBP × 10+% × 1 \/ 360 ≈ 27{1795}\.777778 GBP\.$/)
  })

  it('says = of what has six decimal places at most, and ≈ of what was cut short to six (against integers)', () => {
    const one = fc.record({
      units: fc.integer({ min: 1000, max: 10 ** 6 }),
      hundredths: fc.nat(5000),
      days: fc.integer({ min: 1, max: 700 }),
      daysInYear: fc.constantFrom(365 as const, 360 as const),
    })
    let exact = 0
    fc.assert(
      fc.property(one, ({ units, hundredths, days, daysInYear }) => {
        const under: InterestRate = { ...rate, daysInYear, steps: [{ from: '2023-01-01', percent: String(hundredths / 100) }] }
        const asOf = new Date(Date.UTC(2023, 0, 31 + days)).toISOString().slice(0, 10)
        const [, sign, places] = / ([=≈]) \d+\.(\d+) GBP\.$/.exec(say(asOf, under, { amount: (units / 100).toFixed(2) }).at(-1) as string) ?? []
        const isExact = (units * hundredths * days) % daysInYear === 0
        exact += Number(isExact)
        expect(sign).toBe(isExact ? '=' : '≈')
        if (!isExact) expect(places).toHaveLength(6)
      }),
      { numRuns: 200 },
    )
    expect(exact).toBeGreaterThan(0)
  })

  it('reads of a rate what is its own', () => {
    const { rounding, ...others } = { ...rate, rounding: 'day' as const, steps: [...steps, { from: '2023-06-01', percent: '9' }] }
    const inheriting = Object.assign(Object.create({ rounding, stepsApply: 'first-day', title: 'inherited' }), others)
    expect(say('2023-03-22', inheriting)).toEqual(say('2023-03-22', others))
    expect(say('2023-03-22', others)[2]).toBe('Each day has the rate of that day.')
  })

  it('refuses interest that the rate of the same version no longer makes, and what contradicts itself', () => {
    const interest = lateInterest(item, rate, { asOf: '2023-03-22' })
    const [span] = interest.spans
    const found = (changed: object, under: InterestRate = rate) => issuesOf(() => explainLateInterest({ ...interest, ...changed }, under))
    const ofSpan = (key: string) => ['outdated-input', ['interest', 'spans', 0, key]]
    expect(found({}, { ...rate, steps: [{ from: '2023-01-01', percent: 9 }] })).toEqual([ofSpan('percent')])
    expect(found({}, { ...rate, daysInYear: 360 })).toEqual([ofSpan('daysInYear')])
    expect(explainLateInterest(interest, { ...rate, daysInYear: 'actual' }).sentences[3]).toMatch(/ \/ 365 ≈ /)
    expect(found({}, { ...rate, rounding: 'span' })).toEqual([ofSpan('interest')])
    expect(found({}, { ...rate, rounding: 'day' })).toEqual([ofSpan('interest')])
    expect(found({ spans: [{ ...span, interest: '11.643836' }] })).toEqual([ofSpan('interest')])
    expect(found({ spans: [{ ...span, to: '2023-03-23' }] })).toEqual([ofSpan('days')])
    expect(found({ daysOverdue: 0 })).toEqual([['outdated-input', ['interest', 'daysOverdue']]])
    expect(found({ daysOverdue: 0, asOf: '2023-01-31' })).toEqual([['outdated-input', ['interest', 'spans']]])
    expect(found({ daysOverdue: 0, diagnoses: [{ code: 'item-after-as-of', params: { date: '2024-01-01' } }] })).toEqual([
      ['outdated-input', ['interest', 'spans']],
    ])
  })

  it('refuses interest that another rate made, and what is none', () => {
    const interest = lateInterest(item, rate, { asOf: '2023-03-22' })
    expect(issuesOf(() => explainLateInterest(interest, { ...rate, id: 'other' }))).toEqual([['other-policy', ['interest', 'policies']]])
    expect(issuesOf(() => explainLateInterest(interest, { ...rate, steps: [{ from: '2023-01-01', percent: -1 }] }))).toEqual([
      ['too-small', ['rate', 'steps', 0, 'percent']],
    ])
    const [span] = interest.spans
    const bad = {
      ...interest,
      interest: undefined,
      spans: [{ ...span, days: 0, daysInYear: 0, percent: 8.5 }],
      diagnoses: [{ code: 'days-before-first-rate', params: { days: -1 } }],
    }
    expect(issuesOf(() => explainLateInterest(bad as never, rate))).toEqual([
      ['missing', ['interest', 'interest']],
      ['too-small', ['interest', 'spans', 0, 'days']],
      ['wrong-type', ['interest', 'spans', 0, 'percent']],
      ['too-small', ['interest', 'spans', 0, 'daysInYear']],
      ['too-small', ['interest', 'diagnoses', 0, 'params', 'days']],
      ['missing', ['interest', 'diagnoses', 0, 'params', 'from']],
    ])
  })
})
