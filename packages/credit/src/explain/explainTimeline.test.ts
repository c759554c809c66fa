import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainTimeline } from '../explain.js'
import { type CreditTerms, parseTerms, termsTimeline } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { textbookTerms } from '../templates.js'

const invoice = { id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY', tax: '1000' }
const timeline = termsTimeline(invoice, textbookTerms)
const say = (terms: CreditTerms, locale = zhCN, of = invoice) => explainTimeline(termsTimeline(of, terms), terms, locale).sentences

describe('explainTimeline', () => {
  it('says in English what is payable when (textbook S1)', () => {
    expect(explainTimeline(timeline, textbookTerms).sentences).toEqual([
      'Invoice INV-1 of 10000.00 CNY under the terms "2% within 15 days, 1% within 20 days, net 30 days": days count from 2024-03-01, and it is due on 2024-03-31.',
      'If paid by 2024-03-16: 9800.00 CNY, after a discount of 2% (200.00 CNY).',
      'If paid from 2024-03-17 to 2024-03-21: 9900.00 CNY, after a discount of 1% (100.00 CNY).',
      'If paid from 2024-03-22 to 2024-03-31: 10000.00 CNY, without a discount.',
    ])
  })

  it('says it in Chinese', () => {
    expect(say(textbookTerms)).toEqual([
      '发票 INV-1，金额 10000.00 CNY，信用条件为“15 天内付款折扣 2%，20 天内折扣 1%，信用期限 30 天”：自 2024-03-01 起算，到期日为 2024-03-31。',
      '2024-03-16 及之前付款：应付 9800.00 CNY，现金折扣 2%（200.00 CNY）。',
      '2024-03-17 至 2024-03-21 付款：应付 9900.00 CNY，现金折扣 1%（100.00 CNY）。',
      '2024-03-22 至 2024-03-31 付款：应付 10000.00 CNY，没有现金折扣。',
    ])
  })

  it('says of a window of one day that it is one, and calls terms without a title by their id', () => {
    const terms = parseTerms('2/1, 1/2, N/3')
    expect(explainTimeline(termsTimeline(invoice, terms), terms).sentences).toEqual([
      'Invoice INV-1 of 10000.00 CNY under the terms "2/1, 1/2, N/3": days count from 2024-03-01, and it is due on 2024-03-04.',
      'If paid by 2024-03-02: 9800.00 CNY, after a discount of 2% (200.00 CNY).',
      'If paid on 2024-03-03: 9900.00 CNY, after a discount of 1% (100.00 CNY).',
      'If paid on 2024-03-04: 10000.00 CNY, without a discount.',
    ])
    expect(say(terms).at(-1)).toBe('2024-03-04 当日付款：应付 10000.00 CNY，没有现金折扣。')
    expect(say(parseTerms('N/0')).slice(1)).toEqual(['2024-03-01 及之前付款：应付 10000.00 CNY，没有现金折扣。'])
  })

  it('says what a discount is taken off, and shows negative amounts with a minus sign', () => {
    const terms = { ...textbookTerms, discountBase: 'net-of-tax' as const }
    expect(explainTimeline(termsTimeline({ ...invoice, amount: '-10000', tax: '-1000' }, terms), terms).sentences[1]).toBe(
      'If paid by 2024-03-16: −9820.00 CNY, after a discount of 2% of the amount without tax (−180.00 CNY).',
    )
    expect(say(terms)[1]).toBe('2024-03-16 及之前付款：应付 9820.00 CNY，现金折扣为不含税金额的 2%（180.00 CNY）。')
  })

  it('leaves an id as it is, whatever it looks like', () => {
    expect(say(textbookTerms, zhCN, { ...invoice, id: '{amount}-$&' })[0]).toMatch(/^发票 \{amount\}-\$&，金额 10000/)
  })

  it('refuses a timeline that other terms made, and what is none', () => {
    expect(issuesOf(() => explainTimeline(timeline, { ...textbookTerms, version: 2 }))).toEqual([['other-policy', ['timeline', 'policies']]])
    expect(issuesOf(() => explainTimeline(null as never, { ...textbookTerms, netDays: -1 }))).toEqual([
      ['too-small', ['terms', 'netDays']],
      ['wrong-type', ['timeline']],
    ])
    expect(issuesOf(() => explainTimeline({} as never, textbookTerms))).toEqual(
      [...['invoice', 'currency', 'amount', 'start', 'due', 'windows'], 'policies'].map((key) => ['missing', ['timeline', key]]),
    )
    const [first, ...others] = timeline.windows
    const windows = [{ ...first, payable: 9800, to: '2024-02-30' }, ...others, undefined]
    expect(issuesOf(() => explainTimeline({ ...timeline, amount: '1e4', windows } as never, textbookTerms))).toEqual([
      ['not-a-decimal', ['timeline', 'amount']],
      ['not-a-calendar-date', ['timeline', 'windows', 0, 'to']],
      ['wrong-type', ['timeline', 'windows', 0, 'payable']],
      ['missing', ['timeline', 'windows', 3]],
    ])
    expect(issuesOf(() => explainTimeline(Object.create(timeline), textbookTerms))).toHaveLength(7)
  })
})
