import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainDeterioration } from '../explain.js'
import {
  type CreditAccount,
  type CreditState,
  type DeteriorationMeasure,
  type DeteriorationOptions,
  type DeteriorationPolicy,
  type DeteriorationResponse,
  respondToDeterioration,
} from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { textbookDeterioration } from '../templates.js'

const account: CreditAccount = { customer: 'C-1', currency: 'CNY', limit: { amount: 50_000 }, deposits: [{ amount: '1000' }] }
const policy: DeteriorationPolicy = {
  kind: 'deterioration-policy',
  id: 'all-signs',
  version: 1,
  title: { en: 'All signs', 'zh-CN': '全部迹象' },
  grades: ['AA', 'A', 'B', 'C'],
  signs: [
    { id: 'fallen', title: { en: 'lower grade', 'zh-CN': '等级下降' }, type: 'grade-fell', by: 2 },
    { id: 'lossy', type: 'loss-rate-rose', byPercentagePoints: '0.5' },
    { id: 'below', type: 'standard-lost' },
    { id: 'dunned', type: 'dunning-level-rose' },
    { id: 'overdue', type: 'overdue-rose', byAmount: '100' },
    { id: 'slow', type: 'days-delinquent-rose' },
  ],
  reportTo: 'regional manager',
  decidedBy: ['regional manager', 'credit department'],
  measures: [
    { measure: 'guarantor' },
    { measure: 'joint-guarantor', onSigns: ['fallen'] },
    { measure: 'raise-deposit', toPercentOfLimit: '20' },
    { measure: 'notarise-contract' },
    { measure: 'reduce-supply', toPercentOfLimit: '33.333' },
    { measure: 'restrict-shipments', to: 'prepaid' },
  ],
}
const before: CreditState = { grade: 'A', expectedBadDebtRate: 0.01, meetsStandard: true, dunningLevel: 0, overdue: 0, daysDelinquent: -1.5 }
const after: CreditState = { grade: 'C', expectedBadDebtRate: 0.05, meetsStandard: false, dunningLevel: 2, overdue: '1200.5', daysDelinquent: 22 / 3 }

/** A list with another member at a place. */
const replaced = <Member>(list: readonly Member[], index: number, member: Member): Member[] =>
  list.map((one, place) => (place === index ? member : one))

interface Change {
  readonly before?: CreditState
  readonly after?: CreditState
  readonly account?: CreditAccount
  readonly policy?: DeteriorationPolicy
  readonly options?: DeteriorationOptions
}
const respond = (change: Change = {}): DeteriorationResponse =>
  respondToDeterioration({ before, after, account, ...pick(change) }, change.policy ?? policy, change.options)
const pick = ({ policy: _, options: __, ...states }: Change): Omit<Change, 'policy' | 'options'> => states
const say = (change: Change = {}, locale = en): readonly string[] => explainDeterioration(respond(change), change.policy ?? policy, locale).sentences

