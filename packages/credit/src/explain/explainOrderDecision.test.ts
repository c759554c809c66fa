import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainOrderDecision } from '../explain.js'
import {
  type CreditAccount,
  type CreditOrder,
  decideOrder,
  type OrderCase,
  type OrderDecision,
  type OrderPolicy,
  type ReleaseRule,
} from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const asOf = '2024-03-31'
const policy: OrderPolicy = {
  kind: 'order-policy',
  id: 'house',
  version: 1,
  title: { en: 'House rules', 'zh-CN': '公司规定' },
  exposure: { count: ['receivables', 'orders', 'deposits'] },
  breaches: { 'over-limit': 'hold', overdue: { days: 30, response: 'hold' }, 'account-blocked': 'refuse' },
  release: [
    { breach: 'over-limit', role: 'sales', upToPercentOverLimit: '10', validFor: 'P14D' },
    { breach: 'over-limit', role: 'credit', validFor: 'P14D' },
    { breach: 'overdue', role: 'credit', validFor: 'P7D' },
  ],
  roles: [{ id: 'sales', title: { en: 'sales manager', 'zh-CN': '销售经理' } }],
}
const item = { id: 'INV-1', customer: 'C-1', date: '2024-01-01', due: '2024-02-01', amount: '9000', currency: 'CNY' }
const fresh = { ...item, id: 'INV-2', due: '2024-04-30' }
const order: CreditOrder = { id: 'SO-1', customer: 'C-1', amount: '1800', currency: 'CNY' }
const account: OrderCase['account'] = { customer: 'C-1', currency: 'CNY', limit: { amount: '10000' }, items: [fresh], orders: [], deposits: [] }

const decide = (more: Partial<CreditAccount> = {}, under = policy, amount = '1800'): OrderDecision =>
  decideOrder({ order: { ...order, amount }, account: { ...account, ...more } as OrderCase['account'] }, under, { asOf })
const say = (more: Partial<CreditAccount> = {}, under = policy, locale = en, amount = '1800'): readonly string[] =>
  explainOrderDecision(decide(more, under, amount), under, locale).sentences
const both = (more: Partial<CreditAccount>, under = policy, amount = '1800') =>
  [say(more, under, en, amount), say(more, under, zhCN, amount)] as const
/** Where the sentences on the account begin, which come after those on breaches and releases. */
const accountAt = (said: readonly string[]): number => said.findIndex((one) => /^Without this order|^不含本订单/.test(one))
/** What is said in both languages of breaches and releases. */
const why = (more: Partial<CreditAccount>, under = policy, amount = '1800'): string[][] =>
  both(more, under, amount).map((said) => said.slice(1, accountAt(said)))
/** What is said in both languages of the limit and the diagnoses, after two sentences on parts. */
const limitAndMore = (more: Partial<CreditAccount>, under = policy, amount = '1800'): string[][] =>
  both(more, under, amount).map((said) => said.slice(accountAt(said) + 3))
const release = { order: 'SO-1', by: 'Li', role: 'credit', until: '2024-04-10' }

