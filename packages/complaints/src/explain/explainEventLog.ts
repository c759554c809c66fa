import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownPart, shownPercent } from '@clientele/core/explain'
import type { ActivityCount, EventLogAnalysis, EventLogDiagnosis, Variant } from '../eventLog/types.js'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import { checkEventLogAnalysis } from './checkEventLogAnalysis.js'
import { onOneLine } from './onOneLine.js'
import { shownMeasured } from './shownMeasured.js'

/** How many ways, times and activities are told. */
const TOLD = 5
const LONGEST_PATH = 20

/**
 * Says in sentences how the cases of a log went.
 *
 * @param result - What {@link analyseEventLog} returned.
 * @param locale - The language; English unless given.
 * @returns How many cases there are; the five commonest ways they went, and how many others there are; how long cases took; what was done again; what
 * cases begin and end with; the activities; how long it took from one to the next, the five most frequent; and what to bear in mind.
 * @throws {@link InputError} if the result is not as stated, such as one whose shares disagree with its counts.
 * @example
 * import { analyseEventLog } from '@clientele/complaints'
 * import { explainEventLog } from '@clientele/complaints/explain'
 *
 * const log = [
 *   { case: '1', activity: 'opened', at: '2026-01-05T09:00:00Z' },
 *   { case: '1', activity: 'resolved', at: '2026-01-05T10:00:00Z' },
 *   { case: '2', activity: 'opened', at: '2026-01-05T09:30:00Z' },
 *   { case: '2', activity: 'resolved', at: '2026-01-05T11:30:00Z' },
 * ]
 * const { sentences } = explainEventLog(analyseEventLog(log, { asOf: '2026-01-31' }))
 * sentences[1] //=> '100% of cases (2) went: opened → resolved.'
 * sentences.at(-1) //=> 'From "opened" to "resolved": half took up to 1 h 30 min, nine in ten up to 1 h 54 min (times: 2).'
 */
export function explainEventLog(result: EventLogAnalysis, locale: ComplaintsLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkEventLogAnalysis(result, issues)
  throwIssues(issues)
  const { asOf, cases, events, variants, diagnoses } = result
  const { summary, none } = locale.eventLog
  return {
    sentences: onOneLine([
      formatMessage(cases === 0 ? none : summary, { asOf, cases, events, variants: variants.length }),
      ...explainVariants(result, locale),
      ...explainDuration(result, locale),
      ...explainRework(result, locale),
      ...explainActivities(result, locale),
      ...explainBetween(result, locale),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, locale)),
    ]),
  }
}

function explainVariants({ cases, variants }: EventLogAnalysis, locale: ComplaintsLocale): string[] {
  const { variant, otherVariants } = locale.eventLog
  const percentOf = (count: number): string => shownPart(String(count), String(cases))
  const others = variants.slice(TOLD)
  const left = others.reduce((sum, { count }) => sum + count, 0)
  return [
    ...variants.slice(0, TOLD).map(({ path, count }) => formatMessage(variant, { percent: percentOf(count), count, path: wordPath(path, locale) })),
    ...(others.length === 0 ? [] : [formatMessage(otherVariants, { number: others.length, percent: percentOf(left) })]),
  ]
}

function wordPath(path: Variant['path'], { core, eventLog }: ComplaintsLocale): string {
  const more = path.length > LONGEST_PATH ? [formatMessage(core.more, { number: path.length - LONGEST_PATH })] : []
  return [...path.slice(0, LONGEST_PATH), ...more].join(eventLog.pathSeparator)
}

function explainDuration({ duration: { median, p90, mean } }: EventLogAnalysis, locale: ComplaintsLocale): string[] {
  if (median === null || p90 === null || mean === null) return []
  const [half, most, average] = [median, p90, mean].map((seconds) => shownMeasured(seconds, locale)) as [string, string, string]
  return [formatMessage(locale.eventLog.duration, { median: half, p90: most, mean: average })]
}

function explainRework({ cases: all, rework: { cases, rate, activities } }: EventLogAnalysis, { eventLog }: ComplaintsLocale): string[] {
  if (all === 0) return []
  return [
    cases === 0 ? eventLog.noRework : formatMessage(eventLog.rework, { percent: shownPercent(rate), count: cases }),
    ...activities.slice(0, TOLD).map((again) => formatMessage(eventLog.reworked, { ...again })),
  ]
}

/** Says what cases begin and end with, and what else happens. */
function explainActivities({ activities }: EventLogAnalysis, { analysis, core, eventLog }: ComplaintsLocale): string[] {
  const list = (all: readonly ActivityCount[], countOf: (one: ActivityCount) => number): string => {
    const some = all.filter((one) => countOf(one) > 0).sort((one, other) => countOf(other) - countOf(one))
    return listTexts(
      some.map((one) => formatMessage(analysis.counted, { name: one.activity, count: countOf(one) })),
      core,
    )
  }
  if (activities.length === 0) return []
  return [
    formatMessage(eventLog.starts, { activities: list(activities, ({ starts }) => starts) }),
    formatMessage(eventLog.ends, { activities: list(activities, ({ ends }) => ends) }),
    formatMessage(eventLog.activities, { activities: list(activities, ({ count }) => count) }),
  ]
}

function explainBetween({ timeBetween }: EventLogAnalysis, locale: ComplaintsLocale): string[] {
  return timeBetween.slice(0, TOLD).map(({ from, to, count, median, p90 }) => {
    const facts = { from, to, count, median: shownMeasured(median, locale), p90: shownMeasured(p90, locale) }
    return formatMessage(locale.eventLog.between, facts)
  })
}

function explainDiagnosis({ code, params }: EventLogDiagnosis, { eventLog }: ComplaintsLocale): string {
  return formatMessage(eventLog.diagnoses[code], { ...params })
}
