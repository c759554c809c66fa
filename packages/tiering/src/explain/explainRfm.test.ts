import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { explainRfm } from '../explain.js'
import { type Rfm, type RfmScheme, scoreRfm, type Transaction } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { textbookRfm } from '../templates.js'

const asOf = '2024-03-31'
const sentencesOf = (rfm: Rfm, scheme: RfmScheme, customer: string, locale = en): readonly string[] | undefined =>
  explainRfm(rfm, scheme, locale).customers.find((one) => one.customer === customer)?.sentences

const transactions: Transaction[] = [
  { customer: 'Li', date: '2024-03-20', amount: '500' },
  { customer: 'Li', date: '2024-03-25', amount: '-40.50' },
  { customer: 'Wu', date: '2024-01-05', amount: '200' },
  { customer: 'Wu', date: '2024-02-05', amount: '300' },
  { customer: 'Xu', date: '2023-11-30', amount: '80' },
  { customer: 'Ye', date: '2024-03-30', amount: '-7' },
  { customer: 'Ye', date: '2024-04-01', amount: '9' },
  { customer: '', date: '2024-03-30', amount: '-7' },
]
const thirds = {
  kind: 'rfm-scheme',
  id: 'by-thirds',
  version: 1,
  currency: 'CNY',
  bins: 3,
  segments: [
    { id: 'best', title: { en: 'the best', 'zh-CN': '优质客户' }, r: [3, 3], m: [2, 3], action: { en: 'thank them', 'zh-CN': '致谢' } },
    { id: 'to-win-back', r: [1, 2], f: [2, 3] },
    { id: 'nobody', r: [3, 3], f: [3, 3], m: [1, 1] },
  ],
} as const satisfies RfmScheme
const rfm = deepFreeze(scoreRfm(transactions, thirds, { asOf, invalid: 'collect' }))

