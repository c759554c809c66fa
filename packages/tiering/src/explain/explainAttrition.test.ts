import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainAttrition } from '../explain.js'
import { type Activity, type AttritionPolicy, type AttritionWarnings, type CustomerContract, warnOfAttrition } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { textbookAttrition } from '../templates.js'

const asOf = '2024-06-30'
const calls = (customer: string, ...dates: readonly string[]): Activity[] => dates.map((date) => ({ customer, date, type: 'call' }))
const warn = (activity: readonly Activity[], policy: AttritionPolicy, contracts: readonly CustomerContract[] = []): AttritionWarnings =>
  deepFreeze(warnOfAttrition({ activity, contracts }, policy, { asOf, invalid: 'collect' }))
const every: AttritionPolicy = {
  kind: 'attrition-policy',
  id: 'every-signal',
  version: 1,
  levels: [
    { id: 'high', action: { en: 'a visit', 'zh-CN': '上门拜访' } },
    { id: 'low', title: { en: 'minor', 'zh-CN': '轻微' }, action: 'a call' },
  ],
  signals: [
    { type: 'silent', level: 'high', silentFor: 'P2M' },
    { type: 'longer-pause-than-usual', level: 'low', times: '2.2' },
    { type: 'interactions-falling', level: 'low', window: 'P2M', comparedWindows: 3, fallPercent: '60.0' },
    { type: 'silent-before-contract-end', level: 'low', within: 'P1M', silentFor: 'P1W' },
  ],
}
const contract = { customer: 'C-1', from: '2023-07-01', to: '2024-07-15' }
const active = calls('C-1', '2023-10-30', '2023-11-20', '2023-12-11', '2024-01-11', '2024-02-01', '2024-03-01', '2024-04-01', '2024-04-22')
const fresh = calls('C-2', '2024-06-29')
const said = (locale = en) => explainAttrition(warn([...active, ...fresh], every, [contract]), every, locale)

