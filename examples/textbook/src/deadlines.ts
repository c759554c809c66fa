import { complaintClocks } from '@clientele/complaints'
import { type ComplaintsLocale, explainClocks } from '@clientele/complaints/explain'
import { chinaClocks, chinaOfficeHours, chinaOfficeHours2026, eightSteps } from '@clientele/complaints/templates'
import { addBusinessTime, traceBusinessTime } from '@clientele/core/business-time'
import { explainBusinessTime } from '@clientele/core/explain'
import { historyOf } from './complaints.js'
import { section } from './lines.js'
import type { ComplaintTexts, DeadlineTexts } from './texts/types.js'

/** On the eve of the Spring Festival of 2026, an hour before the office closes, ten hours of work are promised. */
const promised = { at: '2026-02-14T17:00:00+08:00', hours: 'PT10H' }

/** Deadlines (S1, 客戶投訴管理: act in time): hours across a holiday, and the clocks of the kettle's complaint, half way and at the end. */
export function showDeadlines(texts: DeadlineTexts, story: ComplaintTexts, locale: ComplaintsLocale): string[] {
  const history = historyOf(story)
  const options = { definition: eightSteps, calendars: { china: chinaOfficeHours } }
  const clocksAt = (at: string): readonly string[] =>
    explainClocks(complaintClocks(history, chinaClocks, { at, ...options }), [chinaClocks, chinaOfficeHours, eightSteps], locale).sentences
  const due = addBusinessTime(promised.at, promised.hours, chinaOfficeHours2026)
  const trace = traceBusinessTime(promised.at, due, chinaOfficeHours2026)
  return [
    `═══ ${texts.title} ═══`,
    ...section(texts.holiday, explainBusinessTime(trace, chinaOfficeHours2026, locale.core).sentences),
    ...section(texts.halfWay, clocksAt('2024-03-02T16:00:00+08:00')),
    ...section(texts.end, clocksAt('2024-03-06T12:00:00+08:00').slice(0, 1)),
  ]
}
