import type { ReadMove } from '../workflow/compiled.js'
import { lacks } from './readCommand.js'
import { lacksField, type Situation, whyOf } from './reasons.js'
import type { RefusalReason } from './types.js'
import { weighConditions } from './weighConditions.js'
import { approvalOf, asksForPaid, weighLimit } from './weighLimits.js'
import { weighPeople } from './weighPeople.js'

/** Every reason against a move, in the order: conditions, evidence, role, same person, limits. */
export function weighMove(move: ReadMove, situation: Situation): readonly RefusalReason[] {
  const { command, state, workflow } = situation
  const approval = approvalOf(move, state, command.fields)
  const paid = approval !== null && asksForPaid(command.by.role, approval, workflow) ? ['paidToCustomer'] : []
  const lacking = [...new Set([...move.fields, ...paid])].filter((field) => lacks(command, field))
  return [
    ...weighConditions(move, situation),
    ...lacking.map((field) => lacksField(field, move)),
    ...weighEvents(move, situation),
    ...weighPeople(move, situation),
    ...(approval === null ? [] : weighLimit(approval, move, situation)),
  ]
}

/** The events that a move needs and that have not happened in this cycle. */
export function weighEvents(move: ReadMove, { state: { facts }, workflow: { events } }: Situation): readonly RefusalReason[] {
  const lacking = move.events.filter((event) => !Object.hasOwn(facts, event))
  return lacking.map((need) => ({
    code: 'evidence',
    params: { need, type: 'event', commands: events.get(need) as readonly string[], ...whyOf(move) },
  }))
}
