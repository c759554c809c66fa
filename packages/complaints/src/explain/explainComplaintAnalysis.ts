import type { Issue } from '@clientele/core'
import { policyReference, throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import type { ComplaintAnalysis, ParetoBar } from '../analysis/types.js'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import { checkAnalysis } from './checkAnalysis.js'
import {
  explainBars,
  explainCompensation,
  explainDiagnosis,
  explainRecurrence,
  explainRework,
  explainSatisfaction,
  explainTimeliness,
  explainTimes,
} from './explainFigures.js'
import { onOneLine } from './onOneLine.js'
import { readTitled, type TitledPolicy, titlesBy } from './readTitled.js'

/**
 * Says in sentences what complaints have in common.
 *
 * @param result - What {@link analyseComplaints} returned.
 * @param policies - By which causes, contents, steps and clocks are called: a taxonomy, or a list of taxonomies, workflows and clock policies; they go by
 * their ids unless given.
 * @param locale - The language; English unless given.
 * @returns How many complaints there are; what they are about, by cause, content and department; whether deadlines were kept and how long it took; what
 * was done over again; how long complaints stood where; which causes recur; what was approved for customers and how they took it; and what to bear in
 * mind.
 * @throws {@link InputError} if a policy is not one, if a workflow or clock policy is not one that the analysis was made by, or the result is not as
 * stated, such as one whose shares disagree with its counts.
 * @example
 * import { analyseComplaints, openComplaint } from '@clientele/complaints'
 * import { explainComplaintAnalysis } from '@clientele/complaints/explain'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const call = { type: 'recordComplaint', at: '2024-03-01T09:00:00+08:00', by: { id: 'li', role: 'agent' } } as const
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'service', description: 'Nobody came.' } as const
 * const opened = openComplaint({ ...call, ...told }, eightSteps)
 * const { sentences } = explainComplaintAnalysis(analyseComplaints([opened.ok ? opened.events : []], { asOf: '2024-03-31' }))
 * sentences[0] //=> 'Complaints up to 2024-03-31: 1; closed: 0.'
 * sentences[2] //=> 'By content: service 1 (100%).'
 */
export function explainComplaintAnalysis(
  result: ComplaintAnalysis,
  policies: TitledPolicy | readonly TitledPolicy[] = [],
  locale: ComplaintsLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const titled = readTitled(policies, ['policies'], issues)
  const makers = issues.length > 0 ? [] : [...titled.clockPolicies, ...titled.workflows].map(policyReference)
  checkAnalysis(result, 'result', makers, issues)
  throwIssues(issues)
  const titles = titlesBy(titled, locale)
  const { bars, unknown } = locale.analysis
  const { byCause, byContent, byDepartment, diagnoses } = result
  const named = <Bar extends ParetoBar>(all: readonly Bar[], kind: keyof typeof bars, nameOf: (bar: Bar) => string | null): string[] =>
    explainBars(
      all.map((bar) => ({ name: nameOf(bar) ?? unknown[kind], count: bar.count, cumulative: bar.cumulative })),
      bars[kind],
      result,
      locale,
    )
  return {
    sentences: onOneLine([
      summarise(result, locale),
      ...named(byCause, 'cause', ({ cause }) => cause && titles.cause(cause)),
      ...named(byContent, 'content', ({ content }) => content && titles.content(content)),
      ...named(byDepartment, 'department', ({ department }) => department),
      ...explainTimeliness(result, titles),
      ...explainRework(result, titles),
      ...explainTimes(result, titles),
      ...explainRecurrence(result, titles),
      ...explainCompensation(result, locale),
      ...explainSatisfaction(result, locale),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, titles)),
    ]),
  }
}

function summarise({ asOf, complaints, closed }: ComplaintAnalysis, { analysis }: ComplaintsLocale): string {
  return formatMessage(complaints === 0 ? analysis.none : analysis.summary, { asOf, complaints, closed })
}
