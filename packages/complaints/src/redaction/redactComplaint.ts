import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import type { ReadEvent } from '../history/readEvent.js'
import { readHistory } from '../history/readHistory.js'
import type { Actor, ComplaintEvent } from '../history/types.js'
import { checkFilledNames } from '../workflow/readMove.js'
import { migrating } from '../workflow/wellKnown.js'
import type { RedactedComplaint, RedactionOptions, RemovedField } from './types.js'

/** What a replay, clocks or an analysis would no longer work without. */
const NEEDED = [
  ...['type', 'at', 'complaint', 'sequence', 'definition', 'step', 'cycle', 'command', 'following'],
  ...['cause', 'content', 'department', 'priority', 'amount', 'currency', 'until', 'clock'],
]

const PEOPLE = 'by'

/** Where a migration says which definition and step it left: nobody is in it, and no replay works without it. */
const ORIGIN = 'from'

/**
 * Takes personal data out of a complaint's history, which can be replayed and analysed as before.
 *
 * @param events - The whole history from the first event on, in order.
 * @param options - `fields`: the names of the fields to take out of every event, at least one, each once; `'by'` replaces the id of everyone who acted by
 * `person-1`, `person-2` and so on, in the order in which they first act, and leaves role and department. What places an event in its history, and
 * what clocks and analyses read (`cause`, `content`, `department`, `priority`, `amount`, `currency`, `until`, `clock`), cannot be taken out; nor is the `from` of a
 * migration, which names a definition and a step.
 * @returns The history without these fields, which were taken out of which event, and in `notFound` those that no event carries, which may be misspelt. Other
 * fields are as they were, whatever they tell of a person.
 * @throws {@link InputError} if anything is not as stated, or the history is damaged; the paths of events start at their index.
 * @example
 * import { type ComplaintEvent, redactComplaint } from '@clientele/complaints'
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
 *   content: 'product-quality',
 * }
 * const { events, removed, notFound } = redactComplaint([event], { fields: ['by', 'customer', 'phnoe'] })
 * events[0]?.by //=> { id: 'person-1', role: 'agent' }
 * events[0]?.content //=> 'product-quality'
 * removed //=> [{ sequence: 1, field: 'by' }, { sequence: 1, field: 'customer' }]
 * notFound //=> ['phnoe']
 */
export function redactComplaint(events: readonly ComplaintEvent[], options: RedactionOptions): RedactedComplaint {
  const issues: Issue[] = []
  const history = readHistory(events, { list: ['events'], events: [] }, null, issues)
  const fields = readFieldNames(options, issues)
  throwIssues(issues)
  return redact(history as readonly ReadEvent[], fields)
}

function readFieldNames(options: unknown, issues: Issue[]): readonly string[] {
  if (!checkRecord(options, ['options'], issues)) return []
  const { fields, ...others } = { ...options }
  checkKeys(others, ['fields'], ['options'], issues)
  checkFilledNames(fields, NEEDED, ['options', 'fields'], issues)
  return fields as readonly string[]
}

function redact(history: readonly ReadEvent[], names: readonly string[]): RedactedComplaint {
  const removed: RemovedField[] = []
  const pseudonyms = new Map<string, string>()
  const pseudonymFor = ({ id, ...rest }: Actor): Actor => {
    const pseudonym = pseudonyms.get(id) ?? `person-${pseudonyms.size + 1}`
    pseudonyms.set(id, pseudonym)
    return { id: pseudonym, ...rest }
  }
  const events = history.map((event): ComplaintEvent => {
    const fields = { ...event.fields }
    for (const field of names) {
      if (field !== PEOPLE && (!Object.hasOwn(fields, field) || (field === ORIGIN && event.type === migrating.event))) continue
      delete fields[field]
      removed.push({ sequence: event.sequence, field })
    }
    return { ...placeOf(event), by: names.includes(PEOPLE) ? pseudonymFor(event.by) : event.by, ...fields } as ComplaintEvent
  })
  const carried = new Set([PEOPLE, ...history.flatMap(({ fields }) => Object.keys(fields))])
  return { events, removed, notFound: names.filter((name) => !carried.has(name)) }
}

/** What an event says besides who brought it about and what they told. */
function placeOf({ type, at, complaint, sequence, definition, step, cycle, command, following }: ReadEvent): Partial<ComplaintEvent> {
  const place = { type, at, complaint, sequence, definition, step }
  return {
    ...place,
    ...(cycle === undefined ? {} : { cycle }),
    ...(command === undefined ? {} : { command }),
    ...(following === undefined ? {} : { following }),
  }
}
