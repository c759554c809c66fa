import { type Issue, localizeText } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { type Instant, parseMoment } from '@clientele/core/clocks'
import { formatMessage, listTexts } from '@clientele/core/explain'
import type { ClockPolicy, ClockRule, ClockStatus, ComplaintClock, ComplaintClocks } from '../clocks/types.js'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import { type ClocksPolicy, checkClocksOfPolicy } from './checkClocks.js'
import { endedOtherwise, explainClock, shownByAll } from './explainClock.js'
import { onOneLine } from './onOneLine.js'
import { type TitledPolicy, type Titles, titlesBy } from './readTitled.js'

/**
 * Says in sentences how the clocks of a complaint stand, and how each deadline comes about, span by span.
 *
 * @param result - What {@link complaintClocks} returned.
 * @param policy - The clock policy that made it, or a list with it and workflows, taxonomies and calendars, by which events, priorities and calendars
 * are called; without its calendar, a moment after the deadline, and that at which they were looked at, are told in UTC.
 * @param locale - The language; English unless given.
 * @returns How many clocks are missed, running, waiting, met and ended otherwise, which is in time but by what the clock does not wait for; then each clock,
 * the most urgent first: missed ones that are still open, missed ones, open ones, met ones, in the order of their deadlines. Of each it says how it stands,
 * whose it is, when it warns, what it waited, which deadlines had passed before others were put in their place, by which calendar it
 * runs and where it is written; and of every span of time up to the deadline whether it counts, and why. At the end are clocks that have not started,
 * and the note of the policy.
 * @throws {@link InputError} if a policy is not one, or not the one that made the result: one that knows other clocks, or targets, is refused, also of
 * the same version.
 * @example
 * import { type ClockPolicy, complaintClocks, openComplaint } from '@clientele/complaints'
 * import { explainClocks } from '@clientele/complaints/explain'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const reply = { id: 'reply', title: 'First reply', starts: 'ComplaintRecorded', stops: 'ComplaintAccepted', target: 'PT8H', mayWait: false }
 * const policy: ClockPolicy = { kind: 'clock-policy', id: 'desk', version: '1', clocks: [reply] }
 *
 * const by = { id: 'li', role: 'agent' }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const decision = openComplaint({ type: 'recordComplaint', at: '2024-03-01T09:00:00Z', by, ...told }, eightSteps)
 * const clocks = complaintClocks(decision.ok ? decision.events : [], policy, { at: '2024-03-01T12:00:00Z', definition: eightSteps })
 * const { sentences } = explainClocks(clocks, [policy, eightSteps])
 * sentences[1] //=> '"First reply" is running: due Fri 2024-03-01 17:00 (UTC+00:00); left: 5 h; used: 3 h.'
 * sentences.at(-1) //=> 'Fri 2024-03-01, 09:00 to 17:00: 8 h counted (around the clock).'
 */
export function explainClocks(
  result: ComplaintClocks,
  policy: ClockPolicy | readonly TitledPolicy[],
  locale: ComplaintsLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const made = checkClocksOfPolicy(result, policy, issues) as ClocksPolicy
  throwIssues(issues)
  const titles = titlesBy(made.titled, locale)
  const { clocks, notStarted } = result
  const { notStarted: waitingToStart, note } = locale.clocks
  const rules = new Map(made.document.clocks.map((rule) => [rule.id, { ...rule }]))
  const isLinked = clocks.some(({ cycle }) => cycle > 1)
  return {
    sentences: onOneLine([
      summarise(result, rules, titles),
      ...[...clocks].sort(byUrgency).flatMap((clock) => explainClock(clock, rules.get(clock.clock) as ClockRule, isLinked, titles)),
      ...(notStarted.length === 0 ? [] : [formatMessage(waitingToStart, { clocks: listTexts(notStarted.map(titles.clock), locale.core) })]),
      ...(made.document.note === undefined ? [] : [formatMessage(note, { note: localizeText(made.document.note, locale.languageTag) })]),
    ]),
  }
}

function summarise({ complaint, at, clocks }: ComplaintClocks, rules: ReadonlyMap<string, ClockRule>, titles: Titles): string {
  const count = (status: ClockStatus): number => clocks.filter((clock) => clock.status === status).length
  const otherwise = clocks.filter((clock) => endedOtherwise(clock, rules.get(clock.clock) as ClockRule)).length
  const counts = { breached: count('breached'), running: count('running'), waiting: count('waiting'), met: count('met') - otherwise, otherwise }
  return formatMessage(titles.locale.clocks.summary, { complaint, at: shownByAll(at, clocks, titles), ...counts })
}

/** Missed ones first, and of these the open ones; met ones last; then by their deadlines. */
function byUrgency(one: ComplaintClock, other: ComplaintClock): number {
  return urgencyOf(one) - urgencyOf(other) || Number((parseMoment(one.due) as Instant) - (parseMoment(other.due) as Instant))
}

function urgencyOf({ status, metAt }: ComplaintClock): number {
  if (status === 'breached') return metAt === undefined ? 0 : 1
  return status === 'met' ? 3 : 2
}
