import type { Issue } from '@clientele/core'
import {
  type Check,
  checkAgrees,
  checkCount,
  checkText,
  checkUnique,
  createIssue,
  describeValue,
  filled,
  listOf,
  membersOf,
} from '@clientele/core/checks'
import { type ReadEvent, readEvent } from '../history/readEvent.js'
import type { RedactedComplaint } from '../redaction/types.js'
import { migrating } from '../workflow/wellKnown.js'

const PEOPLE = 'by'

const checkEvent: Check = (value, path, issues) => {
  readEvent(value, path, issues)
}

const checkShape: Check = membersOf({
  events: filled(checkEvent),
  removed: listOf(membersOf({ sequence: checkCount, field: checkText })),
  notFound: listOf(checkText),
})

/** Adds an issue for all that is wrong with a redacted history, where an event still has what is said to be taken out of it, or any has what is said not to be found. */
export function checkRedaction(value: unknown, issues: Issue[]): void {
  checkShape(value, ['result'], issues)
  if (issues.length > 0) return
  const { events: values, removed, notFound } = value as RedactedComplaint
  const events = values.map((event) => readEvent(event, [], []) as ReadEvent)
  const first = events[0] as ReadEvent
  events.forEach(({ complaint, sequence }, index) => {
    const expected = { complaint: first.complaint, sequence: first.sequence + index }
    checkAgrees({ complaint, sequence }, expected, ['result', 'events', index], issues)
  })
  removed.forEach(({ sequence, field }, index) => {
    const event = events[sequence - first.sequence]
    const path = ['result', 'removed', index, 'sequence']
    if (event === undefined) {
      const range = { minimum: String(first.sequence), maximum: String(first.sequence + events.length - 1) }
      issues.push(createIssue('out-of-range', path, { ...range, actual: describeValue(sequence) }))
    } else if (field !== PEOPLE && event.type !== migrating.event && Object.hasOwn(event.fields, field)) {
      issues.push(createIssue('unknown-key', ['result', 'events', sequence - first.sequence, field], { allowed: [] }))
    }
  })
  const found = new Set([PEOPLE, ...removed.map(({ field }) => field), ...events.flatMap(({ fields }) => Object.keys(fields))])
  const place = ['result', 'notFound']
  notFound.forEach((field, index) => {
    if (found.has(field)) issues.push(createIssue('given-elsewhere', [...place, index], { value: field, place: 'result.events' }))
  })
  checkUnique(notFound, (index) => [...place, index], issues)
}
