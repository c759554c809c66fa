import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainReportCheck, explainRequiredReport } from '../explain.js'
import {
  type CreditReport,
  type CustomerRisk,
  type CustomerSize,
  checkReport,
  type InvestigationScheme,
  type ReportCheck,
  type ReportCheckOptions,
  type RequiredReport,
  requiredReport,
} from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { threeDepthInvestigation } from '../templates.js'

const scheme: InvestigationScheme = deepFreeze({
  kind: 'credit-investigation',
  id: 'two-sections',
  version: 1,
  title: { en: 'Two sections', 'zh-CN': '两部分' },
  depthBySize: { small: 'brief', ordinary: 'standard', important: 'in-depth' },
  depthByRisk: { low: 'brief', moderate: 'standard', high: 'in-depth' },
  sections: [
    {
      id: 'basics',
      title: { en: 'Basics', 'zh-CN': '基础资料' },
      from: 'brief',
      facts: [
        { id: 'form', title: { en: 'legal form', 'zh-CN': '组织形式' } },
        { id: 'capital', from: 'standard' },
      ],
      validFor: 'P1Y6M',
    },
    { id: 'references', from: 'in-depth', sources: ['direct', 'indirect'] },
    { id: 'notes', title: 'Notes', from: 'brief' },
  ],
})
const asking = (size: CustomerSize, risk: CustomerRisk, locale = en): readonly string[] =>
  explainRequiredReport(requiredReport({ size, risk }, scheme), scheme, locale).sentences

describe('explainRequiredReport', () => {
  it('says which report, why, and what it must have', () => {
    expect(asking('small', 'moderate')).toEqual([
      'Under the scheme "Two sections", a standard report is required.',
      'The customer is small, which calls for at least a brief report.',
      'The risk is moderate, which calls for at least a standard report.',
      'Sections of the report: "Basics", "Notes".',
      'The section "Basics" must state legal form, capital; be no older than 1 year, 6 months.',
    ])
    expect(asking('small', 'moderate', zhCN)).toEqual([
      '按信用调查方案“两部分”，须有标准报告。',
      '客户规模较小，至少须有简明报告。',
      '客户风险中等，至少须有标准报告。',
      '报告包括：“基础资料”、“Notes”。',
      '“基础资料”部分的要求：载明组织形式、capital；有效期 1 年 6 个月。',
    ])
  })

  it.each<[CustomerSize, CustomerRisk, readonly string[], readonly string[]]>([
    [
      'ordinary',
      'low',
      ['The customer is of ordinary size, which calls for at least a standard report.', 'The risk is low, which calls for at least a brief report.'],
      ['客户规模一般，至少须有标准报告。', '客户风险较低，至少须有简明报告。'],
    ],
    [
      'important',
      'high',
      ['The customer is important, which calls for at least an in-depth report.', 'The risk is high, which calls for at least an in-depth report.'],
      ['客户地位重要，至少须有深度报告。', '客户风险较高，至少须有深度报告。'],
    ],
  ])('of a size %s and a risk %s', (size, risk, english, chinese) => {
    expect(asking(size, risk).slice(1, 3)).toEqual(english)
    expect(asking(size, risk, zhCN).slice(1, 3)).toEqual(chinese)
  })

  it('says which sources a section must rest on', () => {
    expect(asking('important', 'low').slice(-2)).toEqual([
      'The section "Basics" must state legal form, capital; be no older than 1 year, 6 months.',
      'The section "references" must rest on a direct source (inquiry, observation or questionnaire) and an indirect source (bank, rating agency or authority).',
    ])
    expect(asking('important', 'low', zhCN).at(-1)).toBe(
      '“references”部分的要求：有直接调查来源（询问、观察或问卷）和间接调查来源（银行、资信评级机构或行政机关）。',
    )
  })

  const required = requiredReport({ size: 'small', risk: 'moderate' }, scheme)
  const refused = (result: unknown, policy: unknown = scheme): unknown => issuesOf(() => explainRequiredReport(result as never, policy as never))

  it('refuses a requirement of another scheme, or of one that was changed', () => {
    expect(refused(required, { ...scheme, version: 2 })).toEqual([['other-policy', ['required', 'policies']]])
    expect(refused(required, threeDepthInvestigation)).toEqual([['other-policy', ['required', 'policies']]])
    const stricter = { ...scheme, depthBySize: { ...scheme.depthBySize, small: 'in-depth' } }
    expect(refused(required, stricter)).toEqual([
      ['outdated-input', ['required', 'depth']],
      ['wrong-length', ['required', 'sections']],
      ['outdated-input', ['required', 'reasons', 0, 'params', 'depth']],
    ])
    const renamed = { ...scheme, sections: scheme.sections.map((section) => (section.id === 'notes' ? { ...section, id: 'remarks' } : section)) }
    expect(refused(required, renamed)).toEqual([['outdated-input', ['required', 'sections', 1]]])
  })

  it('refuses what is no requirement', () => {
    expect(refused(undefined)).toEqual([['missing', ['required']]])
    expect(refused({ ...required, depth: 'deep', sections: [5], reasons: [{ code: 'depth-by-mood', params: {} }] })).toEqual([
      ['not-allowed', ['required', 'depth']],
      ['wrong-type', ['required', 'sections', 0]],
      ['not-allowed', ['required', 'reasons', 0, 'code']],
    ])
    expect(refused({ ...required, reasons: [] })).toEqual([['incomplete', ['required', 'reasons']]])
    expect(refused({ ...required, reasons: required.reasons.slice(0, 1) })).toEqual([['incomplete', ['required', 'reasons']]])
    expect(refused({ ...required, reasons: [required.reasons[0], { code: 'depth-by-risk', params: { risk: 'toString', depth: 'brief' } }] })).toEqual(
      [['not-allowed', ['required', 'reasons', 1, 'params', 'risk']]],
    )
    expect(refused(required, null)).toEqual([['wrong-type', ['scheme']]])
  })

  it('explains what was made, deeply frozen', () => {
    expect(explainRequiredReport(deepFreeze(structuredClone(required) as RequiredReport), scheme).sentences).toHaveLength(5)
  })
})

