import type { ReadMove, ReadStep } from './compiled.js'
import { circlesOf, entriesOf, spread } from './stepOrder.js'
import { PREVIOUS, STAY } from './wellKnown.js'

/** Steps, and the moves between them that can be made. */
export interface Passage {
  readonly steps: readonly ReadStep[]
  readonly made: (move: ReadMove) => boolean
  /** The steps in which complaints may stand that were brought there from elsewhere, and can go back there. */
  readonly returning: ReadonlySet<string>
}

/** The steps from which a final one can be reached. */
export function livingSteps({ steps, made, returning }: Passage): ReadonlySet<string> {
  const targets = new Map(steps.map(({ id, moves }) => [id, moves.filter((move) => move.to !== STAY && made(move)).map(({ to }) => to)]))
  const ways = (id: string): readonly string[] => targets.get(id) ?? []
  const ids = [...targets.keys()]
  const entries = entriesOf(ids, ways)
  const final = steps.filter((step) => step.final).map(({ id }) => id)
  const direct = spread(final, (id) => entries.get(id) ?? [])
  // What came from a step that is alive can go back there, from wherever it goes in a circle of steps that do.
  const goesBack = new Set(steps.filter((step) => step.returns).map(({ id }) => id))
  const circles = circlesOf([...goesBack], (id) => ways(id).filter((to) => goesBack.has(to)))
  const leaves = (id: string): boolean => ways(id).includes(PREVIOUS)
  const alive = [...direct, ...[...returning].filter(leaves)]
  return spread(alive, (id) => [...ways(id).filter(leaves), ...(circles.get(id) ?? [])])
}
