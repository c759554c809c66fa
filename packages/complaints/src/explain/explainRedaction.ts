import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { RedactedComplaint, RemovedField } from '../redaction/types.js'
import { checkRedaction } from './checkRedaction.js'
import { groupBy } from './groupBy.js'
import { onOneLine } from './onOneLine.js'
import { vocabularyOf } from './vocabulary.js'

const PEOPLE = 'by'

/**
 * Says in sentences what was taken out of a complaint's history.
 *
 * @param result - What {@link redactComplaint} returned.
 * @param locale - The language; English unless given.
 * @returns How much was taken out; each field with the numbers of the events that had it; fields that no event has; and that the rest is as it was.
 * @throws {@link InputError} if the result is not as stated, such as one whose events still have what was taken out.
 * @example
 * import { type ComplaintEvent, redactComplaint } from '@clientele/complaints'
 * import { explainRedaction } from '@clientele/complaints/explain'
 *
 * const event: ComplaintEvent = {
 *   type: 'ComplaintRecorded',
 *   at: '2024-03-01T09:00:00+08:00',
 *   by: { id: 'li', role: 'agent' },
 *   complaint: 'C-1',
 *   sequence: 1,
 *   definition: { id: 'eight-steps', version: '1' },
 *   step: 'recorded',
 *   customer: 'Wang',
 * }
 * explainRedaction(redactComplaint([event], { fields: ['customer'] })).sentences
 * //=> ['History of complaint C-1 (events: 1), values taken out or replaced: 1.', '"customer" was taken out of these events: 1.', 'The kinds of events, their times and steps are as they were.']
 */
export function explainRedaction(result: RedactedComplaint, locale: ComplaintsLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkRedaction(result, issues)
  throwIssues(issues)
  const { summary, nothing, notFound: missing, kept } = locale.redaction
  const { events, removed, notFound } = result
  const facts = { complaint: events[0]?.complaint ?? '', count: removed.length, events: events.length }
  // As they were written, for they may be misspelt.
  const unknown = notFound.length === 0 ? [] : [formatMessage(missing, { fields: listTexts(notFound, locale.core) })]
  if (removed.length === 0) return { sentences: onOneLine([formatMessage(nothing, facts), ...unknown]) }
  const fields = groupBy(removed, ({ field }) => field)
  return { sentences: onOneLine([formatMessage(summary, facts), ...fields.map((group) => explainField(group, locale)), ...unknown, kept]) }
}

function explainField(removed: readonly [RemovedField, ...RemovedField[]], locale: ComplaintsLocale): string {
  const { field, people } = locale.redaction
  const [{ field: name }] = removed
  const events = listTexts(
    removed.map(({ sequence }) => String(sequence)),
    locale.core,
  )
  const { term } = vocabularyOf({ terms: {}, steps: {} }, locale)
  return formatMessage(name === PEOPLE ? people : field, { field: term(name), events })
}
