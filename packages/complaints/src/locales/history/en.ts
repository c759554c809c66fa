import type { HistoryLocale } from './types.js'

/** The wording of where a complaint stands, and of its history, in English. */
export const history: HistoryLocale = {
  standing: {
    open: 'Complaint {complaint} has stood at "{step}" since {at}.',
    closed: 'Complaint {complaint} is closed: it has stood at "{step}" since {at}.',
    responsible: 'Responsible for what comes next: {role}.',
    nobody: 'Nobody is named as responsible for what comes next.',
    done: "The last of the textbook's eight steps that is done: {step}.",
    ahead: "The last of the textbook's eight steps that is done: {step}; still to come: {ahead}.",
    nothingAhead: "The last of the textbook's eight steps that is done: {step}; on this way none of the others is still to come.",
    proposal: 'Solution proposed by {actor} at {at}: {remedy}; it costs {amount}.',
    freeProposal: 'Solution proposed by {actor} at {at}: {remedy}; it costs no money.',
    goesBack: 'From here it goes back to "{step}".',
    cycle: 'This is cycle {cycle}: what happened in earlier ones is on file, but is no evidence any more.',
    happened: 'What has happened in this cycle: {events}.',
    opened: 'Recorded at {at}; {fields}.',
    openedPlain: 'Recorded at {at}.',
    incomplete: 'The history is cut off in the middle of a command; events still to come: {count}.',
    possible: 'Commands at "{step}", each on its own conditions: {commands}.',
    impossible: 'Nothing can be done at "{step}".',
  },
  events: {
    told: '{sequence}. {at}, {actor}: {event} ({fields}); {place}.',
    plain: '{sequence}. {at}, {actor}: {event}; {place}.',
    begins: 'it stands at "{step}"',
    moves: 'it goes to "{step}"',
    stays: 'it stays at "{step}"',
    newCycle: 'cycle {cycle} begins; {place}',
    migrated: 'version {from} gives way to version {to}; {place}',
  },
}