describe('explainOrderDecision', () => {
  it('says of an order that is held what it is about, what is left, what holds it and who may release it', () => {
    const [english, chinese] = both({ deposits: [{ amount: '100' }], company: 'Nord' })
    expect(english).toEqual([
      'As of 2024-03-31, order SO-1 of 1800.00 CNY from customer C-1 is held under the policy "House rules".',
      'Over the limit: the exposure of 8900.00 CNY and this order of 1800.00 CNY go beyond the limit of 10000.00 CNY by 700.00 CNY, which is 7% of it. This holds the order; on 2024-03-31 it may be released by: sales manager (valid until 2024-04-14), credit (valid until 2024-04-14).',
      'Without this order, the exposure is 8900.00 CNY.',
      'Company: Nord.',
      'Receivables: 9000.00 CNY.',
      'Deposits: 100.00 CNY, taken off.',
      'Counted, and nothing in them: Orders not yet delivered.',
      'The limit is 10000.00 CNY; 1100.00 CNY is left before this order.',
    ])
    expect(chinese).toEqual([
      '截至 2024-03-31，按政策“公司规定”，客户 C-1 的订单 SO-1（1800.00 CNY）暂缓执行。',
      '超出信用额度：信用敞口 8900.00 CNY 加本订单 1800.00 CNY，超出信用额度 10000.00 CNY 达 700.00 CNY，即额度的 7%。属暂缓事项；可于 2024-03-31 放行的角色：销售经理（有效期至 2024-04-14）、credit（有效期至 2024-04-14）。',
      '不含本订单的信用敞口为 8900.00 CNY。',
      '授信公司：Nord。',
      '应收账款：9000.00 CNY。',
      '保证金：抵减 100.00 CNY。',
      '计入但为零的项目：已接单未发货。',
      '信用额度为 10000.00 CNY；接受本订单前剩余 1100.00 CNY。',
    ])
  })

  it('says of an order that passes what is left after it', () => {
    expect(both({}, policy, '1000').map((said) => [said[0], said.slice(4)])).toEqual([
      [
        'As of 2024-03-31, order SO-1 of 1000.00 CNY from customer C-1 is approved under the policy "House rules".',
        ['The limit is 10000.00 CNY; 1000.00 CNY is left before this order, and 0.00 CNY after it.'],
      ],
      [
        '截至 2024-03-31，按政策“公司规定”，客户 C-1 的订单 SO-1（1000.00 CNY）予以批准。',
        ['信用额度为 10000.00 CNY；接受本订单前剩余 1000.00 CNY，接受后剩余 0.00 CNY。'],
      ],
    ])
  })

  it.each([
    ['no limit', { limit: { amount: null } }, ['The customer has credit without a limit.'], ['该客户的信用额度不设上限。']],
    [
      'nothing left',
      { limit: { amount: '9000' } },
      ['The limit is 9000.00 CNY; nothing is left before this order.'],
      ['信用额度为 9000.00 CNY；接受本订单前已无剩余。'],
    ],
    [
      'less than nothing left',
      { limit: { amount: 0 } },
      ['The limit is 0.00 CNY; it is exceeded by 9000.00 CNY before this order.'],
      ['信用额度为 0.00 CNY；接受本订单前已超出 9000.00 CNY。'],
    ],
  ])('says that there is %s', (_, more, english, chinese) => {
    expect(limitAndMore(more)).toEqual([english, chinese])
  })

  it('says where the limit does not matter', () => {
    const lax: OrderPolicy = { ...policy, breaches: { overdue: 'hold' } }
    expect(limitAndMore({}, lax)).toEqual([
      ['The limit is 10000.00 CNY; 1000.00 CNY is left before this order.', 'This order goes beyond the limit, which this policy does not check.'],
      ['信用额度为 10000.00 CNY；接受本订单前剩余 1000.00 CNY。', '本订单超出信用额度，该政策对此不作限制。'],
    ])
    expect(limitAndMore({ limit: { amount: '100' } }, lax)[0]).toEqual([
      'The limit is 100.00 CNY; it is exceeded by 8900.00 CNY before this order.',
      'This order goes beyond the limit, which this policy does not check.',
    ])
    const expired = { limit: { amount: '20000', validUntil: '2024-03-30' } }
    expect(both(expired).map((said) => said.at(-1))).toEqual([
      'The last day of the limit was 2024-03-30, which this policy does not check.',
      '信用额度的有效期至 2024-03-30，该政策对其到期不作限制。',
    ])
  })

  it('tells no share of a limit that is 0', () => {
    expect(why({ limit: { amount: 0 } })).toEqual([
      [
        'Over the limit: the exposure of 9000.00 CNY and this order of 1800.00 CNY go beyond the limit of 0.00 CNY by 10800.00 CNY. This holds the order; on 2024-03-31 it may be released by: credit (valid until 2024-04-14).',
      ],
      [
        '超出信用额度：信用敞口 9000.00 CNY 加本订单 1800.00 CNY，超出信用额度 0.00 CNY 达 10800.00 CNY。属暂缓事项；可于 2024-03-31 放行的角色：credit（有效期至 2024-04-14）。',
      ],
    ])
  })

  const hold = { response: 'hold' } as const
  const alone = (breaches: OrderPolicy['breaches']): OrderPolicy => ({ ...policy, breaches })
  it.each<readonly [string, OrderPolicy['breaches'], Partial<CreditAccount>, string, string]>([
    [
      'a limit that has expired',
      { 'limit-expired': 'hold' },
      { limit: { amount: '20000', validUntil: '2024-03-30' } },
      'Limit expired: its last day was 2024-03-30.',
      '信用额度到期：有效期至 2024-03-30。',
    ],
    [
      'what is overdue',
      { overdue: 'hold' },
      { items: [item, { ...item, id: 'INV-0' }, { ...fresh, amount: '-1' }] },
      'Overdue: 17999.00 CNY has been overdue for 1 day or longer, credits taken off; the oldest item for 59 days. Items: INV-0, INV-1.',
      '逾期：逾期满 1 天的金额扣除贷项后为 17999.00 CNY，最长逾期 59 天。单据：INV-0、INV-1。',
    ],
    [
      'what is overdue of a rule for 0 days, as what is due today is not',
      { overdue: [{ days: 0, minimumAmount: { CNY: '5', EUR: 7 }, ...hold }] },
      { items: [item] },
      'Overdue: 9000.00 CNY has been overdue for 1 day or longer, credits taken off, and the policy allows only less than 5.00 CNY; the oldest item for 59 days. Items: INV-1.',
      '逾期：逾期满 1 天的金额扣除贷项后为 9000.00 CNY，政策要求低于 5.00 CNY，最长逾期 59 天。单据：INV-1。',
    ],
    [
      'dunning',
      { 'dunning-level': { from: 2, ...hold } },
      { dunningLevel: 3 },
      'Dunning level: a letter of level 3 is not settled, and the policy allows none of level 2 or higher.',
      '催款级别：第 3 级催款函尚未了结，政策要求催款级别低于第 2 级。',
    ],
    [
      'guarantees',
      { 'guarantee-expired': 'hold' },
      {
        guarantees: [
          { amount: '5', validUntil: '2024-03-01' },
          { amount: '6', validUntil: '2024-03-30' },
        ],
      },
      'Guarantee expired: 2 in all, 11.00 CNY together; the latest ended on 2024-03-30.',
      '担保到期：2 笔，合计 11.00 CNY，最晚一笔于 2024-03-30 到期。',
    ],
    [
      'no report',
      { 'report-missing': 'hold' },
      {},
      'Report missing: there is no credit report on the customer.',
      '缺少信用调查报告：该客户没有信用调查报告。',
    ],
    [
      'no report where one so deep is asked for',
      { 'report-missing': { depth: 'in-depth', ...hold } },
      {},
      'Report missing: there is no credit report on the customer, and the policy asks at least for an in-depth report.',
      '缺少信用调查报告：该客户没有信用调查报告，政策要求至少有深度报告。',
    ],
    [
      'a report that is not deep enough',
      { 'report-missing': { depth: 'standard', ...hold } },
      { report: { depth: 'brief', date: '2024-03-01' } },
      'Report missing: there is only a brief report on the customer, and the policy asks at least for a standard report.',
      '缺少信用调查报告：该客户只有简明报告，政策要求至少有标准报告。',
    ],
    [
      'a report that is too old',
      { 'report-stale': 'hold' },
      { report: { depth: 'brief', date: '2023-03-30' } },
      'Report too old: the credit report of 2023-03-30 was valid until 2024-03-30.',
      '信用调查报告过期：2023-03-30 的报告有效期至 2024-03-30。',
    ],
    [
      'a grade that is not among those that will do',
      { 'below-standard': { grades: ['AA', 'A'], ...hold } },
      { grade: 'C' },
      'Below the credit standard: the grade is C, and the policy asks for one of these: AA, A.',
      '未达信用标准：等级为 C，政策要求的等级：AA、A。',
    ],
    [
      'a rating below the standard',
      { 'below-standard': 'hold' },
      { grade: { grade: 'C', meetsStandard: false } },
      'Below the credit standard: grade C does not meet it.',
      '未达信用标准：等级 C 不符合信用标准。',
    ],
    [
      'a customer without a grade, where that is not let pass',
      { 'below-standard': { grades: ['AA', 'A'], unknown: 'hold', response: 'refuse' } },
      {},
      'Credit standard not known to be met: the customer has no grade.',
      '不能确定达到信用标准：该客户没有信用等级。',
    ],
    [
      'a grade without a rating, where that is not let pass',
      { 'below-standard': { unknown: 'hold', response: 'refuse' } },
      { grade: 'A' },
      'Credit standard not known to be met: only the grade, A, is given.',
      '不能确定达到信用标准：只有等级 A。',
    ],
    [
      'an account that is blocked',
      { 'account-blocked': 'hold' },
      { blocked: true },
      'Account blocked: credit to the customer was stopped by hand.',
      '账户已冻结：已人工停止对该客户授信。',
    ],
  ])('says of %s all that is to be known', (_, breaches, more, english, chinese) => {
    const under = alone(breaches)
    expect(why(more, { ...under, release: [] })).toEqual([
      [`${english} This holds the order, and nobody may release it.`],
      [`${chinese}属暂缓事项，无人有权放行。`],
    ])
  })

  it('says of what refuses an order that nobody may release it, and of what would hold it not who may', () => {
    const said = both({ items: [item], blocked: true, releases: [{ ...release, role: 'sales' }] })
    expect(said.map((sentences) => sentences.slice(0, accountAt(sentences)))).toEqual([
      [
        'As of 2024-03-31, order SO-1 of 1800.00 CNY from customer C-1 is refused under the policy "House rules", and no release can change that.',
        expect.stringMatching(/8% of it\. Released by Li \(sales manager\), valid until 2024-04-10\.$/),
        expect.stringMatching(/Items: INV-1\. This alone would hold the order\.$/),
        expect.stringMatching(/stopped by hand\. This refuses the order, and nobody may release it\.$/),
        expect.stringMatching(/released by: credit\); what is refused cannot be released \(account blocked\)\.$/),
      ],
      [
        '截至 2024-03-31，按政策“公司规定”，客户 C-1 的订单 SO-1（1800.00 CNY）予以拒绝，不可放行。',
        expect.stringMatching(/即额度的 8%。已由 Li（销售经理）放行，有效期至 2024-04-10。$/),
        expect.stringMatching(/单据：INV-1。单凭此项，订单即须暂缓执行。$/),
        expect.stringMatching(/已人工停止对该客户授信。属拒绝事项，无人有权放行。$/),
        expect.stringMatching(/有权放行者：credit）；被拒绝的事项不可放行（账户已冻结）。$/),
      ],
    ])
  })

  it('says who may release everything, where several things hold an order', () => {
    const together = (...given: Parameters<typeof why>) => why(...given).map((said) => said.slice(2))
    expect(together({ items: [item] })).toEqual([
      ['All that holds the order may be released by: credit (valid until 2024-04-07).'],
      ['可放行全部暂缓事项的角色：credit（有效期至 2024-04-07）。'],
    ])
    const apart: OrderPolicy = { ...policy, release: [policy.release?.[0] as ReleaseRule, { breach: 'overdue', role: 'credit', validFor: 'P7D' }] }
    expect(together({ items: [item] }, apart)).toEqual([
      ['No role may release all that holds the order; several releases are needed.'],
      ['没有任何角色可单独放行全部暂缓事项，须分别放行。'],
    ])
    // No release can change a refusal.
    expect(together({ items: [item], blocked: true })[0]).toEqual([
      'Account blocked: credit to the customer was stopped by hand. This refuses the order, and nobody may release it.',
    ])
  })

  it('says that no release can let an order pass, where nobody may release one of several things', () => {
    const overdue = [
      { days: 30, response: 'hold' },
      { days: 5, response: 'hold' },
    ] as const
    const under: OrderPolicy = { ...policy, breaches: { ...policy.breaches, overdue, 'limit-expired': 'hold' }, release: policy.release?.slice(0, 2) }
    const limit = { amount: '10000', validUntil: '2024-03-30' }
    expect(why({ items: [item], limit }, under).map((said) => said.slice(4))).toEqual([
      ['No release can let this order pass, as nobody may release: limit expired, overdue.'],
      ['以下事项无人有权放行，因此该订单无法靠放行执行：信用额度到期、逾期。'],
    ])
    // Also where the others were released.
    const last = why({ items: [item], releases: [release] }, { ...under, breaches: policy.breaches })[0]?.[2]
    expect(last).toBe('No release can let this order pass, as nobody may release: overdue.')
    // What alone holds an order says it itself.
    expect(why({}, { ...policy, release: [] })[0]).toHaveLength(1)
  })

  it('says which releases let an order pass, until when and up to which amount', () => {
    const releases = [
      { ...release, by: 'Wang', role: 'sales', amount: '2000' },
      { ...release, until: '2024-04-05', amount: '1900.5' },
    ]
    expect(both({ items: [item], releases }).map((said) => said.slice(0, accountAt(said)))).toEqual([
      [
        'As of 2024-03-31, order SO-1 of 1800.00 CNY from customer C-1 is approved under the policy "House rules", as everything that held it was released.',
        'Over the limit: the exposure of 9000.00 CNY and this order of 1800.00 CNY go beyond the limit of 10000.00 CNY by 800.00 CNY, which is 8% of it. Released by Wang (sales manager), valid until 2024-04-10.',
        'Overdue: 9000.00 CNY has been overdue for 30 days or longer, credits taken off; the oldest item for 59 days. Items: INV-1. Released by Li (credit), valid until 2024-04-05.',
        'The order passes until 2024-04-05, up to 1800.00 CNY; the release that ends first is that of Li (credit).',
        'The release by Wang (sales manager, until 2024-04-10) does not cover everything: sales manager may not release "overdue" (may be released by: credit).',
      ],
      [
        '截至 2024-03-31，按政策“公司规定”，客户 C-1 的订单 SO-1（1800.00 CNY）的暂缓事项均已获放行，予以批准。',
        '超出信用额度：信用敞口 9000.00 CNY 加本订单 1800.00 CNY，超出信用额度 10000.00 CNY 达 800.00 CNY，即额度的 8%。已由 Wang（销售经理）放行，有效期至 2024-04-10。',
        '逾期：逾期满 30 天的金额扣除贷项后为 9000.00 CNY，最长逾期 59 天。单据：INV-1。已由 Li（credit）放行，有效期至 2024-04-05。',
        '订单可执行至 2024-04-05，金额以 1800.00 CNY 为限；最先到期的是 Li（credit）的放行。',
        'Wang（销售经理，有效期至 2024-04-10）的放行未涵盖全部事项：“销售经理”无权放行“逾期”（有权放行者：credit）。',
      ],
    ])
    // One release for everything is the first to end.
    expect(why({ items: [item], releases: [release] }).map((said) => said.slice(2))).toEqual([
      ['The order passes until 2024-04-10, up to 1800.00 CNY.'],
      ['订单可执行至 2024-04-10，金额以 1800.00 CNY 为限。'],
    ])
  })

  it('says of a release that it covers a part exactly where something was released by it', () => {
    // Of one breach with two rules the one is held and the other refused.
    const overdue = [
      { days: 30, response: 'hold' },
      { days: 50, response: 'refuse' },
    ] as const
    const twice: OrderPolicy = { ...policy, breaches: { overdue } }
    expect(why({ items: [item], releases: [release] }, twice).map((said) => said.at(-1))).toEqual([
      'The release by Li (credit, until 2024-04-10) does not cover everything: what is refused cannot be released (overdue).',
      'Li（credit，有效期至 2024-04-10）的放行未涵盖全部事项：被拒绝的事项不可放行（逾期）。',
    ])
    // What the first release does, the second need not.
    const sales = { ...release, by: 'Wang', role: 'sales' }
    expect(why({ items: [item], releases: [release, sales] }).map((said) => said.at(-1))).toEqual([
      'The release by Wang (sales manager, until 2024-04-10) does not count: sales manager may not release "overdue" (may be released by: credit).',
      'Wang（销售经理，有效期至 2024-04-10）的放行不予采纳：“销售经理”无权放行“逾期”（有权放行者：credit）。',
    ])
    // Two that are told alike, of which one is not for so large an order.
    expect(why({ releases: [{ ...release, amount: '1' }, release] })[0]?.at(-1)).toMatch(/^The release by Li .* does not count: it is for an order/)
  })

  it('counts releases for other orders, after those for this one', () => {
    const others = [
      { ...release, order: 'SO-2' },
      { ...release, until: '2024-03-01' },
      { ...release, order: 'SO-3' },
    ]
    expect(why({ releases: others }).map((said) => said.slice(1))).toEqual([
      ['The release by Li (credit, until 2024-03-01) does not count: it has expired.', 'Releases for other orders, not looked at: 2.'],
      ['Li（credit，有效期至 2024-03-01）的放行不予采纳：已到期。', '针对其他订单、未予考虑的放行：2 项。'],
    ])
  })

  it.each<readonly [string, Partial<CreditAccount>, OrderPolicy, string, string]>([
    [
      'is over, and was for less',
      { releases: [{ ...release, until: '2024-03-30', amount: '1799.99' }] },
      policy,
      'The release by Li (credit, until 2024-03-30) does not count: it has expired; it is for an order of 1799.99 CNY at most, and this one is of 1800.00 CNY.',
      'Li（credit，有效期至 2024-03-30）的放行不予采纳：已到期；所放行的订单金额以 1799.99 CNY 为限，而本订单为 1800.00 CNY。',
    ],
    [
      'is given later',
      { releases: [{ ...release, date: '2024-04-01' }] },
      policy,
      'The release by Li (credit, until 2024-04-10) does not count: it was given on 2024-04-01, later than the day in question.',
      'Li（credit，有效期至 2024-04-10）的放行不予采纳：放行日期 2024-04-01 晚于截止日。',
    ],
    [
      'is by a role that may not',
      { releases: [{ ...release, role: 'trainee' }] },
      { ...policy, release: [] },
      'The release by Li (trainee, until 2024-04-10) does not count: trainee may not release "over the limit" (nobody may release it).',
      'Li（trainee，有效期至 2024-04-10）的放行不予采纳：“trainee”无权放行“超出信用额度”（无人有权放行）。',
    ],
    [
      'is by a role that may not release so much',
      { limit: { amount: '9000' }, releases: [{ ...release, role: 'sales' }] },
      policy,
      'The release by Li (sales manager, until 2024-04-10) does not count: sales manager may release up to 10% over the limit, and this order goes beyond the limit by 1800.00 CNY, which is 20% of it (may be released by: credit).',
      'Li（销售经理，有效期至 2024-04-10）的放行不予采纳：“销售经理”可放行的超额以额度的 10% 为限，而本订单超出额度 1800.00 CNY，即额度的 20%（有权放行者：credit）。',
    ],
    [
      'is by a role that may not release anything over no limit',
      { limit: { amount: 0 }, releases: [{ ...release, role: 'sales' }] },
      policy,
      'The release by Li (sales manager, until 2024-04-10) does not count: sales manager may release up to 10% over the limit, and this order goes beyond the limit by 10800.00 CNY (may be released by: credit).',
      'Li（销售经理，有效期至 2024-04-10）的放行不予采纳：“销售经理”可放行的超额以额度的 10% 为限，而本订单超出额度 10800.00 CNY（有权放行者：credit）。',
    ],
    [
      'lasts too long',
      { releases: [{ ...release, date: '2024-03-20' }] },
      policy,
      'The release by Li (credit, until 2024-04-10) does not count: for "over the limit" it may last until 2024-04-03 at most.',
      'Li（credit，有效期至 2024-04-10）的放行不予采纳：对“超出信用额度”的放行最迟有效至 2024-04-03。',
    ],
    [
      'is for what is refused',
      { blocked: true, grade: 'C', releases: [release] },
      { ...policy, breaches: { 'account-blocked': 'refuse', 'below-standard': { grades: ['A'], response: 'refuse' } } },
      'The release by Li (credit, until 2024-04-10) does not count: what is refused cannot be released (below the credit standard, account blocked).',
      'Li（credit，有效期至 2024-04-10）的放行不予采纳：被拒绝的事项不可放行（未达信用标准、账户已冻结）。',
    ],
    [
      'is not needed',
      { limit: { amount: null }, releases: [release] },
      policy,
      'The release by Li (credit, until 2024-04-10) is not needed: nothing holds the order.',
      '无需 Li（credit，有效期至 2024-04-10）的放行：订单没有需要放行的事项。',
    ],
    [
      'is not needed, and over',
      { limit: { amount: null }, releases: [{ ...release, until: '2024-03-30' }] },
      policy,
      'The release by Li (credit, until 2024-03-30) is not needed: nothing holds the order; it has expired.',
      '无需 Li（credit，有效期至 2024-03-30）的放行：订单没有需要放行的事项；已到期。',
    ],
    [
      'is for an amount in another currency',
      { releases: [{ ...release, amount: '2000', currency: 'USD' }] },
      policy,
      'The release by Li (credit, until 2024-04-10) does not count: it is for an amount in USD, and this order is in CNY.',
      'Li（credit，有效期至 2024-04-10）的放行不予采纳：所放行的金额以 USD 计，而本订单以 CNY 计。',
    ],
    [
      'names something else',
      { releases: [{ ...release, breaches: ['overdue'] }] },
      policy,
      'The release by Li (credit, until 2024-04-10) does not count: it does not name "over the limit".',
      'Li（credit，有效期至 2024-04-10）的放行不予采纳：未列明可放行“超出信用额度”。',
    ],
  ])('says why a release does not count that %s', (_, more, under, english, chinese) => {
    expect(why(more, under).map((said) => said.at(-1))).toEqual([english, chinese])
  })

  it('never says of an excess that is too great a percentage that is not', () => {
    const last = (limit: string, upToPercentOverLimit: string) => {
      const under: OrderPolicy = { ...policy, release: [{ breach: 'over-limit', role: 'sales', upToPercentOverLimit, validFor: 'P14D' }] }
      return why({ limit: { amount: limit }, releases: [{ ...release, role: 'sales' }] }, under)[0]?.at(-1)
    }
    // 10800 is 10.0000008 % over 9818.18.
    expect(last('9818.18', '10')).toMatch(
      /up to 10% over the limit, and this order goes beyond the limit by 981\.82 CNY, which is more than 10% of it /,
    )
    expect(last('9818.18', '9.999')).toMatch(/up to 9\.999% over .* which is 10% /)
    // 0.01 of 10799.99 is 0.00009 %.
    expect(last('10799.99', '0')).toMatch(/up to 0% over .* which is <0\.01% /)
  })

  it('says what is to be known about an order', () => {
    const rating: OrderPolicy = { ...policy, breaches: { ...policy.breaches, 'below-standard': 'hold' } }
    const more = { limit: { amount: null }, orders: [{ id: 'SO-1', amount: '70', currency: 'CNY', date: '2024-03-30' }] }
    expect(limitAndMore(more, rating).map((said) => said.slice(1))).toEqual([
      [
        "The customer's orders have order SO-1 already, of 70.00 CNY; it is counted once, as it is now.",
        'Whether the customer meets the credit standard is not known, as there is no grade.',
      ],
      ['该客户的订单中已有订单 SO-1（70.00 CNY），按本次金额只计一次。', '没有信用等级，无法判断该客户是否达到信用标准。'],
    ])
    expect(both({ limit: { amount: null }, grade: 'B' }, rating).map((said) => said.at(-1))).toEqual([
      'Whether the customer meets the credit standard is not known: only the grade, B, is given.',
      '只有等级 B，无法判断该客户是否达到信用标准。',
    ])
    const later = { limit: { amount: null }, items: [{ ...fresh, date: '2024-04-01' }] }
    expect(both(later).map((said) => said.at(-1))).toEqual([
      'Items dated later than the day in question, left out: 1.',
      '晚于截止日的单据未计入：1 张。',
    ])
  })

  it('says that there is no report whose age could be known, and that a release does not say its day', () => {
    const under: OrderPolicy = { ...policy, breaches: { ...policy.breaches, 'report-stale': 'hold' } }
    expect(limitAndMore({ releases: [{ ...release, role: 'sales', until: '2024-04-15' }] }, under).map((said) => said.slice(1))).toEqual([
      [
        'Whether the credit report is too old is not known, as there is none.',
        'The release by Li (sales manager, until 2024-04-15) does not say when it was given; one given on 2024-03-31 would be valid until 2024-04-14 at most.',
      ],
      [
        '没有信用调查报告，无法判断其是否过期。',
        'Li（销售经理，有效期至 2024-04-15）的放行未注明放行日期；若于 2024-03-31 放行，有效期最长至 2024-04-14。',
      ],
    ])
  })

  it('converts: says everything in the currency of the exposure, but the order first in its own', () => {
    const under: OrderPolicy = { ...policy, exposure: { ...policy.exposure, convert: { to: 'EUR', rates: { CNY: '0.13' } } } }
    const releases = [{ ...release, amount: '1800' }]
    const said = say({ releases, orders: [{ id: 'SO-1', amount: '5' }] }, under)
    expect([said[0], said.slice(2)]).toEqual([
      'As of 2024-03-31, order SO-1 of 1800.00 CNY (234.00 EUR) from customer C-1 is approved under the policy "House rules", as everything that held it was released.',
      [
        'The order passes until 2024-04-10, up to 1800.00 CNY.',
        'Without this order, the exposure is 1170.00 EUR.',
        'Receivables: 1170.00 EUR.',
        'Counted, and nothing in them: Orders not yet delivered, Deposits.',
        'The limit is 1300.00 EUR; 130.00 EUR is left before this order.',
        'Amounts in CNY were converted at 1 CNY = 0.13 EUR.',
        "The customer's orders have order SO-1 already, of 5.00 CNY; it is counted once, as it is now.",
      ],
    ])
    expect(say({}, under, zhCN)[0]).toBe('截至 2024-03-31，按政策“公司规定”，客户 C-1 的订单 SO-1（1800.00 CNY，折合 234.00 EUR）暂缓执行。')
  })

  it('says of amounts that were rounded nothing that is not so', () => {
    const convert = (rate: string, breaches: OrderPolicy['breaches']): OrderPolicy => ({
      ...policy,
      exposure: { ...policy.exposure, convert: { to: 'EUR', rates: { CNY: rate } } },
      breaches,
    })
    const line = (more: Partial<CreditAccount>, under: OrderPolicy, amount: string) => limitAndMore(more, under, amount)[0]?.slice(0, -1)
    // 1.006 EUR are left, and 1.006 EUR are ordered.
    const unminded = convert('0.503', { overdue: 'hold' })
    expect(line({ limit: { amount: '9002' } }, unminded, '2')).toEqual([
      'The limit is 4528.01 EUR; 1.00 EUR is left before this order, and 0.00 EUR after it.',
    ])
    expect(line({ limit: { amount: '9002' } }, unminded, '2.01')).toEqual([
      'The limit is 4528.01 EUR; 1.00 EUR is left before this order.',
      'This order goes beyond the limit, which this policy does not check.',
    ])
    // 1.0004 EUR are left, and 1.0014 EUR are ordered: 0.001 EUR too much.
    const minded = convert('0.001', { 'over-limit': 'hold' })
    const more = { limit: { amount: '10000.4' }, items: [{ ...fresh, amount: '9000' }] }
    expect(line(more, minded, '1001.4')).toEqual(['The limit is 10.00 EUR; 1.00 EUR is left before this order.'])
    expect(why(more, minded, '1001.4')[0]).toEqual([expect.stringMatching(/^Over the limit: .* by 0\.01 EUR, which is 0\.01% of it\./)])
  })

  it('names up to twenty items and roles', () => {
    const items = Array.from({ length: 30 }, (_, index) => ({ ...item, id: `I${index + 10}` }))
    expect(say({ items })[2]).toMatch(/Items: I10, .*, I29, 10 more\. This holds/)
  })
})

