import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, policyOf, ruleOf } from '../../testing/clocks.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { randomLogs } from '../../testing/logs.js'
import { explainComplaintAnalysis } from '../explain.js'
import { analyseComplaints, type ComplaintAnalysis } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { complaintTaxonomy, counterService, eightSteps } from '../templates.js'

const policy = policyOf(ruleOf({ title: { en: 'Resolution', 'zh-CN': '解决' } }), ruleOf({ id: 'reply' }))
const analysis: ComplaintAnalysis = {
  asOf: '2024-06-30',
  complaints: 10,
  closed: 8,
  byCause: [
    { cause: 'poor-management', count: 6, share: 0.6, cumulative: 0.6 },
    { cause: 'leisure', count: 2, share: 0.2, cumulative: 0.8 },
    { cause: null, count: 2, share: 0.2, cumulative: 1 },
  ],
  byContent: [{ content: 'service', count: 10, share: 1, cumulative: 1 }],
  byDepartment: [
    { department: 'works', count: 9, share: 0.9, cumulative: 0.9 },
    { department: null, count: 1, share: 0.1, cumulative: 1 },
  ],
  timeInStep: [
    { step: 'recorded', median: 5400, p90: 97_200.4, count: 10, open: 0 },
    { step: 'accepted', median: null, p90: null, count: 0, open: 2 },
  ],
  rework: { complaints: 3, rate: 0.3, steps: [{ step: 'recorded', count: 4 }] },
  reopenRate: 0.125,
  recurrence: [
    { cause: 'poor-management', date: '2024-05-01', days: 30, before: 4, after: 1 },
    { cause: 'leisure', date: '2024-05-01', days: 1, before: 0, after: 1 },
    { cause: 'character', date: '2024-05-01', days: 30, before: 0, after: 0 },
  ],
  timeliness: {
    resolution: { median: 172_800, p90: 864_000, count: 8 },
    extensions: 2,
    clocks: [
      { clock: 'resolution', met: 6, breached: 2, otherwise: 1, open: 2, metRate: 0.75 },
      { clock: 'reply', met: 0, breached: 0, otherwise: 3, open: 1, metRate: null },
    ],
  },
  compensation: [
    { currency: 'CNY', amount: '1200.00', count: 3 },
    { currency: 'EUR', amount: '5.00', count: 1 },
  ],
  satisfaction: { accepted: 5, disputed: 3, acceptedRate: 0.625, mean: 4.256, ratings: 4 },
  diagnoses: [
    { code: 'begun-later', params: { count: 1 } },
    { code: 'merged', params: { count: 2 } },
    { code: 'cause-unknown', params: { count: 2 } },
    { code: 'clock-stepped-back', params: { count: 3 } },
    { code: 'recurrence-untold', params: { causes: ['character'] } },
    { code: 'rejected', params: { count: 4 } },
  ],
  rejected: [],
  policies: [
    { kind: 'complaint-workflow', id: eightSteps.id, version: eightSteps.version },
    { kind: 'clock-policy', id: 'service', version: '1' },
  ],
}

