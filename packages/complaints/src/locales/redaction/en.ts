import type { RedactionLocale } from './types.js'

/** The wording of what was taken out of a history, in English. */
export const redaction: RedactionLocale = {
  redaction: {
    summary: 'History of complaint {complaint} (events: {events}), values taken out or replaced: {count}.',
    nothing: 'Nothing was taken out of complaint {complaint}.',
    field: '"{field}" was taken out of these events: {events}.',
    people: 'Who acted goes by a pseudonym in these events: {events}.',
    notFound: 'No event has these fields, which may be misspelt: {fields}.',
    kept: 'The kinds of events, their times and steps are as they were.',
  },
}