describe('explainAttrition', () => {
  it('says how many seem to be leaving at each level, and what is done', () => {
    expect(said().sentences).toEqual([
      'As of 2024-06-30, under the policy "every-signal": customers looked at: 2; customers that seem to be leaving: 1.',
      'Level "high": 1. To be done: a visit.',
      'Customers whose history is too short to look for a longer pause than usual: 1.',
      'Customers whose history is too short to look for fewer interactions: 1.',
    ])
    expect(said(zhCN).sentences).toEqual([
      '截至 2024-06-30，按政策“every-signal”检查的客户：2 家；有流失预警的客户：1 家。',
      '预警级别“high”：1 家。应对措施：上门拜访。',
      '因历史太短而无法判断“间隔长于平时”的客户：1 家。',
      '因历史太短而无法判断“互动减少”的客户：1 家。',
    ])
  })

  it('says of a customer which signals there are: what was observed, what would be usual, and since when', () => {
    expect(said().customers).toEqual([
      {
        customer: 'C-1',
        sentences: [
          'Customer C-1 seems to be leaving. Level: "high".',
          'Silence: for 69 days, since 2024-04-22, there has been no interaction; 61 days or more is a warning.',
          'A longer pause than usual: for 69 days, since 2024-04-22, there has been no interaction; more than 46.2 days, 2.2 times the usual pause, is a warning.',
          'Fewer interactions: 0 in the last 2 months (from 2024-05-01 on); average of the windows before: 2.33 (windows compared: 3). A fall of 60% or more is a warning.',
          'Silence before the end of a contract: it ends on 2024-07-15 and has not been renewed, and for 69 days, since 2024-04-22, there has been no interaction; 7 days or more is a warning.',
          'To be done: a visit.',
        ],
      },
    ])
    expect(said(zhCN).customers).toEqual([
      {
        customer: 'C-1',
        sentences: [
          '客户 C-1 有流失预警。预警级别：“high”。',
          '沉默：自 2024-04-22 起已有 69 天没有互动；满 61 天即预警。',
          '间隔长于平时：自 2024-04-22 起已有 69 天没有互动；超过 46.2 天（平时间隔的 2.2 倍）即预警。',
          '互动减少：最近 2 个月（自 2024-05-01 起）互动 0 次，而此前 3 期平均每期 2.33 次。减少满 60% 即预警。',
          '合同到期前沉默：合同于 2024-07-15 到期且未续约，自 2024-04-22 起已有 69 天没有互动；满 7 天即预警。',
          '应对措施：上门拜访。',
        ],
      },
    ])
  })

  it('doubles no stop where what is done ends with one', () => {
    const policy: AttritionPolicy = {
      ...every,
      levels: every.levels.map((level) => ({ ...level, action: { en: 'Call. Visit.', 'zh-CN': '致电。拜访。' } })),
    }
    const warnings = warn(active, policy)
    expect(explainAttrition(warnings, policy).sentences[1]).toBe('Level "high": 1. To be done: Call. Visit.')
    expect(explainAttrition(warnings, policy).customers[0]?.sentences.at(-1)).toBe('To be done: Call. Visit.')
    expect(explainAttrition(warnings, policy, zhCN).customers[0]?.sentences.at(-1)).toBe('应对措施：致电。拜访。')
  })

  it('says which types of activity count where not all do, and which signal it is', () => {
    const two = { type: 'silent', level: 'high', silentFor: 'P1M' } as const
    const policy: AttritionPolicy = {
      ...every,
      signals: [
        { ...two, types: ['visit', 'call'], id: 'in person' },
        { ...two, id: '{text}' },
        { ...two, types: ['call'] },
      ],
    }
    const warnings = warn(active, policy)
    const inAll = 'Silence: for 69 days, since 2024-04-22, there has been no interaction; 30 days or more is a warning.'
    expect(explainAttrition(warnings, policy).customers[0]?.sentences.slice(1, 4)).toEqual([
      `${inAll} Only these types of activity count: "visit", "call". Signal: "in person".`,
      `${inAll} Signal: "{text}".`,
      `${inAll} Only these types of activity count: "call".`,
    ])
    const inAllZh = '沉默：自 2024-04-22 起已有 69 天没有互动；满 30 天即预警。'
    expect(explainAttrition(warnings, policy, zhCN).customers[0]?.sentences.slice(1, 4)).toEqual([
      `${inAllZh}仅计以下类型的活动：“visit”、“call”。预警信号：“in person”。`,
      `${inAllZh}预警信号：“{text}”。`,
      `${inAllZh}仅计以下类型的活动：“call”。`,
    ])
    const refuse = (...signals: AttritionPolicy['signals']) => issuesOf(() => explainAttrition(warnings, { ...policy, signals }))
    const [first, second, third] = policy.signals as [(typeof policy.signals)[0], (typeof policy.signals)[0], (typeof policy.signals)[0]]
    const found = ['warnings', 'warnings', 0, 'signals']
    // The types of activity may stand in another order.
    expect(refuse({ ...first, types: ['call', 'visit'] }, second, third)).toBe('nothing was thrown')
    expect(refuse(first, second)).toEqual([['outdated-input', [...found, 2, 'types']]])
    expect(refuse(first, third)).toEqual([['outdated-input', [...found, 1, 'types']]])
    expect(refuse({ ...first, id: 'by phone' }, { ...second, id: undefined }, { ...third, id: 'x' })).toEqual([
      ['outdated-input', [...found, 0, 'id']],
      ['unknown-key', [...found, 1, 'id']],
      ['missing', [...found, 2, 'id']],
    ])
  })

  it('says what is to be known about the input, and that there is nobody', () => {
    const over = { customer: 'C-3', from: '2023-01-01', to: '2023-12-31' }
    const warnings = warn([...calls('C-1', '2024-06-30', '2024-07-01'), { customer: '', date: 'x', type: '' }], textbookAttrition, [over])
    expect(explainAttrition(warnings, textbookAttrition).sentences).toEqual([
      'As of 2024-06-30, under the policy "Early warning of loss": customers looked at: 2; customers that seem to be leaving: 0.',
      'Rows left out because something is wrong with them: 1; rows read: 3.',
      'Activity dated later than the day in question, left out: 1.',
      'Customers whose history is too short to look for fewer interactions: 2.',
      'Contracts that are over, left out: 1.',
    ])
    expect(explainAttrition(warnings, textbookAttrition, zhCN).sentences).toEqual([
      '截至 2024-06-30，按政策“客户流失预警”检查的客户：2 家；有流失预警的客户：0 家。',
      '因有错误而未计入的记录：1 条；读入的记录：3 条。',
      '晚于截止日、未计入的活动：1 次。',
      '因历史太短而无法判断“互动减少”的客户：2 家。',
      '已结束、未计入的合同：1 份。',
    ])
    const nobody = warn([], textbookAttrition)
    expect(explainAttrition(nobody, textbookAttrition).sentences.slice(1)).toEqual(['There are no customers.'])
    expect(explainAttrition(nobody, textbookAttrition, zhCN)).toEqual({ sentences: [expect.any(String), '没有客户。'], customers: [] })
  })

  it('explains any warnings, in whole sentences', () => {
    const day = fc.nat(400).map((days) => new Date(Date.UTC(2023, 5, 30) + days * 86_400_000).toISOString().slice(0, 10))
    const customer = fc.constantFrom('a', 'b')
    const activities = fc.array(fc.record({ customer, date: day, type: fc.constant('call') }), { maxLength: 20 })
    const terms = fc.record({ customer, from: fc.constant('2023-01-01'), to: day, renewed: fc.boolean() })
    const seen = new Set<string>()
    fc.assert(
      fc.property(activities, fc.array(terms, { maxLength: 2 }), (activity, contracts) => {
        const warnings = warn(activity, every, contracts)
        for (const locale of [en, zhCN]) {
          const { sentences, customers } = explainAttrition(warnings, every, locale)
          expect(customers.map((one) => one.customer)).toEqual(warnings.warnings.map((one) => one.customer))
          for (const sentence of [...sentences, ...customers.flatMap((one) => one.sentences)]) {
            expect(sentence).toMatch(locale === en ? /^[A-Z].*\.$/ : /。$/)
            expect(sentence).not.toMatch(/[{]\w+[}]|undefined|null|NaN/)
          }
        }
        for (const { code } of warnings.warnings.flatMap(({ signals }) => signals)) seen.add(code)
      }),
      { numRuns: 200 },
    )
    expect(seen.size).toBe(every.signals.length)
  })

  it('says the same through JSON', () => {
    const warnings = warn(active, every, [contract])
    expect(explainAttrition(JSON.parse(JSON.stringify(warnings)), JSON.parse(JSON.stringify(every)))).toEqual(explainAttrition(warnings, every))
  })

  it('refuses what are no warnings, or those of another policy', () => {
    const warnings = warn(active, every, [contract])
    const refuse = (changed: object, policy: unknown = every) => issuesOf(() => explainAttrition({ ...warnings, ...changed }, policy as never))
    const refuseWarning = (changed: object) => refuse({ warnings: warnings.warnings.map((one) => ({ ...one, ...changed })) })
    const [silent, pause, fall, end] = warnings.warnings[0]?.signals ?? []
    const inWarning = (...path: (string | number)[]) => ['warnings', 'warnings', 0, ...path]
    expect(issuesOf(() => explainAttrition(undefined as never, undefined as never))).toEqual([
      ['missing', ['policy']],
      ['missing', ['warnings']],
    ])
    expect(refuse({ customers: 1.5, warnings: [{}], diagnoses: [{ code: 'history-too-short', params: { signal: 'loud', count: 0 } }] })).toEqual([
      ['not-an-integer', ['warnings', 'customers']],
      ...['customer', 'level', 'signals'].map((key) => ['missing', inWarning(key)]),
      ['not-allowed', ['warnings', 'diagnoses', 0, 'params', 'signal']],
    ])
    expect(refuse({}, { ...every, version: 2 })).toEqual([['other-policy', ['warnings', 'policies']]])
    expect(refuseWarning({ signals: [{ ...end, contractEnd: undefined }] })).toEqual([['missing', inWarning('signals', 0, 'contractEnd')]])
    expect(refuseWarning({ level: 'low', action: 'a letter' })).toEqual([
      ['outdated-input', inWarning('level')],
      ['wrong-type', inWarning('action')],
    ])
    expect(refuseWarning({ signals: [{ ...silent, expected: 60 }, { ...pause, level: 'high' }, fall] })).toEqual([
      ['outdated-input', inWarning('signals', 0, 'expected')],
      ['outdated-input', inWarning('signals', 1, 'level')],
    ])
    expect(refuse({}, { ...every, signals: every.signals.slice(1) })).toEqual([['outdated-input', inWarning('signals', 0, 'code')]])
  })
})
