import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainLimit } from '../explain.js'
import { type CreditAccount, type LimitPolicy, suggestLimit } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const policy: LimitPolicy = {
  kind: 'limit-policy',
  id: 'house',
  version: 1,
  title: { en: 'House limits', 'zh-CN': '公司额度' },
  rules: [
    { type: 'share-of-net-worth', percent: '10' },
    { type: 'purchases-in-credit-period' },
    { type: 'requested' },
    { type: 'maximum', amount: { CNY: '500000', EUR: '70000' } },
    { type: 'by-grade', amounts: [{ grade: 'A', amount: '100000' }] },
  ],
  step: { CNY: '10000' },
  minimumLimit: '1000',
}
const account: CreditAccount = {
  customer: 'C-1',
  company: 'Nord',
  currency: 'CNY',
  netWorth: '800000.55',
  monthlyPurchases: '50000',
  creditDays: 46,
  grade: 'A',
  requestedLimit: '90000',
}
const suggested = suggestLimit(account, policy)
const say = (more: Partial<CreditAccount>, under = policy) => {
  const result = suggestLimit({ ...account, ...more }, under)
  return [en, zhCN].map((locale) => explainLimit(result, under, locale).sentences)
}

describe('explainLimit', () => {
  it('says which limit is suggested, what each rule gives, and what decides', () => {
    expect(say({})).toEqual([
      [
        'Under the policy "House limits", a limit of 70000.00 CNY is suggested for customer C-1.',
        'Company: Nord.',
        'Share of net worth: 10% of 800000.55 CNY is 80000.05 CNY, rounded down.',
        'Purchases in the credit period (46 days), at 50000.00 CNY in a month of 30 days: 76666.66 CNY, rounded down.',
        'Limit asked for: 90000.00 CNY.',
        'Maximum of the policy: 500000.00 CNY.',
        'Limit by grade: grade A gets 100000.00 CNY.',
        'The lowest decides: 76666.66 CNY (purchases in the credit period).',
        'Rounded down to a multiple of 10000.00 CNY: 70000.00 CNY.',
      ],
      [
        '按政策“公司额度”，建议客户 C-1 的信用额度为 70000.00 CNY。',
        '授信公司：Nord。',
        '净资产比例：800000.55 CNY 的 10% 为 80000.05 CNY（已向下舍入）。',
        '信用期内采购额：每月采购 50000.00 CNY，每月按 30 天计，信用期 46 天，即 76666.66 CNY（已向下舍入）。',
        '申请额度：90000.00 CNY。',
        '最高额度：500000.00 CNY。',
        '等级额度：等级 A 为 100000.00 CNY。',
        '以最低者为准：76666.66 CNY（信用期内采购额）。',
        '向下取为 10000.00 CNY 的整数倍：70000.00 CNY。',
      ],
    ])
  })

  it('says why there is none', () => {
    const { requestedLimit: _, ...others } = account
    const result = suggestLimit({ ...others, netWorth: '-5.5', grade: 'C', currency: 'JPY' }, policy)
    expect([en, zhCN].map((locale) => explainLimit(result, policy, locale).sentences)).toEqual([
      [
        'Under the policy "House limits", no credit is suggested for customer C-1: the limit is 0 JPY.',
        'Company: Nord.',
        'Share of net worth: net worth is −5.5 JPY, so this rule gives 0 JPY.',
        'Purchases in the credit period (46 days), at 50000 JPY in a month of 30 days: 76666 JPY, rounded down.',
        'Limit asked for: none, so this rule is left aside.',
        'Maximum of the policy: none in JPY, so this rule is left aside.',
        'Limit by grade: grade C is not listed in the policy, so this rule gives none.',
        'The lowest decides: 0 JPY (share of net worth, limit by grade).',
        '0 JPY is less than 1000 JPY, the least that the policy gives, so no credit is given.',
      ],
      [
        '按政策“公司额度”，建议不对客户 C-1 授信：信用额度为 0 JPY。',
        '授信公司：Nord。',
        '净资产比例：净资产为 −5.5 JPY，按此规则的额度为 0 JPY。',
        '信用期内采购额：每月采购 50000 JPY，每月按 30 天计，信用期 46 天，即 76666 JPY（已向下舍入）。',
        '申请额度：未申请，不适用此规则。',
        '最高额度：政策未规定 JPY 的最高额度，不适用此规则。',
        '等级额度：政策未列等级 C，按此规则额度为零。',
        '以最低者为准：0 JPY（净资产比例、等级额度）。',
        '0 JPY 低于政策的最低额度 1000 JPY，故不予授信。',
      ],
    ])
  })

  it('says of exact amounts nothing of rounding, and 1 day as one', () => {
    const [english] = say({ netWorth: '800000', creditDays: 1, monthlyPurchases: '3000' }, { ...policy, step: 1 })
    expect(english?.slice(2, 4)).toEqual([
      'Share of net worth: 10% of 800000.00 CNY is 80000.00 CNY.',
      'Purchases in the credit period (1 day), at 3000.00 CNY in a month of 30 days: 100.00 CNY.',
    ])
  })

  it('says of one rule alone not that it decides', () => {
    const alone: LimitPolicy = { ...policy, rules: [{ type: 'maximum', amount: '15000' }] }
    expect(say({}, alone).map((said) => said.slice(2))).toEqual([
      ['Maximum of the policy: 15000.00 CNY.', 'Rounded down to a multiple of 10000.00 CNY: 10000.00 CNY.'],
      ['最高额度：15000.00 CNY。', '向下取为 10000.00 CNY 的整数倍：10000.00 CNY。'],
    ])
  })
})

