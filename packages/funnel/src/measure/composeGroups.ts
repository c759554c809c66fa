import type { DealFacts } from '../stageLog/factsOf.js'
import type { DealBook } from './book.js'
import { composeFigures } from './composeFigures.js'
import type { FunnelGroup } from './types.js'

/** What became of deals, by the value of an attribute. */
export function composeGroups(book: DealBook, deals: Int32Array, facts: readonly DealFacts[], attribute: string): FunnelGroup[] {
  const groups = new Map<string | null, number[]>()
  for (const deal of deals) {
    const group = facts[deal]?.attributes.get(attribute) ?? null
    const members = groups.get(group)
    if (members === undefined) groups.set(group, [deal])
    else members.push(deal)
  }
  const inOrder = [...groups].sort(([one], [other]) => compareGroups(one, other))
  return inOrder.map(([group, members]) => ({ group, ...composeFigures(book, Int32Array.from(members)) }))
}

function compareGroups(one: string | null, other: string | null): number {
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}
