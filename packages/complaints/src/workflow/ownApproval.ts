import type { ReadMove, ReadPerson, ReadWorkflow } from './compiled.js'
import type { Marks, Proposing } from './marks.js'
import type { Study } from './studyWorkflow.js'

/** Finds the commands by which whoever can make a move can have proposed what it approves; what is asked is a move and what may be so where it is. */
export function findOwnApproval({ workflow, marking }: Study): (move: ReadMove, there: Marks) => readonly string[] {
  const proposes = (emits: readonly string[]): boolean => emits.some((event) => workflow.proposals.has(event))
  const others = otherEvents(workflow, proposes)
  // Whoever brought such an event about last is the proposer: nothing but a proposal brings it about.
  const isExcluded = ({ notBy }: ReadMove, { emits }: Proposing): boolean =>
    notBy.some(({ events }: ReadPerson) => emits.some((event) => events.has(event)) && [...events].every((event) => !others.has(event)))
  return (move, there) => {
    if (!move.approves) return []
    const before = marking.proposing.filter((proposing) => (proposing.mark & there) !== 0n && !isExcluded(move, proposing))
    return [...new Set([...before.map(({ command }) => command), ...(proposes(move.emits) ? [move.on] : [])])]
  }
}

/** The events that something else than a proposal brings about. */
function otherEvents({ steps, opening }: ReadWorkflow, proposes: (emits: readonly string[]) => boolean): ReadonlySet<string> {
  const all = [opening, ...[...steps.values()].flatMap(({ moves }) => moves)]
  return new Set(all.flatMap(({ emits }) => (proposes(emits) ? [] : emits)))
}