describe('explainOrderDecision refuses', () => {
  const place = (...path: (string | number)[]): (string | number)[] => ['decision', ...path]
  const held = decide({ items: [item] })
  const issues = (under: OrderPolicy, decision: unknown = held) => issuesOf(() => explainOrderDecision(decision as never, under))
  const isTaken = (under: OrderPolicy, decision: OrderDecision = held) => explainOrderDecision(decision, under).sentences.length > 0
  const outdated = (...path: (string | number)[]) => ['outdated-input', place(...path)]
  const ruled = (breaches: OrderPolicy['breaches']): OrderPolicy => ({ ...policy, breaches: { ...policy.breaches, ...breaches } })

  it('a decision that another policy made', () => {
    expect(issues({ ...policy, version: 2 })).toEqual([['other-policy', place('policies')]])
  })

  it('one that rules of the same version no longer make', () => {
    expect(issues(ruled({ 'over-limit': undefined }))).toEqual([outdated('breaches', 0, 'code')])
    expect(issues(ruled({ overdue: { days: 30, response: 'refuse' } }))).toEqual([outdated('breaches', 1, 'response')])
    expect(issues(ruled({ overdue: [{ days: 31, minimumAmount: 5, response: 'hold' }] }))).toEqual([
      outdated('breaches', 1, 'params', 'days'),
      outdated('breaches', 1, 'params', 'minimumAmount'),
    ])
    // Of several rules that which is nearest.
    expect(
      issues(
        ruled({
          overdue: [
            { days: 7, response: 'refuse' },
            { days: 30, minimumAmount: 5, response: 'hold' },
          ],
        }),
      ),
    ).toEqual([outdated('breaches', 1, 'params', 'minimumAmount')])
    expect(
      isTaken(
        ruled({
          overdue: [
            { days: 7, response: 'refuse' },
            { days: 30, response: 'hold' },
          ],
        }),
      ),
    ).toBe(true)
    const exposure = { count: ['receivables', 'orders'] as const }
    expect(issues({ ...policy, exposure })).toEqual([outdated('parts', 3, 'counted')])
  })

  it.each<readonly [string, OrderPolicy['breaches'], OrderPolicy['breaches'], Partial<CreditAccount>, string]>([
    ['level', { 'dunning-level': { from: 1, response: 'hold' } }, { 'dunning-level': { from: 2, response: 'hold' } }, { dunningLevel: 3 }, 'from'],
    ['depth', { 'report-missing': 'hold' }, { 'report-missing': { depth: 'brief', response: 'hold' } }, {}, 'required'],
    [
      'duration',
      { 'report-stale': 'hold' },
      { 'report-stale': { validFor: 'P6M', response: 'hold' } },
      { report: { depth: 'brief', date: '2020-01-01' } },
      'validUntil',
    ],
    [
      'list of grades',
      { 'below-standard': { grades: ['A'], response: 'hold' } },
      { 'below-standard': { grades: ['A', 'B'], response: 'hold' } },
      { grade: 'C' },
      'grades',
    ],
    ['rating', { 'below-standard': { grades: ['A'], response: 'hold' } }, { 'below-standard': 'hold' }, { grade: 'C' }, 'grades'],
  ])('one for which another %s counted', (_, before, now, more, name) => {
    const under = (breaches: OrderPolicy['breaches']): OrderPolicy => ({ ...policy, breaches })
    expect(issues(under(now), decide(more, under(before)))).toEqual([outdated('breaches', 0, 'params', name)])
    expect(isTaken(under(before), decide(more, under(before)))).toBe(true)
  })

  it('one that other roles may release, or until other days', () => {
    const released = (rules: readonly ReleaseRule[]): OrderPolicy => ({ ...policy, release: rules })
    const [sales, credit, overdue] = policy.release as [ReleaseRule, ReleaseRule, ReleaseRule]
    // The excess is 8 %.
    expect(issues(released([{ ...sales, upToPercentOverLimit: 7 }, credit, overdue]))).toEqual([outdated('breaches', 0, 'releasableBy')])
    expect(isTaken(released([{ ...sales, upToPercentOverLimit: 8 }, credit, overdue]))).toBe(true)
    expect(issues(released([credit, sales, overdue]))).toEqual([outdated('breaches', 0, 'releasableBy')])
    expect(issues(released([sales, credit, { ...overdue, validFor: 'P8D' }]))).toEqual([outdated('breaches', 1, 'offers')])
    const approved = decide({ releases: [release] })
    const [breach] = approved.breaches
    const byAnother = { ...approved, breaches: [{ ...breach, released: { ...breach?.released, role: 'trainee' } }] }
    expect(issues(policy, byAnother)).toEqual([outdated('breaches', 0, 'released', 'role')])
  })

  it('one whose lists differ, though not as they are written down', () => {
    const rule: ReleaseRule = { breach: 'over-limit', role: 'a, b', validFor: 'P7D' }
    const joined = decide({}, { ...policy, release: [rule] })
    const split: OrderPolicy = { ...policy, release: ['a', 'b'].map((role) => ({ ...rule, role })) }
    expect(isTaken({ ...policy, release: [rule] }, joined)).toBe(true)
    expect(issues(split, joined)).toEqual([outdated('breaches', 0, 'releasableBy')])
    const graded = (grades: readonly string[]) => ruled({ 'below-standard': { grades, response: 'hold' } })
    expect(issues(graded(['A', 'B']), decide({ limit: { amount: null }, grade: 'C' }, graded(['A, B'])))).toEqual([
      outdated('breaches', 0, 'params', 'grades'),
    ])
  })

  it('one whose grade is a breach that is none, or known where it is not', () => {
    const graded = (grades: readonly string[] | undefined) => ruled({ 'below-standard': { grades, unknown: 'hold', response: 'hold' } })
    const [listed, rated] = [graded(['A']), graded(undefined)]
    const told = (more: Partial<CreditAccount>, under: OrderPolicy, params: object) => {
      const decided = decide({ limit: { amount: null }, ...more }, under)
      expect(isTaken(under, decided)).toBe(true)
      return issues(under, { ...decided, breaches: decided.breaches.map((breach) => ({ ...breach, params: { ...breach.params, ...params } })) })
    }
    expect(told({ grade: 'C' }, listed, { grade: 'A' })).toEqual([outdated('breaches', 0, 'code')])
    expect(told({ grade: 'C' }, listed, { known: false })).toEqual([outdated('breaches', 0, 'params', 'known')])
    expect(told({}, listed, { known: true })).toEqual([outdated('breaches', 0, 'params', 'known')])
    expect(told({}, rated, { known: true })).toEqual([outdated('breaches', 0, 'params', 'known')])
    expect(told({ grade: 'C' }, rated, { known: true })).toBe('nothing was thrown')
  })

  it('one by a release without a day that might now last until another', () => {
    const undated = decide({ releases: [{ ...release, until: '2024-04-20' }] })
    expect(undated.diagnoses.map(({ code }) => code)).toEqual(['release-undated'])
    expect(isTaken(policy, undated)).toBe(true)
    const place = outdated('diagnoses', 0, 'params', 'latest')
    const told = (params: object) =>
      issues(policy, { ...undated, diagnoses: undated.diagnoses.map((one) => ({ ...one, params: { ...one.params, ...params } })) })
    expect(told({ latest: '2024-04-13' })).toEqual([place])
    expect(told({ until: '2024-04-21' })).toEqual([place])
    expect(told({ by: 'Chen' })).toEqual([place])
  })

  it('one that names another bound of a release', () => {
    const [sales, ...others] = policy.release as [ReleaseRule, ReleaseRule]
    const refused = decide({
      limit: { amount: '9000' },
      releases: [
        { ...release, role: 'sales' },
        { ...release, role: 'trainee' },
      ],
    })
    expect(issues({ ...policy, release: [{ ...sales, upToPercentOverLimit: 12 }, ...others] }, refused)).toEqual([
      outdated('refusedReleases', 0, 'reasons', 0, 'params', 'upToPercent'),
    ])
    const promoted: ReleaseRule = { breach: 'over-limit', role: 'trainee', upToPercentOverLimit: 1, validFor: 'P1D' }
    expect(issues({ ...policy, release: [sales, ...others, promoted] }, refused)).toEqual([outdated('refusedReleases', 1, 'reasons', 0, 'code')])
  })

  it('one that does not mind, or ask for, what the policy does', () => {
    const expired = decide({ limit: { amount: '20000', validUntil: '2024-03-30' } })
    expect(issues(ruled({ 'limit-expired': 'hold' }), expired)).toEqual([outdated('diagnoses', 0, 'code')])
    const asking = ruled({ 'below-standard': 'hold' })
    expect(issues(policy, decide({ limit: { amount: null } }, asking))).toEqual([outdated('diagnoses', 0, 'code')])
    const unknown = (response: 'hold' | 'refuse' | undefined) => ruled({ 'below-standard': { unknown: response, response: 'refuse' } })
    expect(issues(unknown('hold'), decide({ limit: { amount: null } }, asking))).toEqual([outdated('diagnoses', 0, 'code')])
    const ungraded = decide({ limit: { amount: null } }, unknown('hold'))
    expect(isTaken(unknown('hold'), ungraded)).toBe(true)
    expect(issues(unknown('refuse'), ungraded)).toEqual([outdated('breaches', 0, 'response')])
    expect(issues(unknown(undefined), ungraded)).toEqual([outdated('breaches', 0, 'code')])
    const aged = ruled({ 'report-stale': 'hold' })
    const unreported = decide({ limit: { amount: null } }, aged)
    expect(isTaken(aged, unreported)).toBe(true)
    expect(issues(policy, unreported)).toEqual([outdated('diagnoses', 0, 'code')])
    expect(issues(ruled({ 'report-stale': 'hold', 'report-missing': 'hold' }), unreported)).toEqual([outdated('diagnoses', 0, 'code')])
  })

  it('one whose parts do not fit each other', () => {
    expect(issues(policy, { ...held, decision: 'approve' })).toEqual([outdated('decision')])
    expect(issues(policy, { ...held, available: null })).toEqual([outdated('available')])
    expect(issues(policy, { ...held, limit: null })).toEqual([outdated('available'), outdated('availableAfter')])
    expect(issues(policy, { ...held, availableAfter: null })).toEqual([outdated('availableAfter')])
    expect(issues(policy, { ...held, exposure: '9000.01' })).toEqual([outdated('exposure')])
    expect(issues(policy, { ...held, amount: '1800.01' })).toEqual([outdated('amount')])
    expect(issues(policy, { ...held, asked: { ...held.asked, amount: '1800.01' } })).toEqual([outdated('amount')])
    expect(issues(policy, { ...held, asked: { ...held.asked, currency: 'USD' } })).toEqual([outdated('asked', 'currency')])
    const exposure = { ...policy.exposure, convert: { to: 'EUR', rates: { CNY: '0.125' } } }
    const converted = decide({ items: [item] }, { ...policy, exposure })
    expect(issues({ ...policy, exposure }, { ...converted, amount: '225.01' })).toEqual([outdated('amount')])
  })

  it('what is none', () => {
    const breaches = [
      5,
      {
        code: 'overdue',
        params: { days: -1, amount: 7, minimumAmount: '1', daysOverdue: 3, items: [] },
        response: 'warn',
        releasableBy: {},
        offers: [],
      },
    ]
    const refusedReleases = [
      { index: 0, order: 'SO-2', by: 'Li', role: 'x', until: '2024-02-30', reasons: [{ code: 'role-too-low', params: { breach: 'x' } }] },
    ]
    const bad = { ...held, limit: '1e3', breaches, refusedReleases, release: 'x', diagnoses: [{ code: 'standard-unknown', params: {} }] }
    expect(issues({ ...policy, release: 'x' } as never, bad)).toEqual([
      ['wrong-type', ['policy', 'release']],
      ['not-a-decimal', place('limit')],
      ['wrong-type', place('breaches', 0)],
      ['too-small', place('breaches', 1, 'params', 'days')],
      ['wrong-type', place('breaches', 1, 'params', 'amount')],
      ['empty', place('breaches', 1, 'params', 'items')],
      ['not-allowed', place('breaches', 1, 'response')],
      ['wrong-type', place('breaches', 1, 'releasableBy')],
      ['wrong-type', place('release')],
      ['not-a-calendar-date', place('refusedReleases', 0, 'until')],
      ['not-allowed', place('refusedReleases', 0, 'reasons', 0, 'params', 'breach')],
      ['missing', place('refusedReleases', 0, 'reasons', 0, 'params', 'releasableBy')],
      ['missing', place('diagnoses', 0, 'params', 'grade')],
    ])
    for (const none of [undefined, null, [], 'x', 7]) expect(issuesOf(() => explainOrderDecision(none as never, policy))).toHaveLength(1)
  })

  it('nothing for what is inherited', () => {
    const inheriting = Object.assign(Object.create({ company: 'inherited', release: {} }), held)
    const { title: _, ...untitled } = policy
    const under = Object.assign(Object.create({ title: 'inherited' }), untitled)
    expect(explainOrderDecision(inheriting, under).sentences).toEqual(explainOrderDecision(held, untitled).sentences)
    const breaches = held.breaches.map((breach) => Object.assign(Object.create({ released: release }), breach))
    expect(explainOrderDecision({ ...held, breaches }, policy).sentences).toEqual(explainOrderDecision(held, policy).sentences)
  })
})