describe('explainRfm', () => {
  it('says in English how customers score, in which segments they are, and what a better score takes', () => {
    const { sentences, customers } = explainRfm(rfm, thirds)
    expect(sentences).toEqual([
      'Recency, frequency and monetary value as of 2024-03-31 under the scheme "by-thirds", each scored from 1 to 3; customers: 4.',
      'Monetary value is the sum of purchases less refunds.',
      'Each measure divides the customers into groups that are as equal in size as customers with equal values, who score alike, allow.',
      'Segment "the best": customers: 1, 25% of all; value: 459.50 CNY, 44.5% of the total. What to do: thank them.',
      'Segment "to-win-back": customers: 2, 50% of all; value: 580.00 CNY, 56.17% of the total.',
      'In no segment: customers: 1, 25% of all; value: −7.00 CNY, −0.68% of the total.',
      'Segments without customers: nobody.',
      'Rows left out because something is wrong with them: 1; rows read: 7. Scores and shares are of the others.',
      'Transactions dated later than the day in question, left out: 1.',
      'Customers without purchases, whose recency and frequency score 1: 1.',
      'Customers in no segment: 1.',
    ])
    expect(customers).toEqual([
      {
        customer: 'Li',
        sentences: [
          'Customer Li is in the segment "the best" with the scores 322. What to do: thank them.',
          'Recency 3 of 3: 11 days since the last purchase, which is fewer than 55 days.',
          'Frequency 2 of 3: purchases: 1, which is 1 or more; 2 or more would score 3.',
          'Monetary value 2 of 3: 459.50 CNY, which is 80.00 CNY or more; 500.00 CNY or more would score 3.',
        ],
      },
      {
        customer: 'Wu',
        sentences: [
          'Customer Wu is in the segment "to-win-back" with the scores 233.',
          'Recency 2 of 3: 55 days since the last purchase, which is fewer than 122 days; fewer than 55 days would score 3.',
          'Frequency 3 of 3: purchases: 2, which is 2 or more.',
          'Monetary value 3 of 3: 500.00 CNY, which is 500.00 CNY or more.',
        ],
      },
      {
        customer: 'Xu',
        sentences: [
          'Customer Xu is in the segment "to-win-back" with the scores 122.',
          'Recency 1 of 3: 122 days since the last purchase; fewer than 122 days would score 2.',
          'Frequency 2 of 3: purchases: 1, which is 1 or more; 2 or more would score 3.',
          'Monetary value 2 of 3: 80.00 CNY, which is 80.00 CNY or more; 500.00 CNY or more would score 3.',
        ],
      },
      {
        customer: 'Ye',
        sentences: [
          'Customer Ye is in no segment with the scores 111.',
          'Recency 1 of 3: there are no purchases.',
          'Frequency 1 of 3: purchases: 0; 1 or more would score 2.',
          'Monetary value 1 of 3: −7.00 CNY; 80.00 CNY or more would score 2.',
        ],
      },
    ])
  })

  it('says it in Chinese', () => {
    const { sentences, customers } = explainRfm(rfm, thirds, zhCN)
    expect(sentences).toEqual([
      '截至 2024-03-31，按方案“by-thirds”就最近一次消费 R、消费频率 F、消费金额 M 各评 1 至 3 分；客户：4 家。',
      '消费金额为购买合计减去退款。',
      '每项指标将客户分为人数尽量相等的各组；数值相同的客户得分相同。',
      '细分“优质客户”：客户 1 家，占全部客户的 25%；价值 459.50 CNY，占总额的 44.5%。措施：致谢。',
      '细分“to-win-back”：客户 2 家，占全部客户的 50%；价值 580.00 CNY，占总额的 56.17%。',
      '不属于任何细分的客户：1 家，占全部客户的 25%；价值 −7.00 CNY，占总额的 −0.68%。',
      '没有客户的细分：nobody。',
      '因有错误而未计入的行：1 行；读入：7 行。得分与占比仅就其余的行而言。',
      '晚于截止日、未计入的交易：1 笔。',
      '没有购买、最近一次消费 R 与消费频率 F 均得 1 分的客户：1 家。',
      '不属于任何细分的客户：1 家。',
    ])
    expect(customers.map((one) => one.sentences).slice(1)).toEqual([
      [
        '客户 Wu 属于细分“to-win-back”，得分 233。',
        '最近一次消费 R 2 分（满分 3 分）：距最近一次购买 55 天，少于 122 天；少于 55 天可得 3 分。',
        '消费频率 F 3 分（满分 3 分）：购买 2 次，不少于 2 次。',
        '消费金额 M 3 分（满分 3 分）：500.00 CNY，不低于 500.00 CNY。',
      ],
      [
        '客户 Xu 属于细分“to-win-back”，得分 122。',
        '最近一次消费 R 1 分（满分 3 分）：距最近一次购买 122 天；少于 122 天可得 2 分。',
        '消费频率 F 2 分（满分 3 分）：购买 1 次，不少于 1 次；达到 2 次可得 3 分。',
        '消费金额 M 2 分（满分 3 分）：80.00 CNY，不低于 80.00 CNY；达到 500.00 CNY 可得 3 分。',
      ],
      [
        '客户 Ye 不属于任何细分，得分 111。',
        '最近一次消费 R 1 分（满分 3 分）：没有购买。',
        '消费频率 F 1 分（满分 3 分）：购买 0 次；达到 1 次可得 2 分。',
        '消费金额 M 1 分（满分 3 分）：−7.00 CNY；达到 80.00 CNY 可得 2 分。',
      ],
    ])
  })

  it('says means, rounded to two decimal places or to as many as tell them from a cut, and that there is none', () => {
    const means: RfmScheme = { ...thirds, currency: undefined, monetary: { measure: 'net', statistic: 'mean' }, segments: [] }
    const amounts = { a: ['10', '10', '11'], b: ['10', '10', '10.999'], c: ['5'], d: ['-1'] }
    const rows = Object.entries(amounts).flatMap(([customer, list]) => list.map((amount) => ({ customer, date: '2024-03-01', amount })))
    const scored = scoreRfm(rows, means, { asOf })
    expect(scored.customers.map(({ monetary, m }) => `${monetary} ${m}`)).toEqual(['10.333333333333 3', '10.333 2', '5 1', 'null 1'])
    const { sentences, customers } = explainRfm(scored, means)
    expect(sentences[1]).toBe('Monetary value is the sum of purchases less refunds, divided by the number of purchases; it may be shown rounded.')
    expect(customers.map((one) => one.sentences[3])).toEqual([
      'Monetary value 3 of 3: 10.33, which is 10.33 or more.',
      'Monetary value 2 of 3: 10.333, which is 10.333 or more; 10.3333 or more would score 3.',
      'Monetary value 1 of 3: 5; 10.33 or more would score 2.',
      'Monetary value 1 of 3: there are no purchases, and so no mean.',
    ])
    expect(sentencesOf(scored, means, 'd', zhCN)?.[3]).toBe('消费金额 M 1 分（满分 3 分）：没有购买，因此没有平均金额。')
  })

  it("says by which rule: R's, with fractions of days, or fixed cuts, some of which are out of reach", () => {
    const summaries = [10, 11, 12, 30].map((recencyDays, index) => ({ customer: `c${index}`, recencyDays, frequency: 2, monetary: 5 }))
    const compatible: RfmScheme = { ...thirds, currency: undefined, compatible: 'r-rfm', bins: 4, monetary: { measure: 'gross', statistic: 'sum' } }
    const asInR = scoreRfm(summaries, compatible, { asOf })
    expect(explainRfm(asInR, compatible).sentences.slice(1, 3)).toEqual([
      'Monetary value is the sum of purchases; refunds do not count.',
      "Scores change at quantiles of type 7 plus 1, as in R's package rfm.",
    ])
    expect(sentencesOf(asInR, compatible, 'c1')).toEqual([
      'Customer c1 is in no segment with the scores 411.',
      'Recency 4 of 4: 11 days since the last purchase, which is fewer than 11.75 days.',
      'Frequency 1 of 4: purchases: 2; 3 or more would score 4.',
      'Monetary value 1 of 4: 5; 6 or more would score 4.',
    ])
    const unsegmented = scoreRfm(
      summaries.map((one) => ({ ...one, monetary: -1 })),
      { ...compatible, segments: [] },
      { asOf },
    )
    expect(explainRfm(unsegmented, { ...compatible, segments: [] }, zhCN).sentences[3]).toBe(
      '不属于任何细分的客户：4 家，占全部客户的 100%；价值 −4。',
    )
    const { bins: _, ...others } = thirds
    const fixed: RfmScheme = {
      ...others,
      cuts: { recency: [0, '20.5'], frequency: [-1, 3], monetary: ['4.999', 5] },
      monetary: { measure: 'gross', statistic: 'mean' },
    }
    const cut = scoreRfm(summaries, fixed, { asOf })
    expect(explainRfm(cut, fixed, zhCN).sentences.slice(1, 3)).toEqual([
      '消费金额为每次购买的平均金额，不计退款，显示时可能经过舍入。',
      '得分按方案固定的界限划分。',
    ])
    expect(sentencesOf(cut, fixed, 'c1')).toEqual([
      'Customer c1 is in the segment "to-win-back" with the scores 223.',
      'Recency 2 of 3: 11 days since the last purchase, which is fewer than 20.5 days.',
      'Frequency 2 of 3: purchases: 2, which is 1 or more; 3 or more would score 3.',
      'Monetary value 3 of 3: 5.00 CNY, which is 5.00 CNY or more.',
    ])
  })

  it('says of fixed cuts that nobody passes one of them without a purchase', () => {
    const fixed = { ...thirds, bins: undefined, cuts: { recency: [5, 9], frequency: [0, '2.5'], monetary: [0, 1] } } as RfmScheme
    const scored = scoreRfm(transactions, fixed, { asOf, invalid: 'collect' })
    const frequencyOf = (customer: string, locale = en): unknown => sentencesOf(scored, fixed, customer, locale)?.[2]
    expect(frequencyOf('Ye')).toBe('Frequency 1 of 3: purchases: 0; 1 or more would score 2.')
    expect(frequencyOf('Li')).toBe('Frequency 2 of 3: purchases: 1, which is 1 or more; 2.5 or more would score 3.')
    expect(frequencyOf('Ye', zhCN)).toBe('消费频率 F 1 分（满分 3 分）：购买 0 次；达到 1 次可得 2 分。')
    expect(explainRfm(scored, fixed, zhCN).sentences).toContain('没有购买、最近一次消费 R 与消费频率 F 均得 1 分的客户：1 家。')
  })

  it("says R's cuts as they are where rounding would put values on their other side", () => {
    const rule = { ...thirds, bins: 5, compatible: 'r-rfm', segments: [] } as RfmScheme
    const summaries = [1, 1, 2, 2, 3, 4, 4, 5, 6, 7, 8].map((frequency, index) => ({ customer: `c${index}`, recencyDays: 5, frequency, monetary: 1 }))
    const scored = scoreRfm(summaries, rule, { asOf })
    expect(sentencesOf(scored, rule, 'c7')?.[2]).toBe('Frequency 3 of 5: purchases: 5, which is 4 or more; 5.000000000000001 or more would score 4.')
  })

  it('says a code of more than nine scores, and leaps over scores that nobody has', () => {
    const wide = { ...textbookRfm, bins: 12 } as RfmScheme
    const summaries = [1, 2, 2, 2].map((frequency, index) => ({ customer: `c${index}`, recencyDays: 5, frequency, monetary: index }))
    const scored = scoreRfm(summaries, wide, { asOf })
    expect(sentencesOf(scored, wide, 'c0')?.slice(0, 3)).toEqual([
      'Customer c0 is in the segment "others" with the scores 12-1-1. What to do: the usual service.',
      'Recency 12 of 12: 5 days since the last purchase.',
      'Frequency 1 of 12: purchases: 1; 2 or more would score 12.',
    ])
    expect(explainRfm(scored, wide).sentences.slice(-3)).toEqual([
      'All values of recency are alike: they score 12.',
      'Nobody has some of the scores of frequency: of 12, so many occur: 2.',
      'Nobody has some of the scores of monetary value: of 12, so many occur: 4.',
    ])
    expect(explainRfm(scored, wide, zhCN).sentences.slice(-2, -1)).toEqual(['消费频率 F 有些分数无人取得：12 个分数中出现 2 个。'])
  })

  it('says what is to be known of a book that is empty, or odd', () => {
    expect(explainRfm(scoreRfm([], thirds, { asOf }), thirds)).toEqual({
      sentences: [
        'Recency, frequency and monetary value as of 2024-03-31 under the scheme "by-thirds", each scored from 1 to 3; customers: 0.',
        'Monetary value is the sum of purchases less refunds.',
        'Each measure divides the customers into groups that are as equal in size as customers with equal values, who score alike, allow.',
        'There are no customers.',
      ],
      customers: [],
    })
    const refunded = scoreRfm(transactions.slice(5, 6), thirds, { asOf })
    expect(explainRfm(refunded, thirds).sentences.slice(3)).toEqual([
      'In no segment: customers: 1, 100% of all; value: −7.00 CNY.',
      'Segments without customers: the best, to-win-back, nobody.',
      'There is only one customer, Ye.',
      'Customers without purchases, whose recency and frequency score 1: 1.',
      'All values of frequency are alike: they score 1.',
      'All values of monetary value are alike: they score 3.',
      'Customers in no segment: 1.',
      'The total, −7.00 CNY, is not above 0: nothing is a share of it.',
    ])
    const returned = scoreRfm([...transactions.slice(0, 1), { customer: 'Li', date: '2024-03-30', amount: -500 }], thirds, { asOf })
    expect(explainRfm(returned, thirds).sentences[3]).toBe('Segment "the best": customers: 1, 100% of all; value: 0.00 CNY. What to do: thank them.')
  })

  const issues = (changed: unknown, scheme: unknown = thirds): unknown => issuesOf(() => explainRfm(changed as never, scheme as never))

  it('refuses what is no result, what is no scheme, and the result of another', () => {
    expect(issues(7)).toEqual([['wrong-type', ['rfm']]])
    expect(issues(rfm, { ...thirds, bins: 1 })).toEqual([['too-small', ['scheme', 'bins']]])
    expect(issues(rfm, { ...thirds, version: 2 })).toEqual([['other-policy', ['rfm', 'policies']]])
  })

  it('refuses that of a scheme that was changed without a new version', () => {
    expect(issues(rfm, { ...thirds, bins: 4 })).toEqual(
      ['recency', 'frequency', 'monetary'].map((measure) => ['wrong-length', ['rfm', 'cuts', measure]]),
    )
    expect(issues(rfm, { ...thirds, currency: 'EUR' })).toEqual([['outdated-input', ['rfm', 'currency']]])
    expect(issues(rfm, { ...thirds, segments: thirds.segments.slice(1) })).toEqual([['wrong-length', ['rfm', 'segments']]])
    const [best, ...others] = thirds.segments
    expect(issues(rfm, { ...thirds, segments: [{ ...best, f: [3, 3] }, ...others] })).toEqual([
      ['outdated-input', ['rfm', 'customers', 0, 'segment']],
    ])
    const fixed = { ...thirds, bins: undefined, cuts: { recency: [55, 122], frequency: [1, 2], monetary: ['80', '500.00'] } }
    expect(issues(rfm, fixed)).toBe('nothing was thrown')
    expect(issues(rfm, { ...fixed, cuts: { ...fixed.cuts, monetary: [80, 501], recency: [54, 122] } })).toEqual([
      ['outdated-input', ['rfm', 'cuts', 'recency', 0]],
      ['outdated-input', ['rfm', 'cuts', 'monetary', 1]],
    ])
  })

  it('refuses scores that the values do not have', () => {
    const [first, ...others] = rfm.customers
    const changed = (change: object): unknown => issues({ ...rfm, customers: [{ ...first, ...change }, ...others] })
    expect(changed({ recencyDays: 60 })).toEqual([['outdated-input', ['rfm', 'customers', 0, 'r']]])
    expect(changed({ frequency: 7 })).toEqual([['outdated-input', ['rfm', 'customers', 0, 'f']]])
    expect(changed({ monetary: '500.00' })).toEqual([['outdated-input', ['rfm', 'customers', 0, 'm']]])
    expect(changed({ monetary: '79.99' })).toEqual([['outdated-input', ['rfm', 'customers', 0, 'm']]])
    expect(changed({ monetary: null })).toEqual([['outdated-input', ['rfm', 'customers', 0, 'm']]])
    expect(changed({ code: '333' })).toEqual([['outdated-input', ['rfm', 'customers', 0, 'code']]])
    expect(changed({ segment: null })).toEqual([['outdated-input', ['rfm', 'customers', 0, 'segment']]])
  })

  const amounts = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom('0.1', '33.33', '-0.005', '1e20'))
  const books = fc.array(
    fc.record({
      customer: fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__'),
      date: fc.constantFrom('2024-03-31', '2024-03-30', '2024-02-29', '2023-03-31', '2024-04-01'),
      amount: amounts,
    }),
    { maxLength: 25 },
  )
  const segments = [
    { id: 'x', r: [2, 2], m: [1, 1] },
    { id: 'y', f: [1, 2] },
  ] as const
  const schemes: fc.Arbitrary<RfmScheme> = fc
    .record({
      by: fc.oneof(
        fc.record({ bins: fc.integer({ min: 2, max: 12 }), compatible: fc.constantFrom(undefined, 'r-rfm' as const) }),
        fc.constant({ cuts: { recency: ['0.5', 31], frequency: [1, '2.00000000000000000001'], monetary: ['0.333333333333333', 5] } }),
      ),
      monetary: fc.record({
        measure: fc.constantFrom('net' as const, 'gross' as const),
        statistic: fc.constantFrom('sum' as const, 'mean' as const),
      }),
      currency: fc.constantFrom(undefined, 'CNY', 'JPY'),
    })
    .map(({ by, ...one }) => ({ kind: 'rfm-scheme', id: 'random', version: 1, segments, ...one, ...by }) as RfmScheme)

  it('has whole sentences in both languages for any book, and refuses with issues what was changed', () => {
    let refused = 0
    const results = fc.tuple(books, schemes).map(([rows, scheme]) => ({ scheme, result: scoreRfm(rows, scheme, { asOf }) }))
    fc.assert(
      fc.property(
        results.chain((one) => spoil(one.result).map((changed) => ({ ...one, changed }))),
        ({ scheme, result, changed }) => {
          const revived = JSON.parse(JSON.stringify(result)) as Rfm
          const [english, chinese] = [explainRfm(revived, scheme), explainRfm(revived, scheme, zhCN)]
          expect(chinese.sentences).toHaveLength(english.sentences.length)
          for (const { sentences } of [english, chinese, ...english.customers, ...chinese.customers])
            for (const text of sentences) expect(text).not.toMatch(/undefined|NaN|null|[{]\w+[}]/)
          try {
            const { sentences, customers } = explainRfm(changed as never, scheme)
            for (const text of [sentences, ...customers.map((one) => one.sentences)].flat()) expect(text).not.toMatch(/undefined|NaN|[{]\w+[}]/)
          } catch (error) {
            if (!isInputError(error)) throw error
            refused += 1
          }
        },
      ),
      { numRuns: 100 },
    )
    expect(refused).toBeGreaterThan(40)
  })

  it('says truly what would score better', () => {
    let compared = 0
    fc.assert(
      fc.property(books, schemes, (rows, scheme) => {
        const scored = scoreRfm(rows, scheme, { asOf })
        const { customers } = explainRfm(scored, scheme)
        scored.customers.forEach(({ recencyDays, frequency, r, f }, index) => {
          const [, recency = '', purchases = ''] = customers[index]?.sentences ?? []
          const [, under] = /which is fewer than (\S+) day/.exec(recency) ?? []
          const [, fewer, betterR] = /; fewer than (\S+) days? would score (\d+)/.exec(recency) ?? []
          if (under !== undefined) expect(recencyDays).toBeLessThan(Number(under))
          if (fewer !== undefined) {
            // Whoever has just fewer days scores what is said, if anybody does.
            const bound = Number(fewer)
            expect(recencyDays).toBeGreaterThanOrEqual(bound)
            expect(Number(betterR)).toBeGreaterThan(r)
            const nearest = scored.customers.filter((one) => one.recencyDays !== null && one.recencyDays < bound)
            for (const one of nearest) expect(one.r).toBeGreaterThanOrEqual(Number(betterR))
          }
          const [, more, betterF] = /; (\S+) or more would score (\d+)/.exec(purchases) ?? []
          if (more === undefined) return
          expect(frequency).toBeLessThan(Number(more) + 1e-9)
          expect(Number(betterF)).toBeGreaterThan(f)
          const beyond = scored.customers.filter((one) => one.frequency >= Number(more) + 1e-9)
          for (const one of beyond) expect(one.f).toBeGreaterThanOrEqual(Number(betterF))
          compared += 1
        })
      }),
      { numRuns: 100 },
    )
    expect(compared).toBeGreaterThan(50)
  })
})
