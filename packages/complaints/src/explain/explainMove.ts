import { localizeText } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import type { ReadMove } from '../workflow/compiled.js'
import { PREVIOUS, STAY } from '../workflow/wellKnown.js'
import { anyOf, listed, shownPerson, type Vocabulary } from './vocabulary.js'
import { wordCondition } from './wordCondition.js'

/** Says on one line who may make a move and what it needs, what is recorded and where it leads, and why it is so. */
export function explainMove(move: ReadMove, vocabulary: Vocabulary): string {
  const { locale } = vocabulary
  const { clauseSeparator, sentence, why } = locale.process
  const clauses = [wordPermission(move, vocabulary), ...wordNeeds(move, vocabulary)].join(clauseSeparator)
  return [
    formatMessage(sentence, { clauses }),
    explainOutcome(move, vocabulary),
    ...(move.why === undefined ? [] : [formatMessage(why, { why: localizeText(move.why, locale.languageTag) })]),
  ].join(locale.sentenceSeparator)
}

function wordPermission({ role, on, conditions }: ReadMove, vocabulary: Vocabulary): string {
  const { move: byRole, openMove, provided } = vocabulary.locale.process
  const facts = { command: vocabulary.term(on), roles: anyOf((role ?? []).map(vocabulary.term), vocabulary) }
  const move = formatMessage(role === undefined ? openMove : byRole, facts)
  const [first] = conditions
  if (first === undefined) return move
  return formatMessage(provided, { move, condition: wordCondition(conditions.length === 1 ? first : { all: conditions }, vocabulary) })
}

function wordNeeds({ events, fields, notBy }: ReadMove, vocabulary: Vocabulary): string[] {
  const { locale, term } = vocabulary
  const { clauses } = locale.process
  const people = notBy.map(({ name }) => shownPerson(name, vocabulary))
  return [
    ...(events.length === 0 ? [] : [formatMessage(clauses.events, { events: listed(events.map(term), vocabulary) })]),
    ...(fields.length === 0 ? [] : [formatMessage(clauses.fields, { fields: listed(fields.map(term), vocabulary) })]),
    ...(people.length === 0 ? [] : [formatMessage(clauses.notBy, { people: listed(people, vocabulary) })]),
  ]
}

function explainOutcome({ emits, startsCycle, to }: ReadMove, vocabulary: Vocabulary): string {
  const { outcome, newCycleOutcome } = vocabulary.locale.process
  const facts = { events: listed(emits.map(vocabulary.term), vocabulary), destination: wordDestination(to, vocabulary) }
  return formatMessage(startsCycle ? newCycleOutcome : outcome, facts)
}

/** Where a move leads. */
export function wordDestination(to: string, { locale, step }: Vocabulary): string {
  const { moves, stays, goesBack } = locale.process.destinations
  if (to === STAY || to === PREVIOUS) return to === STAY ? stays : goesBack
  return formatMessage(moves, { step: step(to) })
}
