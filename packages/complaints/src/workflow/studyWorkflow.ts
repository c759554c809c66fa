import type { ReadMove, ReadStep, ReadWorkflow } from './compiled.js'
import { type Callers, type Exploration, exploreMoves, type Ground, prepareGround } from './exploreMoves.js'
import { hiddenMoves } from './hiddenMoves.js'
import { livingSteps } from './livingSteps.js'
import { type Marks, markWorkflow } from './marks.js'

/** What may come of the complaints that a definition is for. */
export interface Study extends Ground {
  /** The steps that complaints reach, with what may be so there. */
  readonly reached: ReadonlyMap<string, Marks>
  /** The moves that can be made. */
  readonly made: ReadonlySet<ReadMove>
  /** The steps from which a final one can be reached, among those that complaints do not reach too. */
  readonly living: ReadonlySet<string>
  readonly callers: Callers
}

/**
 * Finds where complaints can get. Of steps that only complaints of earlier versions reach it takes it that anything may have happened to them; the
 * others it judges by the complaints that are opened under the definition.
 */
export function studyWorkflow(workflow: ReadWorkflow): Study {
  const marking = markWorkflow(workflow)
  const hidden = hiddenMoves(workflow)
  const ground = prepareGround({ workflow, marking, hidden })
  const steps = [...workflow.steps.values()]
  const opened = exploreMoves(ground, { marks: new Map([[workflow.initial, marking.opening]]), oneCycle: false })
  const targets = new Set([...workflow.migrate.values()].flatMap((renamed) => [...renamed.values()]))
  const brought = exploreBrought(ground, opened, targets)
  const isOpened = ({ id }: ReadStep): boolean => opened.marks.has(id)
  const isReached = (step: ReadStep): boolean => isOpened(step) || brought.marks.has(step.id)
  const livingOf = ({ marks, made }: Exploration, returning: ReadonlySet<string>): ReadonlySet<string> =>
    livingSteps({ steps: steps.filter(({ id }) => marks.has(id)), made: (move) => made.has(move), returning })
  const ofOpened = livingOf(opened, new Set())
  const ofBrought = livingOf(brought, targets)
  const ofAll = livingSteps({ steps, made: (move) => !hidden.has(move), returning: new Set() })
  const living = steps.filter((step) => (isOpened(step) ? ofOpened : isReached(step) ? ofBrought : ofAll).has(step.id))
  return {
    ...ground,
    reached: new Map([...brought.marks, ...opened.marks]),
    made: new Set(steps.flatMap((step) => step.moves.filter((move) => (isOpened(step) ? opened : brought).made.has(move)))),
    living: new Set(living.map(({ id }) => id)),
    callers: new Map([...brought.callers, ...opened.callers]),
  }
}

const NOTHING: Exploration = { marks: new Map(), made: new Set(), callers: new Map() }

/** Follows the complaints of earlier versions, where they reach steps that others do not. */
function exploreBrought(ground: Ground, opened: Exploration, targets: ReadonlySet<string>): Exploration {
  if ([...targets].every((step) => opened.marks.has(step))) return NOTHING
  const marks = new Map([...targets].map((step) => [step, ground.marking.facts]))
  return exploreMoves(ground, { marks, callers: new Map(), oneCycle: false })
}
