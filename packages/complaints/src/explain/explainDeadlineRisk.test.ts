import { describe, expect, it } from 'vitest'
import { policyOf, ruleOf } from '../../testing/clocks.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainDeadlineRisk } from '../explain.js'
import type { DeadlineRisk } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { eightSteps } from '../templates.js'

const policy = policyOf(
  ruleOf({ title: { en: 'Resolution', 'zh-CN': '解决' } }),
  ruleOf({ id: 'weeks', target: { weeks: 8 } }),
  ruleOf({ id: 'by-priority', target: { high: 'PT8H', low: { weeks: 1 } } }),
)
const entry = { clock: 'resolution', cycle: 1, step: 'recorded', department: 'works', ageSeconds: 97_200, sample: 0, breached: 0, breachRate: null }
const risk: DeadlineRisk = {
  at: '2026-01-09T12:00:00Z',
  risks: [
    { ...entry, complaint: 'C-1', sample: 40, breached: 30, breachRate: 0.75 },
    { ...entry, complaint: 'C-2', clock: 'weeks', department: null, sample: 3, breached: 1, breachRate: 1 / 3 },
    { ...entry, complaint: 'C-3', clock: 'by-priority', cycle: 2 },
  ],
  steps: [
    { clock: 'resolution', step: 'accepted', department: null, sample: 10, breached: 1, breachRate: 0.1 },
    { clock: 'resolution', step: 'recorded', department: 'works', sample: 50, breached: 25, breachRate: 0.5 },
  ],
  diagnoses: [
    { code: 'small-sample', params: { complaint: 'C-2', clock: 'weeks', sample: 3 } },
    { code: 'nothing-to-compare', params: { complaint: 'C-3', clock: 'by-priority' } },
    { code: 'rejected', params: { count: 2 } },
  ],
  rejected: [],
}

describe('explainDeadlineRisk', () => {
  it('says what the past says about open clocks, the most often missed first', () => {
    expect(explainDeadlineRisk(risk, [policy, eightSteps]).sentences).toEqual([
      'Open clocks at Fri 2026-01-09 12:00 (UTC+00:00), the most often missed first; listed here: 3.',
      'Complaint C-1, "Resolution (cycle 1)": at "Recorded" (works), after 27 h, 75% of past complaints went on to miss it (30 of 40).',
      'Complaint C-2, "weeks (cycle 1)": at "Recorded" (no department), after 1 d 3 h, 33.33% of past complaints went on to miss it (1 of 3). The sample is small.',
      'Complaint C-3, "by-priority (cycle 2)": at "Recorded" (works), after 1 d 3 h; no past complaint stood there at this age.',
      '"Resolution", of all that came through "Recorded" (works): 50% missed (25 of 50).',
      '"Resolution", of all that came through "Accepted" (no department): 10% missed (1 of 10).',
      'Records that were rejected, and are in no figure: 2.',
    ])
    expect(explainDeadlineRisk(risk, [policy, eightSteps], zhCN).sentences).toEqual([
      '2026-01-09（周五）12:00（UTC+00:00）未结束的时限，以往最常逾期的在前；此处列出 3 项。',
      '投诉 C-1 的“解决（第 1 轮）”：处于“已记录”（works），已用 27 小时；以往同样情形的投诉有 75% 最终逾期（40 件中的 30 件）。',
      '投诉 C-2 的“weeks（第 1 轮）”：处于“已记录”（未定部门），已用 1 天 3 小时；以往同样情形的投诉有 33.33% 最终逾期（3 件中的 1 件）。样本偏少，仅供参考。',
      '投诉 C-3 的“by-priority（第 2 轮）”：处于“已记录”（works），已用 1 天 3 小时；以往没有同样情形的投诉可比。',
      '“解决”：经过“已记录”（works）的投诉有 50% 逾期（50 件中的 25 件）。',
      '“解决”：经过“投诉成立”（未定部门）的投诉有 10% 逾期（10 件中的 1 件）。',
      '被拒收、未计入的记录：2 份。',
    ])
  })

  it('says that no clock is open, and calls steps by their ids where no workflow is given', () => {
    const nothing = { ...risk, risks: [], steps: [], diagnoses: [] }
    expect(explainDeadlineRisk(nothing, policy)).toEqual({ sentences: ['No clock is open at Fri 2026-01-09 12:00 (UTC+00:00).'] })
    expect(explainDeadlineRisk(nothing, policy, zhCN).sentences).toEqual(['2026-01-09（周五）12:00（UTC+00:00）没有未结束的时限。'])
    expect(explainDeadlineRisk({ ...risk, risks: risk.risks.slice(0, 1), diagnoses: [] }, policy).sentences[1]).toContain(
      '"Resolution": at "recorded"',
    )
  })

  it('takes a result of which only the worst are shown', () => {
    const [first, second] = risk.risks as [DeadlineRisk['risks'][0], DeadlineRisk['risks'][0]]
    const sentencesOf = (shown: object) => explainDeadlineRisk({ ...risk, steps: [], ...shown }, policy).sentences
    expect(sentencesOf({ risks: [first] })).toEqual([
      'Open clocks at Fri 2026-01-09 12:00 (UTC+00:00), the most often missed first; listed here: 1.',
      'Complaint C-1, "Resolution": at "recorded" (works), after 27 h, 75% of past complaints went on to miss it (30 of 40).',
      'Records that were rejected, and are in no figure: 2.',
    ])
    expect(sentencesOf({ risks: [first, second] })[2]).toMatch(/The sample is small\.$/)
    expect(sentencesOf({ risks: [] })[0]).toBe('Open clocks at Fri 2026-01-09 12:00 (UTC+00:00), the most often missed first; listed here: 0.')
    expect(sentencesOf({ risks: [], diagnoses: risk.diagnoses.slice(2) })[0]).toBe('No clock is open at Fri 2026-01-09 12:00 (UTC+00:00).')
  })

  it('refuses what tells of other clocks, and what is not as stated', () => {
    const [first] = risk.risks
    const issues = (change: object, by: unknown = policy) => issuesOf(() => explainDeadlineRisk({ ...risk, ...change } as never, by as never))
    expect(issues({}, [])).toEqual([['missing', ['policy']]])
    expect(issues({}, policyOf(ruleOf()))).toEqual([
      ['outdated-input', ['result', 'risks', 1, 'clock']],
      ['outdated-input', ['result', 'risks', 2, 'clock']],
      ['outdated-input', ['result', 'diagnoses', 0, 'params', 'clock']],
      ['outdated-input', ['result', 'diagnoses', 1, 'params', 'clock']],
    ])
    expect(issues({ risks: [{ ...first, breached: 41 }], diagnoses: [] })).toEqual([['too-large', ['result', 'risks', 0, 'breached']]])
    expect(issues({ risks: [{ ...first, breachRate: 0.7 }], diagnoses: [] })).toEqual([['outdated-input', ['result', 'risks', 0, 'breachRate']]])
    expect(issues({ diagnoses: [{ code: 'x', params: {} }] })).toEqual([['not-allowed', ['result', 'diagnoses', 0, 'code']]])
    expect(issuesOf(() => explainDeadlineRisk(null as never, null as never))).toEqual([
      ['wrong-type', ['policy']],
      ['wrong-type', ['result']],
    ])
  })
})