describe('explainComplaintAnalysis', () => {
  it('says what complaints have in common', () => {
    expect(explainComplaintAnalysis(analysis, [complaintTaxonomy, eightSteps, policy]).sentences).toEqual([
      'Complaints up to 2024-06-30: 10; closed: 8.',
      "By cause: poor management 6 (60%), the customer's leisure 2 (20%), cause not known 2 (20%). Up to and including the customer's leisure, these make up 80%.",
      'By content: service 10 (100%).',
      'By department: works 9 (90%), no department 1 (10%).',
      'Deadlines of "Resolution" kept: 75% (met: 6; missed: 2; ended otherwise: 1; not decided yet: 2).',
      'Deadlines of "reply": none was met or missed (ended otherwise: 3; not decided yet: 1).',
      'Extensions of deadlines: 2.',
      'From opening to end: half took up to 2 d, nine in ten up to 10 d (ended: 8).',
      'Opened again, of those ever closed: 12.5%.',
      'Work done over again: in 30% of complaints (3); steps entered again: Recorded 4.',
      'At "Recorded": half of the visits took up to 1 h 30 min, nine in ten up to 1 d 3 h (visits: 10; still there: 0).',
      'At "Accepted": no visit has ended yet (still there: 2).',
      'Complaints caused by "poor management" became fewer: 4 in the 30 days before 2024-05-01, 1 in the 30 days from then on.',
      'Complaints caused by "the customer\'s leisure" became more: 0 in the 1 day before 2024-05-01, 1 in the 1 day from then on.',
      'Complaints caused by "the customer\'s character" are as many as before: 0 in the 30 days before 2024-05-01, 0 in the 30 days from then on.',
      'Approved for customers: 1200.00 CNY (solutions: 3).',
      'Approved for customers: 5.00 EUR (solutions: 1).',
      'Responses of customers that accepted the solution: 62.5% (accepted: 5; disputed: 3).',
      'Mean satisfaction: 4.26 (ratings: 4).',
      'Complaints that began later, and are in no figure: 1.',
      'Complaints that went into another, and are counted there only: 2.',
      'Complaints of which the cause is not known: 2.',
      'Events dated before an earlier one, and taken to be as late as that: 3.',
      "Whether these causes recur cannot be told, for want of days before or after: the customer's character.",
      'Logs that were rejected, and are in no figure: 4.',
    ])
    expect(explainComplaintAnalysis(analysis, [complaintTaxonomy, eightSteps, policy], zhCN).sentences).toEqual([
      '截至 2024-06-30 的投诉共 10 件，其中已终结 8 件。',
      '按原因：管理不善 6 件（60%）、客户的闲暇程度 2 件（20%）、原因不明 2 件（20%）。到“客户的闲暇程度”为止，合计占 80%。',
      '按内容：服务 10 件（100%）。',
      '按部门：works 9 件（90%）、未定部门 1 件（10%）。',
      '“解决”的按时率为 75%（按时 6 项；逾期 2 项；因其他原因结束 1 项；未定 2 项）。',
      '“reply”尚无按时或逾期的记录（因其他原因结束 3 项；未定 1 项）。',
      '时限延期次数：2。',
      '由开始到终结：半数不超过 2 天，九成不超过 10 天（已终结 8 次）。',
      '曾终结的投诉中，重新处理的占 12.5%。',
      '有返工的投诉占 30%（3 件）；重新进入的步骤：已记录 4 次。',
      '在“已记录”的停留：半数不超过 1 小时 30 分钟，九成不超过 1 天 3 小时（停留 10 次；仍在该步骤 0 件）。',
      '在“投诉成立”的停留：尚无一次结束（仍在该步骤 2 件）。',
      '由“管理不善”引起的投诉减少：2024-05-01 之前的 30 天内 4 件，此后的 30 天内 1 件。',
      '由“客户的闲暇程度”引起的投诉增多：2024-05-01 之前的 1 天内 0 件，此后的 1 天内 1 件。',
      '由“客户的个性”引起的投诉未见增减：2024-05-01 之前的 30 天内 0 件，此后的 30 天内 0 件。',
      '批准付给客户的金额：1200.00 CNY（方案 3 个）。',
      '批准付给客户的金额：5.00 EUR（方案 1 个）。',
      '客户接受方案的答复占 62.5%（接受 5 次；不服 3 次）。',
      '满意度平均为 4.26（评分 4 次）。',
      '此后才开始、未计入的投诉：1 件。',
      '并入其他投诉、只在该处计数的投诉：2 件。',
      '原因不明的投诉：2 件。',
      '时间早于先前事件、按先前事件的时间计算的事件：3 个。',
      '以下原因前后天数不足，无法判断是否复发：客户的个性。',
      '被拒收、未计入的记录：4 份。',
    ])
  })

  it('calls things by their ids where no policies are given, and times in hours where they are business time', () => {
    const policies = [...analysis.policies, { kind: 'business-calendar', id: 'office', version: '1' }]
    const { sentences } = explainComplaintAnalysis({ ...analysis, policies })
    expect(sentences[1]).toContain('poor-management 6 (60%), leisure 2')
    expect(sentences).toContain('At "recorded": half of the visits took up to 1 h 30 min, nine in ten up to 27 h (visits: 10; still there: 0).')
    expect(explainComplaintAnalysis(JSON.parse(JSON.stringify({ ...analysis, policies })))).toEqual({ sentences })
  })

  it('says that there are no complaints', () => {
    const nothing = analyseComplaints([], { asOf: '2024-06-30' })
    expect(explainComplaintAnalysis(nothing).sentences).toEqual(['There are no complaints up to 2024-06-30.'])
    expect(explainComplaintAnalysis(nothing, [], zhCN).sentences).toEqual(['截至 2024-06-30 没有投诉。'])
  })

  it('refuses what was not made by the policies, and figures that disagree', () => {
    const issues = (change: object, by: unknown = []) => issuesOf(() => explainComplaintAnalysis({ ...analysis, ...change } as never, by as never))
    expect(issues({}, counterService)).toEqual([['other-policy', ['result', 'policies']]])
    expect(issues({}, [{ ...policy, version: '2' }])).toEqual([['other-policy', ['result', 'policies']]])
    expect(issues({}, { ...complaintTaxonomy, causes: 1 })).toEqual([['wrong-type', ['policies', 'causes']]])
    expect(issues({ complaints: 11 })).toContainEqual(['outdated-input', ['result', 'byCause', 0, 'share']])
    expect(issues({ byContent: [] })).toEqual([['outdated-input', ['result', 'byContent']]])
    expect(issues({ rework: { ...analysis.rework, rate: 0.2 } })).toEqual([['outdated-input', ['result', 'rework', 'rate']]])
    expect(issues({ satisfaction: { ...analysis.satisfaction, mean: null } })).toEqual([['wrong-type', ['result', 'satisfaction', 'mean']]])
    expect(issues({ timeInStep: [{ step: 'x', median: 1, p90: 1, count: 0, open: 0 }] })).toEqual([
      ['outdated-input', ['result', 'timeInStep', 0, 'median']],
      ['outdated-input', ['result', 'timeInStep', 0, 'p90']],
    ])
    expect(issues({ diagnoses: [{ code: 'x', params: {} }] })).toEqual([['not-allowed', ['result', 'diagnoses', 0, 'code']]])
    expect(issuesOf(() => explainComplaintAnalysis(null as never, null as never))).toEqual([
      ['wrong-type', ['policies']],
      ['wrong-type', ['result']],
    ])
  })

  it('has nothing in it that is no word, whatever the logs', () => {
    const office = calendarOf('Asia/Shanghai', [['09:00', '17:00']])
    const counts = { complaints: 0, clocks: 0 }
    fc.assert(
      fc.property(randomLogs(), fc.boolean(), (logs, withClocks) => {
        const given = withClocks ? { definition: eightSteps, clocks: policyOf(ruleOf()), calendars: { office }, calendar: office } : {}
        const result = analyseComplaints(logs, { asOf: '2024-04-10', ...given })
        const policies = withClocks ? [complaintTaxonomy, eightSteps, policyOf(ruleOf())] : complaintTaxonomy
        counts.complaints += result.complaints
        counts.clocks += result.timeliness.clocks.length
        for (const locale of [undefined, zhCN]) {
          for (const sentence of explainComplaintAnalysis(result, policies, locale).sentences) {
            expect(sentence).not.toMatch(/[{}]|undefined|NaN|\[object| {2}|^$|[\r\n]/)
          }
        }
      }),
      { numRuns: 40, seed: 10 },
    )
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(10)
  })
})
