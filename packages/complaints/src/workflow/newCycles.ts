import type { ReadMove, ReadStep } from './compiled.js'
import { type Exploration, exploreMoves, marksOf } from './exploreMoves.js'
import type { Marks } from './marks.js'
import type { Study } from './studyWorkflow.js'
import { PREVIOUS, STAY } from './wellKnown.js'

/** A way in which a new cycle begins. */
interface Beginning {
  readonly marks: ReadonlyMap<string, Marks>
  readonly isWaiting: boolean
  readonly commands: Set<string>
}

/** The needs of moves that can be met, but no more once a new cycle has begun; each with the commands that begin such a cycle. */
export type LostNeeds = ReadonlyMap<ReadMove, ReadonlyMap<string, ReadonlySet<string>>>

/**
 * Finds needs that cannot be met any more after a new cycle has begun, whereby that cycle loses something: it does not get where the move leads,
 * or where that leads nowhere else, something does not happen in it that another move needs.
 */
export function findLostNeeds(study: Study): LostNeeds {
  const lost = new Map<ReadMove, Map<string, Set<string>>>()
  for (const { marks, isWaiting, commands } of beginningsOf(study).values()) {
    const cycle = exploreMoves(study, { marks, oneCycle: true, ...(isWaiting && { callers: study.callers }) })
    for (const [move, needs] of lostIn(cycle, marks, study)) {
      const known = lost.get(move) ?? new Map<string, Set<string>>()
      for (const need of needs) known.set(need, new Set([...(known.get(need) ?? []), ...commands]))
      lost.set(move, known)
    }
  }
  return lost
}

function beginningsOf(study: Study): ReadonlyMap<string, Beginning> {
  const { workflow, made, callers } = study
  const beginnings = new Map<string, Beginning>()
  for (const step of workflow.steps.values()) {
    for (const move of step.moves) {
      if (!move.startsCycle || !made.has(move)) continue
      const { brings } = marksOf(study, move)
      const targets = move.to === STAY ? [step.id] : move.to === PREVIOUS ? [...(callers.get(step.id) ?? [])] : [move.to]
      const name = JSON.stringify([String(brings), ...targets])
      const known = beginnings.get(name)
      if (known !== undefined) known.commands.add(move.on)
      else {
        const isWaiting = targets.some((target) => workflow.steps.get(target)?.returns)
        beginnings.set(name, { marks: new Map(targets.map((target) => [target, brings])), isWaiting, commands: new Set([move.on]) })
      }
    }
  }
  return beginnings
}

/** The needs that a cycle cannot meet, of moves that can be made in others. */
function lostIn({ marks, made }: Exploration, start: Beginning['marks'], study: Study): readonly (readonly [ReadMove, readonly string[]])[] {
  const { workflow, marking } = study
  const reached = [...marks.keys()].map((id) => workflow.steps.get(id) as ReadStep)
  const happening = [...start.values(), ...[...made].map((move) => marksOf(study, move).brings)].reduce((all, one) => all | one, 0n)
  const isLost = (event: string, there: Marks): boolean => {
    const mark = marking.events.get(event)
    return mark !== undefined && (mark & there) === 0n
  }
  const loses = ({ to, emits }: ReadMove, { id }: ReadStep): boolean =>
    workflow.steps.has(to) && to !== id ? !marks.has(to) : emits.some((event) => isLost(event, happening))
  return reached.flatMap((step) =>
    step.moves
      .filter((move) => study.made.has(move) && !made.has(move) && loses(move, step))
      .map((move) => [move, move.events.filter((event) => isLost(event, marks.get(step.id) ?? 0n))] as const),
  )
}
