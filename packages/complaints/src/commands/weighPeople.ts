import type { ComplaintState } from '../history/types.js'
import type { ReadMove } from '../workflow/compiled.js'
import { type Situation, whyOf } from './reasons.js'
import type { RefusalReason } from './types.js'

/** Why who acts may not make a move. */
export function weighPeople(move: ReadMove, { command: { by }, state: { facts } }: Situation): readonly RefusalReason[] {
  const { role, notBy } = move
  const barred = notBy.filter(({ events }) => latestBy(events, facts) === by.id)
  return [
    ...(role === undefined || role.includes(by.role) ? [] : [{ code: 'role' as const, params: { role: by.role, allowed: role, ...whyOf(move) } }]),
    ...barred.map(({ name }) => ({ code: 'same-person' as const, params: { person: by.id, as: name, ...whyOf(move) } })),
  ]
}

/** Who brought about the latest of some events in this cycle. */
function latestBy(events: ReadonlySet<string>, facts: ComplaintState['facts']): string | undefined {
  let latest: ComplaintState['facts'][string] | undefined
  for (const event of events) {
    const fact = Object.hasOwn(facts, event) ? facts[event] : undefined
    if (fact !== undefined && fact.sequence > (latest?.sequence ?? 0)) latest = fact
  }
  return latest?.by.id
}