describe('explainDeterioration', () => {
  it('says what got worse, who is told, who decides, and what is proposed', () => {
    expect(say()).toEqual([
      'Under the policy "All signs", the credit state of customer C-1 has got worse. Signs seen: 6.',
      'Sign "lower grade": the grade fell from A to C, 2 lower on the scale.',
      'Sign "lossy": the expected losses rose from 1% to 5% of sales.',
      'Sign "below": the credit standard was met before, and no longer is.',
      'Sign "dunned": the dunning level rose from 0 to 2.',
      'Sign "overdue": the amount overdue rose from 0.00 CNY to 1200.50 CNY.',
      'Sign "slow": the average delay of payments rose from −1.5 days to about 7.33 days.',
      'The salesperson must report this to: regional manager.',
      'Measures are decided on by: regional manager, credit department.',
      'Proposed: ask for a guarantor.',
      'Proposed: ask for a joint guarantor, who is liable like the customer.',
      'Proposed: raise the credit deposit from 1000.00 CNY to 10000.00 CNY, by 9000.00 CNY.',
      'Proposed: have the contract notarised.',
      'Proposed: reduce supply, with the limit cut from 50000.00 CNY to 16666.50 CNY.',
      'Proposed: restrict shipments (prepaid).',
    ])
    expect(say({}, zhCN)).toEqual([
      '按政策“全部迹象”，客户 C-1 的信用状况已恶化，出现的迹象：6 项。',
      '迹象“等级下降”：信用等级由 A 降为 C，下降 2 级。',
      '迹象“lossy”：预计坏账损失率由 1% 升至 5%。',
      '迹象“below”：原先符合信用标准，现已不符合。',
      '迹象“dunned”：催款级别由第 0 级升至第 2 级。',
      '迹象“overdue”：逾期金额由 0.00 CNY 增至 1200.50 CNY。',
      '迹象“slow”：付款平均拖欠天数由 −1.5 天增至约 7.33 天。',
      '业务员须就此向regional manager报告。',
      '应对措施由以下人员或部门决定：regional manager、credit department。',
      '建议：要求客户提供担保人。',
      '建议：要求客户提供连带担保人。',
      '建议：将信用保证金由 1000.00 CNY 提高到 10000.00 CNY，增加 9000.00 CNY。',
      '建议：对交易合同办理公证。',
      '建议：减少供货量，将信用额度由 50000.00 CNY 降至 16666.50 CNY。',
      '建议：实行发货限制（prepaid）。',
    ])
  })

  it('says what is left to those who decide, and what is in place', () => {
    const guaranteed: CreditAccount = { ...account, guarantees: [{ amount: 1, joint: true }] }
    const textbook = { before: { grade: 'A' }, after: { grade: 'B' }, account: guaranteed, policy: textbookDeterioration }
    expect(say(textbook).slice(1)).toEqual([
      'Sign "a lower grade": the grade fell from A to B, 1 lower on the scale.',
      'The salesperson must report this to: superior.',
      'Measures are decided on by: superior, credit department.',
      'Proposed: raise the credit deposit, now 1000.00 CNY; by how much is left to those who decide.',
      'Proposed: have the contract notarised.',
      'Proposed: reduce supply; the limit is now 50000.00 CNY, and how far to cut it is left to those who decide.',
      'Proposed: restrict shipments; in which way is left to those who decide.',
      'Sign "below the credit standard": not looked for; not known before, after or both: whether the credit standard is met.',
      'Sign "dunned further": not looked for; not known before, after or both: the dunning level.',
      'Sign "more overdue": not looked for; not known before, after or both: the amount overdue.',
      'In place already: a guarantor.',
      'In place already: a joint guarantor.',
    ])
    expect(say(textbook, zhCN).slice(2)).toEqual([
      '业务员须就此向上级主管报告。',
      '应对措施由以下人员或部门决定：上级主管、信用管理部门。',
      '建议：增加信用保证金（现为 1000.00 CNY），增加多少由决定者确定。',
      '建议：对交易合同办理公证。',
      '建议：减少供货量；现信用额度为 50000.00 CNY，降低多少由决定者确定。',
      '建议：实行发货限制，具体方式由决定者确定。',
      '迹象“不再符合信用标准”：未作比较；变化前或变化后（或前后均）不明：是否符合信用标准。',
      '迹象“催款级别上升”：未作比较；变化前或变化后（或前后均）不明：催款级别。',
      '迹象“逾期金额增加”：未作比较；变化前或变化后（或前后均）不明：逾期金额。',
      '已有担保人。',
      '已有连带担保人。',
    ])
    const unlimited = { ...textbook, account: { customer: 'C-1', currency: 'CNY', limit: { amount: null } } }
    expect(say(unlimited)).toContain('Proposed: reduce supply; by how much is left to those who decide.')
    expect(say(unlimited, zhCN)).toContain('建议：减少供货量，减少多少由决定者确定。')
    const secured = { account: { ...account, deposits: [{ amount: 10_000 }], limit: { amount: '0' } } }
    expect(say(secured)).toContain('In place already: a credit deposit as high as the policy asks for.')
    expect(say(secured, zhCN).slice(-2)).toEqual(['信用保证金已达到政策要求。', '信用额度已不高于政策要求。'])
    expect(say(secured)).toContain('In place already: a limit as low as the policy asks for.')
  })

  it('says which company gives the credit, and calls roles by their titles, where there are any', () => {
    const roles = [
      { id: '__proto__', title: 'nobody' },
      { id: 'credit department', title: { en: 'Credit', 'zh-CN': '信用部' } },
    ]
    const titled = { policy: { ...policy, roles }, account: { ...account, company: 'Nord' } }
    expect(say(titled).slice(1, 2)).toEqual(['Company: Nord.'])
    expect(say(titled)).toContain('The salesperson must report this to: regional manager.')
    expect(say(titled)).toContain('Measures are decided on by: regional manager, Credit.')
    expect(say(titled, zhCN)).toContain('应对措施由以下人员或部门决定：regional manager、信用部。')
    expect(say(titled, zhCN)[1]).toBe('授信公司：Nord。')
  })

  const dated: CreditAccount = {
    ...account,
    limit: { amount: 50_000, validUntil: '2025-06-29' },
    deposits: [
      { amount: 10, validUntil: '2025-06-29' },
      { amount: 20, currency: 'USD' },
      { amount: 20, currency: 'EUR' },
    ],
    guarantees: [
      { amount: 1, validUntil: '2025-06-29' },
      { amount: 1, validFrom: '2025-07-01', joint: true },
    ],
  }

  it('says which securities do not count, and that the limit has expired', () => {
    expect(say({ account: dated }).slice(15)).toEqual([
      'Deposits that begin or end some day and do not count, as no day was given: 1.',
      'Deposits in other currencies than CNY, which do not count: EUR, USD.',
      'Guarantees that begin or end some day and do not count, as no day was given: 2.',
    ])
    const options = { asOf: '2025-06-30' }
    expect(say({ account: dated, options }).slice(15)).toEqual([
      'Deposits that are not in force on the day in question and do not count: 1.',
      'Deposits in other currencies than CNY, which do not count: EUR, USD.',
      'Guarantees that are not in force on the day in question and do not count: 2.',
      'The last day of the limit was 2025-06-29; the measures are still calculated from it.',
    ])
    expect(say({ account: dated }, zhCN).slice(15)).toEqual([
      '保证金中有起始日或到期日、因未给定日期而不予计入的：1 笔。',
      '不以 CNY 计价、不予计入的保证金，币种：EUR、USD。',
      '担保中有起始日或到期日、因未给定日期而不予计入的：2 笔。',
    ])
    expect(say({ account: dated, options }, zhCN).slice(17)).toEqual([
      '担保中截至该日不在有效期内、不予计入的：2 笔。',
      '信用额度的最后有效日为 2025-06-29，各项措施仍据以计算。',
    ])
  })

  it('says that other policies rated the customer after than before', () => {
    const rated = (state: CreditState, version: number) => ({ ...state, policies: [{ kind: 'credit-rating', id: 'five-c-rating', version }] })
    const change = { before: rated(before, 1), after: rated(after, 2) }
    expect(say(change).at(-1)).toBe('Rated before by five-c-rating 1, and after by five-c-rating 2: the ratings may differ for that alone.')
    expect(say(change, zhCN).at(-1)).toBe('变化前按 five-c-rating 1 评级，变化后按 five-c-rating 2 评级，评级结果可能仅因此而不同。')
  })

  it('takes what several rules for a measure propose', () => {
    const rules: DeteriorationMeasure[] = [
      { measure: 'reduce-supply' },
      { measure: 'raise-deposit', toPercentOfLimit: 1 },
      { measure: 'reduce-supply', toPercentOfLimit: 30, onSigns: ['slow'] },
      { measure: 'raise-deposit', toPercentOfLimit: 3 },
      { measure: 'reduce-supply', toPercentOfLimit: 40 },
      { measure: 'restrict-shipments' },
      { measure: 'restrict-shipments', to: 'prepaid' },
    ]
    expect(say({ policy: { ...policy, measures: rules } }).slice(9)).toEqual([
      'Proposed: reduce supply, with the limit cut from 50000.00 CNY to 15000.00 CNY.',
      'Proposed: raise the credit deposit from 1000.00 CNY to 1500.00 CNY, by 500.00 CNY.',
      'Proposed: restrict shipments (prepaid).',
    ])
  })

  it('says of each measure that it is in place', () => {
    const names = policy.measures.map(({ measure }) => measure)
    const placed = { ...respond(), measures: [], diagnoses: names.map((measure) => ({ code: 'in-place', params: { measure } }) as const) }
    expect(explainDeterioration(placed, policy).sentences.slice(8)).toEqual([
      'No measures are proposed.',
      'In place already: a guarantor.',
      'In place already: a joint guarantor.',
      'In place already: a credit deposit as high as the policy asks for.',
      'In place already: a notarised contract.',
      'In place already: a limit as low as the policy asks for.',
      'In place already: restricted shipments.',
    ])
    expect(explainDeterioration(placed, policy, zhCN).sentences.slice(9)).toEqual([
      '已有担保人。',
      '已有连带担保人。',
      '信用保证金已达到政策要求。',
      '交易合同已办理公证。',
      '信用额度已不高于政策要求。',
      '发货限制已实行。',
    ])
  })

  it('says that nothing got worse, and what could not be told', () => {
    expect(say({ after: before })).toEqual(['Under the policy "All signs", no sign was seen that the credit state of customer C-1 has got worse.'])
    const unknown = say({ after: {}, before: {} })
    expect(unknown[0]).toBe(
      'Under the policy "All signs", it is not known whether the credit state of customer C-1 has got worse: no sign could be looked for.',
    )
    expect(unknown.slice(1)).toEqual(
      [
        'the grade',
        'the expected losses',
        'whether the credit standard is met',
        'the dunning level',
        'the amount overdue',
        'the average delay of payments',
      ].map(
        (fact, index) =>
          `Sign "${['lower grade', 'lossy', 'below', 'dunned', 'overdue', 'slow'][index]}": not looked for; not known before, after or both: ${fact}.`,
      ),
    )
    const chinese = say({ after: {}, before: {} }, zhCN)
    expect(chinese[0]).toBe('按政策“全部迹象”，无法判断客户 C-1 的信用状况是否恶化：各项迹象均无法比较。')
    expect(say({ after: before }, zhCN)).toEqual(['按政策“全部迹象”，未见客户 C-1 信用状况恶化的迹象。'])
    const { overdue: _, daysDelinquent: __, ...some } = before
    const [partly] = say({ after: some })
    expect(partly).toBe(
      'Under the policy "All signs", no sign was seen that the credit state of customer C-1 has got worse. Signs not looked for: 2.',
    )
    expect(say({ after: some }, zhCN)[0]).toBe('按政策“全部迹象”，未见客户 C-1 信用状况恶化的迹象。未作比较的迹象：2 项。')
    expect(say({ after: { grade: 'B' }, before: { grade: 'AA' } })[0]).toContain('has got worse. Signs seen: 1.')
    expect(chinese[6]).toBe('迹象“slow”：未作比较；变化前或变化后（或前后均）不明：付款平均拖欠天数。')
  })

  it('says that no measure is proposed, where none is called for', () => {
    const idle = { ...policy, measures: [{ measure: 'guarantor', onSigns: ['slow'] }] as const }
    expect(say({ policy: idle, after: { ...before, dunningLevel: 1 } }).slice(2)).toEqual([
      'The salesperson must report this to: regional manager.',
      'No measures are proposed.',
    ])
    expect(say({ policy: idle, after: { ...before, dunningLevel: 1 } }, zhCN).at(-1)).toBe('未建议任何措施。')
  })

  it('tells near figures apart', () => {
    const near = { before: { expectedBadDebtRate: 0.04996, daysDelinquent: 1 }, after: { expectedBadDebtRate: 0.05004, daysDelinquent: 1.001 } }
    const signs = [{ id: 'lossy', type: 'loss-rate-rose' } as const, ...policy.signs.slice(5)]
    const said = say({ ...near, policy: { ...policy, signs, measures: [] } })
    expect(said.slice(1, 3)).toEqual([
      'Sign "lossy": the expected losses rose from 4.996% to 5.004% of sales.',
      'Sign "slow": the average delay of payments rose from 1 day to 1.001 days.',
    ])
  })

  const response = respond()
  const refused = (result: unknown, under: unknown = policy): unknown => issuesOf(() => explainDeterioration(result as never, under as never))
  const under = (changed: Partial<DeteriorationPolicy>): unknown => refused(response, { ...policy, ...changed })
  const measuresWith = (index: number, measure: DeteriorationMeasure) => ({ measures: replaced(policy.measures, index, measure) })

  it('refuses a response of another policy, or of one that was changed', () => {
    expect(under({ version: 2 })).toEqual([['other-policy', ['response', 'policies']]])
    expect(under({ reportTo: 'nobody' })).toEqual([['outdated-input', ['response', 'reportTo']]])
    expect(under({ decidedBy: ['regional manager'] })).toEqual([['wrong-length', ['response', 'decidedBy']]])
    expect(under({ signs: replaced(policy.signs, 4, { id: 'overdue', type: 'overdue-rose', byAmount: 2000 }) })).toContainEqual([
      'wrong-length',
      ['response', 'reasons'],
    ])
    expect(under({ signs: replaced(policy.signs, 1, { id: 'lossy', type: 'overdue-rose' }) })).toContainEqual([
      'outdated-input',
      ['response', 'reasons', 1, 'code'],
    ])
    expect(under({ grades: ['AA', 'A', 'C'] })).toContainEqual(['wrong-length', ['response', 'reasons']])
    expect(under({ grades: ['AA', 'A', 'B', 'D', 'E', 'F'] })).toEqual([['outdated-input', ['response', 'reasons', 0, 'params', 'after']]])
    expect(under({ measures: policy.measures.slice(1) })).toEqual([['wrong-length', ['response', 'measures']]])
    expect(under(measuresWith(4, { measure: 'reduce-supply', toPercentOfLimit: 50 }))).toEqual([
      ['outdated-input', ['response', 'measures', 4, 'to']],
    ])
    expect(under(measuresWith(4, { measure: 'reduce-supply' }))).toEqual([['outdated-input', ['response', 'measures', 4, 'to']]])
    expect(under(measuresWith(5, { measure: 'restrict-shipments' }))).toEqual([['outdated-input', ['response', 'measures', 5, 'to']]])
    expect(under(measuresWith(2, { measure: 'raise-deposit' }))).toEqual([
      ['outdated-input', ['response', 'measures', 2, 'to']],
      ['outdated-input', ['response', 'measures', 2, 'amount']],
    ])
  })

  it('refuses what contradicts itself', () => {
    expect(refused({ ...response, report: false })).toEqual([['outdated-input', ['response', 'report']]])
    const [first, ...others] = response.measures
    expect(refused({ ...response, measures: [...others, first] })).toContainEqual(['outdated-input', ['response', 'measures', 0, 'measure']])
    expect(refused({ ...response, diagnoses: [{ code: 'in-place', params: { measure: 'guarantor' } }] })).toEqual([
      ['wrong-length', ['response', 'measures']],
    ])
    const raised = response.measures[2] as { readonly to: string }
    expect(refused({ ...response, measures: replaced(response.measures, 2, { ...raised, amount: '1.00' } as never) })).toEqual([
      ['outdated-input', ['response', 'measures', 2, 'amount']],
    ])
    expect(refused({ ...response, diagnoses: [{ code: 'not-comparable', params: { sign: 'slow', fact: 'daysDelinquent' } }] })).toEqual([
      ['outdated-input', ['response', 'diagnoses', 0, 'params', 'sign']],
    ])
    const idle = { ...policy, measures: policy.measures.slice(1) }
    const worse = { ...respond({ policy: idle }), diagnoses: [{ code: 'in-place', params: { measure: 'guarantor' } }] }
    expect(refused(worse, idle)).toEqual([['outdated-input', ['response', 'diagnoses', 0, 'params', 'measure']]])
  })

  it('refuses what is said of facts that no measure rests on', () => {
    const idle = { ...policy, measures: [{ measure: 'notarise-contract' }] as const }
    const said = respond({ account: dated, options: { asOf: '2025-06-30' } }).diagnoses
    expect(refused({ ...respond({ policy: idle }), diagnoses: said }, idle)).toEqual(
      [0, 1, 2, 3].map((index) => ['outdated-input', ['response', 'diagnoses', index]]),
    )
  })

  it('refuses what is no response', () => {
    expect(refused(undefined)).toEqual([['missing', ['response']]])
    const bad = {
      ...response,
      currency: 5,
      reportTo: undefined,
      measures: [{ measure: 'strike' }, { measure: 'raise-deposit', from: '-1', to: null }],
      reasons: [{ code: 'loss-rate-rose', params: { sign: 'lossy', before: Infinity, after: 1 } }],
      company: '',
      diagnoses: [
        { code: 'not-comparable', params: { sign: 'slow', fact: 'mood' } },
        { code: 'rated-by-different-policies', params: { before: [], after: [5] } },
        { code: 'security-without-day', params: { part: 'orders', count: 1 } },
        { code: 'security-not-in-force', params: { part: 'deposits', count: -1 } },
        { code: 'deposits-in-other-currencies', params: {} },
        { code: 'limit-expired', params: { validUntil: 'soon' } },
      ],
    }
    expect(refused(bad)).toEqual([
      ['empty', ['response', 'company']],
      ['wrong-type', ['response', 'currency']],
      ['missing', ['response', 'reportTo']],
      ['not-allowed', ['response', 'measures', 0, 'measure']],
      ['too-small', ['response', 'measures', 1, 'from']],
      ['missing', ['response', 'measures', 1, 'amount']],
      ['wrong-type', ['response', 'reasons', 0, 'params', 'before']],
      ['not-allowed', ['response', 'diagnoses', 0, 'params', 'fact']],
      ['empty', ['response', 'diagnoses', 1, 'params', 'before']],
      ['wrong-type', ['response', 'diagnoses', 1, 'params', 'after', 0]],
      ['not-allowed', ['response', 'diagnoses', 2, 'params', 'part']],
      ['too-small', ['response', 'diagnoses', 3, 'params', 'count']],
      ['missing', ['response', 'diagnoses', 4, 'params', 'currencies']],
      ['not-a-calendar-date', ['response', 'diagnoses', 5, 'params', 'validUntil']],
    ])
    expect(refused({ ...response, currency: 'XXX' })).toEqual([['unknown-currency', ['response', 'currency']]])
    const reasons = replaced(response.reasons, 4, { code: 'overdue-rose', params: { sign: 'overdue', before: '0.001', after: '1200.50' } })
    expect(refused({ ...response, reasons })).toEqual([['too-many-decimal-places', ['response', 'reasons', 4, 'params', 'before']]])
    expect(refused(response, { ...policy, measures: 5 })).toEqual([['wrong-type', ['policy', 'measures']]])
  })
})
