import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownBusinessTime, shownElapsedTime, shownPart, shownZonedMoment } from '@clientele/core/explain'
import type { ClockPolicy, ClockRule } from '../clocks/types.js'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { DeadlineRisk, DeadlineRiskEntry, StepRisk } from '../risk/types.js'
import { checkRiskOfPolicy, nameOf } from './checkRisk.js'
import { isDateTarget } from './explainClock.js'
import { onOneLine } from './onOneLine.js'
import { type TitledPolicy, type Titles, titlesBy } from './readTitled.js'

/**
 * Says in sentences what the past says about the deadlines of open complaints.
 *
 * @param result - What {@link deadlineRisk} returned, or the same with fewer of its `risks` and `steps`, such as the worst ten.
 * @param policy - The clock policy of the clocks, or a list with it and workflows, by which steps are called.
 * @param locale - The language; English unless given.
 * @returns How many open clocks are listed; of each, those most often missed first, which part of past complaints missed it from where it stands, and how many
 * there are to compare with; then the same of every step and department, whatever the age there, the worst first; and
 * how many records were rejected.
 * @throws {@link InputError} if a policy is not one or has none of the clocks, or the result is not as stated.
 * @example
 * import type { ClockPolicy, DeadlineRisk } from '@clientele/complaints'
 * import { explainDeadlineRisk } from '@clientele/complaints/explain'
 *
 * const reply = { id: 'reply', title: 'First reply', starts: 'ComplaintRecorded', stops: 'ComplaintAccepted', target: 'PT8H', mayWait: false }
 * const policy: ClockPolicy = { kind: 'clock-policy', id: 'desk', version: '1', clocks: [reply] }
 * const entry = { clock: 'reply', step: 'recorded', department: null, sample: 40, breached: 10, breachRate: 0.25 }
 * const risk: DeadlineRisk = {
 *   at: '2024-03-01T12:00:00Z',
 *   risks: [{ ...entry, complaint: 'C-1', cycle: 1, ageSeconds: 10_800 }],
 *   steps: [],
 *   diagnoses: [],
 *   rejected: [],
 * }
 * explainDeadlineRisk(risk, policy).sentences[1]
 * //=> 'Complaint C-1, "First reply": at "recorded" (no department), after 3 h, 25% of past complaints went on to miss it (10 of 40).'
 */
export function explainDeadlineRisk(
  result: DeadlineRisk,
  policy: ClockPolicy | readonly TitledPolicy[],
  locale: ComplaintsLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const titled = checkRiskOfPolicy(result, policy, issues)
  throwIssues(issues)
  const titles = titlesBy(titled, locale)
  const { summary, nothingOpen } = locale.risk
  const { at, risks, steps, diagnoses } = result
  const few = new Set(diagnoses.flatMap(({ code, params }) => (code === 'small-sample' ? [nameOf(params)] : [])))
  const rules = new Map(titled.clockPolicies.flatMap(({ clocks }) => clocks.map((rule) => [rule.id, { ...rule }])))
  const isLinked = risks.some(({ cycle }) => cycle > 1)
  const isNothing = risks.length === 0 && diagnoses.every(({ code }) => code === 'rejected')
  return {
    sentences: onOneLine([
      formatMessage(isNothing ? nothingOpen : summary, { at: shownZonedMoment(at, locale.core), count: risks.length }),
      ...risks.map((entry) => explainEntry(entry, rules.get(entry.clock) as ClockRule, few.has(nameOf(entry)), isLinked, titles)),
      ...[...steps].sort((one, other) => other.breachRate - one.breachRate).map((step) => explainStep(step, titles)),
      ...diagnoses.flatMap(({ code, params }) => (code === 'rejected' ? [formatMessage(locale.risk.diagnoses[code], { count: params.count })] : [])),
    ]),
  }
}

/** Whether a clock runs by the hours of a calendar, and not by days or around the clock. */
function isByHours({ calendar, target }: ClockRule): boolean {
  const targets = isDateTarget(target) ? [target] : typeof target === 'string' ? [target] : Object.values(target)
  return calendar !== undefined && targets.every((one) => typeof one === 'string')
}

function explainEntry(entry: DeadlineRiskEntry, rule: ClockRule, isFew: boolean, isLinked: boolean, titles: Titles): string {
  const { locale } = titles
  const { diagnoses, entry: plain } = locale.risk
  const { complaint, clock, cycle, ageSeconds, sample } = entry
  const title = titles.clock(clock)
  const facts = {
    ...factsOf(entry, titles),
    complaint,
    clock: isLinked ? formatMessage(locale.clocks.inCycle, { clock: title, cycle }) : title,
    age: isByHours(rule) ? shownBusinessTime(ageSeconds, locale.core) : shownElapsedTime(ageSeconds, locale.core),
  }
  if (sample === 0) return formatMessage(diagnoses['nothing-to-compare'], facts)
  const sentence = formatMessage(plain, facts)
  return isFew ? formatMessage(diagnoses['small-sample'], { entry: sentence }) : sentence
}

function explainStep(step: StepRisk, titles: Titles): string {
  return formatMessage(titles.locale.risk.step, { ...factsOf(step, titles), clock: titles.clock(step.clock) })
}

function factsOf({ step, department, sample, breached }: DeadlineRiskEntry | StepRisk, { locale, step: stepTitle }: Titles) {
  const percent = shownPart(String(breached), String(sample))
  return { step: stepTitle(step), department: department ?? locale.risk.noDepartment, sample, breached, percent }
}
