import type { Condition } from '@clientele/core'
import { isConditionGroup, traceCondition } from '@clientele/core/checks'
import type { ReadMove } from '../workflow/compiled.js'
import { everythingIn } from './readCommand.js'
import { type Situation, whyOf } from './reasons.js'
import type { RefusalReason } from './types.js'

const DATE_LENGTH = 10
const COMMAND = 'command'

/** What is known of a command before it is given. */
const KNOWN = ['type', 'at', 'by']

/** What conditions see. */
function factsOf({ command, state }: Situation): object {
  return { command: everythingIn(command), state }
}

/** The parts of a move's condition that are not met. */
export function weighConditions(move: ReadMove, situation: Situation): readonly RefusalReason[] {
  return weighParts(move.conditions, move, situation)
}

/** The parts of a move's condition that are not met whatever the command's fields, taking them as independent of each other. */
export function weighKnownConditions(move: ReadMove, situation: Situation): readonly RefusalReason[] {
  return weighParts(
    move.conditions.filter((condition) => !canBe(true, condition, situation)),
    move,
    situation,
  )
}

function weighParts(conditions: readonly Condition[], move: ReadMove, situation: Situation): readonly RefusalReason[] {
  const facts = factsOf(situation)
  return conditions.flatMap((condition) => {
    const { met, trace } = traceCondition(condition, facts, dateOf(situation))
    return met ? [] : [{ code: 'condition' as const, params: { condition: plain(condition), trace, ...whyOf(move) } }]
  })
}

/** The date that a command is given on, as its moment is written. */
function dateOf({ command: { at } }: Situation): string {
  return at.slice(0, DATE_LENGTH)
}

/** A copy, so that whoever gets it cannot alter the definition. */
function plain(condition: Condition): Condition {
  return JSON.parse(JSON.stringify(condition)) as Condition
}

/** Whether a condition can come out so, with whatever fields the command is given. */
function canBe(outcome: boolean, condition: Condition, situation: Situation): boolean {
  const can = (member: Condition): boolean => canBe(outcome, member, situation)
  if (isConditionGroup(condition, 'not')) return canBe(!outcome, condition.not, situation)
  if (isConditionGroup(condition, 'all')) return outcome ? condition.all.every(can) : condition.all.some(can)
  if (isConditionGroup(condition, 'any')) return outcome ? condition.any.some(can) : condition.any.every(can)
  if (fieldOf(condition.field) !== undefined) return true
  return traceCondition(condition, factsOf(situation), dateOf(situation)).met === outcome
}

/** The field of the command that a comparison looks at, unless it is known before the command is given. */
function fieldOf(path: string): string | undefined {
  const [subject, field] = path.split('.')
  return subject === COMMAND && field !== undefined && !KNOWN.includes(field) ? field : undefined
}

/** The fields of the command that a condition looks at; of alternatives, those of the first that looks at any. */
export function fieldsIn(condition: Condition): readonly string[] {
  if (isConditionGroup(condition, 'not')) return fieldsIn(condition.not)
  if (isConditionGroup(condition, 'all')) return condition.all.flatMap(fieldsIn)
  if (isConditionGroup(condition, 'any')) return condition.any.map(fieldsIn).find((fields) => fields.length > 0) ?? []
  const field = fieldOf(condition.field)
  return field === undefined ? [] : [field]
}