describe('explainLimit refuses', () => {
  const issues = (under: LimitPolicy, result: unknown = suggested) => issuesOf(() => explainLimit(result as never, under))
  const outdated = (...path: (string | number)[]) => ['outdated-input', ['suggested', ...path]]
  const [share, purchases, requested, maximum, grades] = policy.rules as [
    LimitPolicy['rules'][0],
    LimitPolicy['rules'][0],
    LimitPolicy['rules'][0],
    LimitPolicy['rules'][0],
    LimitPolicy['rules'][0],
  ]

  it('a limit that another policy made', () => {
    expect(issues({ ...policy, id: 'x' })).toEqual([['other-policy', ['suggested', 'policies']]])
  })

  it.each<readonly [string, LimitPolicy, readonly (readonly (string | number)[])[]]>([
    [
      'another share',
      { ...policy, rules: [{ type: 'share-of-net-worth', percent: '9' }, purchases, requested, maximum, grades] },
      [
        ['reasons', 0, 'params', 'percent'],
        ['reasons', 0, 'params', 'amount'],
      ],
    ],
    [
      'another month',
      { ...policy, rules: [share, { type: 'purchases-in-credit-period', daysInMonth: 31 }, requested, maximum, grades] },
      [
        ['reasons', 1, 'params', 'daysInMonth'],
        ['reasons', 1, 'params', 'amount'],
      ],
    ],
    [
      'another maximum',
      { ...policy, rules: [share, purchases, requested, { type: 'maximum', amount: 5e5 + 1 }, grades] },
      [['reasons', 3, 'params', 'amount']],
    ],
    [
      'another amount for a grade',
      { ...policy, rules: [share, purchases, requested, maximum, { type: 'by-grade', amounts: [{ grade: 'A', amount: 1 }] }] },
      [['reasons', 4, 'params', 'amount']],
    ],
    [
      'no such grade',
      { ...policy, rules: [share, purchases, requested, maximum, { type: 'by-grade', amounts: [{ grade: 'B', amount: 1 }] }] },
      [['reasons', 4, 'code']],
    ],
    [
      'another order',
      { ...policy, rules: [purchases, share, requested, maximum, grades] },
      [
        ['reasons', 0, 'code'],
        ['reasons', 1, 'code'],
      ],
    ],
    [
      'no requests',
      { ...policy, rules: [share, purchases, maximum, grades] },
      [
        ['reasons', 2, 'code'],
        ['reasons', 3, 'code'],
        ['reasons', 4, 'code'],
      ],
    ],
    [
      'one rule more',
      { ...policy, rules: [...policy.rules, requested] },
      [
        ['reasons', 5, 'code'],
        ['reasons', 6, 'code'],
      ],
    ],
    ['another step', { ...policy, step: '20000' }, [['reasons', 6, 'params', 'step'], ['reasons', 6, 'params', 'to'], ['limit']]],
    ['no step', { ...policy, step: { EUR: 5 } }, [['reasons', 6, 'code'], ['limit']]],
    ['a greater least limit', { ...policy, minimumLimit: '80000' }, [['reasons', 7, 'code'], ['limit']]],
  ])('a limit whose policy, of the same version, has %s now', (_, under, paths) => {
    expect(issues(under)).toEqual(paths.map((path) => outdated(...path)))
  })

  it('a limit in a currency that the policy has too many digits for', () => {
    const yen = suggestLimit({ ...account, netWorth: '9e9', currency: 'JPY' }, policy)
    expect(issues({ ...policy, step: '0.5' }, yen)).toEqual([['too-many-decimal-places', ['policy', 'step']]])
  })

  it('a limit that does not follow from its reasons', () => {
    expect(issues(policy, { ...suggested, limit: '80000.00' })).toEqual([outdated('limit')])
    const netWorth = { ...suggested.reasons[0]?.params, netWorth: '900000' }
    const reasons = [{ code: 'share-of-net-worth', params: netWorth }, ...suggested.reasons.slice(1)]
    expect(issues(policy, { ...suggested, reasons })).toEqual([outdated('reasons', 0, 'params', 'amount')])
    expect(issues(policy, { ...suggested, reasons: suggested.reasons.slice(0, 1) })).toEqual(
      [1, 2, 3, 4, 5].map((index) => outdated('reasons', index, 'code')),
    )
  })

  it('what is none', () => {
    const reasons = [{ code: 'maximum', params: { amount: 5 } }, { code: 'lowest', params: { rules: [], amount: '1' } }, { code: 'x' }, null]
    expect(issues({ ...policy, rules: [] }, { ...suggested, currency: 'XXZ', limit: -1, reasons })).toEqual([
      ['empty', ['policy', 'rules']],
      ['unknown-currency', ['suggested', 'currency']],
      ['wrong-type', ['suggested', 'limit']],
      ['wrong-type', ['suggested', 'reasons', 0, 'params', 'amount']],
      ['empty', ['suggested', 'reasons', 1, 'params', 'rules']],
      ['not-allowed', ['suggested', 'reasons', 2, 'code']],
      ['wrong-type', ['suggested', 'reasons', 3]],
    ])
    for (const none of [undefined, null, [], 'x', 7]) expect(issuesOf(() => explainLimit(none as never, policy))).toHaveLength(1)
  })
})