const report: CreditReport = {
  customer: 'C-1',
  depth: 'standard',
  date: '2022-07-01',
  sections: [
    { id: 'basics', facts: { form: 'limited company', capital: 100 }, date: '2022-06-30' },
    { id: 'notes', facts: {} },
  ],
}
const check = (options: ReportCheckOptions = {}, sections = report.sections): ReportCheck =>
  checkReport({ ...report, sections }, scheme, { asOf: report.date, ...options })
const say = (options: ReportCheckOptions = {}, sections = report.sections, locale = en): readonly string[] =>
  explainReportCheck(check(options, sections), scheme, locale).sentences

describe('explainReportCheck', () => {
  it('says that a report is complete and up to date', () => {
    expect(say()).toEqual([
      'As of 2022-07-01, the report on customer C-1 has all that a standard report must have under the scheme "Two sections", and is up to date.',
    ])
    expect(say({}, report.sections, zhCN)).toEqual([
      '截至 2022-07-01，客户 C-1 的信用调查报告已具备方案“两部分”对标准报告所要求的全部内容，且未过期。',
    ])
  })

  it('says what is missing: sections, facts, sources', () => {
    const sections = [
      { id: 'basics', facts: {} },
      { id: 'references', facts: {}, sources: [{ type: 'indirect', means: 'bank' }] as const },
    ]
    expect(say({ depth: 'in-depth' }, sections)).toEqual([
      'As of 2022-07-01, the report on customer C-1 lacks some of what an in-depth report must have under the scheme "Two sections".',
      'The section "Basics" does not state: legal form, capital.',
      'The section "references" lacks a direct source (inquiry, observation or questionnaire).',
      'The section "Notes" is missing.',
    ])
    expect(say({ depth: 'in-depth' }, sections, zhCN)).toEqual([
      '截至 2022-07-01，客户 C-1 的信用调查报告尚缺方案“两部分”对深度报告所要求的部分内容。',
      '“基础资料”部分未载明：组织形式、capital。',
      '“references”部分缺少直接调查来源（询问、观察或问卷）。',
      '缺少“Notes”部分。',
    ])
  })

  it('says what has been out of date since when', () => {
    expect(say({ asOf: '2023-12-31' })).toEqual([
      'As of 2023-12-31, the report on customer C-1 has all that a standard report must have under the scheme "Two sections", but some of it is out of date.',
      'The section "Basics" of 2022-06-30 has been out of date since 2023-12-31: it must be no older than 1 year, 6 months.',
    ])
    expect(say({ asOf: '2023-12-30' })).toHaveLength(1)
    expect(say({ asOf: '2023-12-31', changedOn: '2022-07-01' }, report.sections, zhCN)).toEqual([
      '截至 2023-12-31，客户 C-1 的信用调查报告已具备方案“两部分”对标准报告所要求的全部内容，但有内容已过期。',
      '“基础资料”部分的日期为 2022-06-30，有效期 1 年 6 个月，自 2023-12-31 起已过期。',
      '“基础资料”部分的日期为 2022-06-30，因客户信用状况发生变化，自 2022-07-01 起已过期。',
    ])
    expect(say({ asOf: '2022-07-02', changedOn: '2022-07-02' }, report.sections.slice(0, 1))).toEqual([
      'As of 2022-07-02, the report on customer C-1 lacks some of what a standard report must have under the scheme "Two sections", and some of what it has is out of date.',
      'The section "Notes" is missing.',
      'The section "Basics" of 2022-06-30 has been out of date since 2022-07-02, when the customer\'s credit state changed.',
    ])
    expect(say({ asOf: '2022-07-02', changedOn: '2022-07-02' }, report.sections.slice(0, 1), zhCN)[0]).toBe(
      '截至 2022-07-02，客户 C-1 的信用调查报告尚缺方案“两部分”对标准报告所要求的部分内容，且已有的内容中有已过期的。',
    )
  })

  it('says which sections the scheme does not know, and which are dated later', () => {
    const sections = [...report.sections, { id: '__proto__', facts: {}, date: '2022-08-01' }]
    expect(say({}, sections).slice(1)).toEqual([
      'Sections that the scheme does not have: "__proto__".',
      'Sections dated later than the day in question, which are not there yet: "__proto__".',
    ])
    expect(say({ asOf: '2022-06-01' }, sections, zhCN).slice(1)).toEqual([
      '缺少“基础资料”部分。',
      '缺少“Notes”部分。',
      '方案中没有的部分：“__proto__”。',
      '日期晚于截止日、尚不计入的部分：“__proto__”、“基础资料”、“Notes”。',
    ])
  })

  it('says that the age was not checked where no day was given', () => {
    const unasked = checkReport(report, scheme)
    expect(explainReportCheck(unasked, scheme).sentences).toEqual([
      ...say(),
      'No day was given, so the report was checked as of its own date, 2022-07-01; whether it is out of date by now was not checked.',
    ])
    expect(explainReportCheck(unasked, scheme, zhCN).sentences.slice(1)).toEqual([
      '未给定截止日，因此以报告自身日期 2022-07-01 为准；此后是否已过期未作检查。',
    ])
  })

  const refused = (result: unknown, policy: unknown = scheme): unknown => issuesOf(() => explainReportCheck(result as never, policy as never))
  const broken = check({ asOf: '2024-01-01', changedOn: '2022-07-01', depth: 'in-depth' }, [{ id: 'basics', facts: {}, date: '2022-06-30' }])

  it('refuses a check of another scheme, or of one that was changed', () => {
    expect(refused(broken, { ...scheme, version: 2 })).toEqual([['other-policy', ['check', 'policies']]])
    const [basics, references, notes] = scheme.sections
    const changed = (...sections: readonly unknown[]): unknown => refused(broken, { ...scheme, sections })
    expect(changed({ ...basics, validFor: 'P1Y' }, references, notes)).toEqual([['outdated-input', ['check', 'stale', 0, 'validUntil']]])
    expect(changed({ id: 'basics', from: 'brief', facts: basics?.facts }, references, notes)).toEqual([
      ['outdated-input', ['check', 'stale', 0, 'validUntil']],
    ])
    expect(changed({ ...basics, facts: [{ id: 'form' }] }, references, notes)).toEqual([['outdated-input', ['check', 'missing', 0, 'facts', 1]]])
    expect(changed(basics, { ...references, id: 'sources' }, notes)).toEqual([['outdated-input', ['check', 'missing', 1, 'section']]])
    const lacking = check({ depth: 'in-depth' }, [...report.sections, { id: 'references', facts: {} }])
    expect(refused(lacking, { ...scheme, sections: [basics, { ...references, sources: ['indirect'] }, notes] })).toEqual([
      ['outdated-input', ['check', 'missing', 0, 'sources', 0]],
    ])
  })

  it('refuses what contradicts itself', () => {
    expect(refused({ ...check(), complete: false })).toEqual([['outdated-input', ['check', 'complete']]])
    const diagnoses = [{ code: 'age-not-checked', params: { date: '2022-06-30' } }]
    expect(refused({ ...check(), diagnoses })).toEqual([['outdated-input', ['check', 'diagnoses', 0, 'params', 'date']]])
    expect(refused({ ...broken, depth: 'brief' })).toContainEqual(['outdated-input', ['check', 'missing', 1, 'section']])
    const [old, before] = broken.stale
    expect(refused({ ...broken, asOf: '2023-12-30' })).toEqual([['not-below', ['check', 'stale', 0, 'validUntil']]])
    expect(refused({ ...broken, stale: [old, { ...before, changedOn: '2022-06-30' }] })).toEqual([['not-above', ['check', 'stale', 1, 'changedOn']]])
  })

  it('refuses what is no check', () => {
    expect(refused(null)).toEqual([['wrong-type', ['check']]])
    const bad = {
      ...broken,
      complete: 'no',
      missing: [{ type: 'facts', section: 'basics', facts: [] }, { type: 'mood' }, 7],
      stale: [{ type: 'too-old', section: 'basics', date: '2022-02-30' }],
      diagnoses: [{ code: 'sections-unknown', params: { sections: [] } }],
    }
    expect(refused(bad)).toEqual([
      ['wrong-type', ['check', 'complete']],
      ['empty', ['check', 'missing', 0, 'facts']],
      ['not-allowed', ['check', 'missing', 1, 'type']],
      ['wrong-type', ['check', 'missing', 2]],
      ['not-a-calendar-date', ['check', 'stale', 0, 'date']],
      ['missing', ['check', 'stale', 0, 'validUntil']],
      ['empty', ['check', 'diagnoses', 0, 'params', 'sections']],
    ])
  })
})
