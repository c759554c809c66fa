import type { ReadMove, ReadStep, ReadWorkflow } from './compiled.js'
import type { Marking, Marks } from './marks.js'
import { circlesOf, orderSteps } from './stepOrder.js'
import { PREVIOUS, STAY } from './wellKnown.js'

/** What is explored. */
export interface Ground {
  readonly workflow: ReadWorkflow
  readonly marking: Marking
  /** The moves that are never made, each with the index of the one that is made instead. */
  readonly hidden: ReadonlyMap<ReadMove, number>
  /** The steps in the order in which most of them are reached. */
  readonly order: readonly string[]
  /** The steps that go back, each with those of them that it leads to and that lead to it. */
  readonly circles: ReadonlyMap<string, ReadonlySet<string>>
}

/** The steps from which each step that goes back can be entered. */
export type Callers = ReadonlyMap<string, ReadonlySet<string>>

/** Where complaints come from. */
export interface Start {
  /** What may be so of them, by the step in which they are. */
  readonly marks: ReadonlyMap<string, Marks>
  /** Where they may have come from to each step; undefined where there is nothing to go back to. */
  readonly callers?: Callers
  /** Whether they are followed only until a new cycle begins. */
  readonly oneCycle: boolean
}

/** What may come of complaints. */
export interface Exploration {
  /** What may be so of them, by the steps that they can reach. */
  readonly marks: ReadonlyMap<string, Marks>
  /** The moves that can be made. */
  readonly made: ReadonlySet<ReadMove>
  readonly callers: Callers
}

/** What may be so after a step has been entered and left for where it was entered from. */
interface Return {
  readonly marks: Marks
  /** Whether what was so before still may be. */
  readonly keeps: boolean
}

interface Search {
  readonly ground: Ground
  readonly start: Start
  /** What may be so, by step. */
  readonly whole: Map<string, Marks>
  /** What may have come about since a step was entered to go back from it, or one that it forms a circle with. */
  readonly since: Map<string, Marks>
  readonly returns: Map<string, Return>
  readonly callers: Map<string, Set<string>>
  readonly made: Set<ReadMove>
  /** The steps whose moves are to be followed. */
  readonly waiting: Set<string>
}

/** Prepares a definition for being explored. */
export function prepareGround(known: Pick<Ground, 'workflow' | 'marking' | 'hidden'>): Ground {
  const { steps } = known.workflow
  const targets = new Map([...steps.values()].map(({ id, moves }) => [id, moves.filter((move) => !known.hidden.has(move)).map(({ to }) => to)]))
  const leading = (id: string): readonly string[] => (targets.get(id) ?? []).filter((to) => steps.has(to))
  const goesBack = (id: string): boolean => steps.get(id)?.returns === true
  const ids = [...steps.keys()]
  return { ...known, order: orderSteps(ids, leading), circles: circlesOf(ids.filter(goesBack), (id) => leading(id).filter(goesBack)) }
}

/**
 * Follows complaints over all moves that can be made, whatever fields, conditions, roles and limits ask for.
 *
 * What comes about in steps that are entered to go back from is summed up by itself, so that who enters them from one step is not taken back to
 * another (Sharir and Pnueli, 1981, the functional approach). Whether each event that a move needs can have happened is asked one by one: whether
 * they can all have happened together is as hard as satisfiability.
 */
export function exploreMoves(ground: Ground, start: Start): Exploration {
  const found = { whole: new Map(), since: new Map(), returns: new Map(), callers: new Map(), made: new Set<ReadMove>(), waiting: new Set<string>() }
  const search: Search = { ground, start, ...found }
  for (const [step, marks] of start.marks) enter(search, search.whole, step, marks)
  // What is entered is found on the way there, what comes of it on the way back.
  const round = [...ground.order, ...[...ground.order].reverse()]
  while (search.waiting.size > 0) {
    for (const id of round) if (search.waiting.delete(id)) visit(search, ground.workflow.steps.get(id) as ReadStep)
  }
  return { marks: search.whole, made: search.made, callers: search.callers }
}

function visit(search: Search, step: ReadStep): void {
  const { ground, start, whole, since, made } = search
  const canGoBack = since.has(step.id) || start.callers !== undefined
  for (const move of step.moves) {
    if (ground.hidden.has(move) || (start.oneCycle && move.startsCycle) || (move.to === PREVIOUS && !canGoBack)) continue
    const { needs } = marksOf(ground, move)
    if (!made.has(move) && (needs & (whole.get(step.id) ?? 0n)) !== needs) continue
    made.add(move)
    follow(search, step, move, whole)
    if (since.has(step.id)) follow(search, step, move, since)
  }
}

/** Follows a move, in the light of all that may be so or of what has come about since the step was entered. */
function follow(search: Search, step: ReadStep, move: ReadMove, light: Map<string, Marks>): void {
  const { ground, whole } = search
  const marks = light.get(step.id) ?? 0n
  const { brings } = marksOf(ground, move)
  const after = (move.startsCycle ? marks & ~ground.marking.facts : marks) | brings
  if (move.to === STAY || move.to === step.id) add(search, light, step.id, brings)
  else if (move.to === PREVIOUS) goBack(search, step, { marks: after, keeps: !move.startsCycle }, light === whole)
  else {
    if (light === whole || ground.circles.get(step.id)?.has(move.to)) enter(search, light, move.to, after)
    if (ground.circles.has(move.to)) comeBack(search, step, { target: move.to, brings, light })
  }
}

/** Goes back from a step to where it was entered from. */
function goBack(search: Search, { id }: ReadStep, { marks, keeps }: Return, isWhole: boolean): void {
  const { start, whole, returns, callers, waiting } = search
  if (isWhole) {
    for (const caller of start.callers?.get(id) ?? []) enter(search, whole, caller, marks)
    return
  }
  const known = returns.get(id) ?? { marks: 0n, keeps: false }
  const next = { marks: known.marks | marks, keeps: known.keeps || keeps }
  if (returns.has(id) && next.marks === known.marks && next.keeps === known.keeps) return
  returns.set(id, next)
  for (const caller of callers.get(id) ?? []) waiting.add(caller)
}

/** Enters a step to come back from it. */
function comeBack(search: Search, step: ReadStep, { target, brings, light }: { target: string; brings: Marks; light: Map<string, Marks> }): void {
  const { since, returns, callers } = search
  callers.set(target, (callers.get(target) ?? new Set()).add(step.id))
  enter(search, since, target, 0n)
  const back = returns.get(target)
  if (back !== undefined) enter(search, light, step.id, back.keeps ? back.marks | brings : back.marks)
}

function enter(search: Search, light: Map<string, Marks>, step: string, marks: Marks): void {
  const { ends, begins } = search.ground.marking.steps.get(step) as { ends: Marks; begins: Marks }
  add(search, light, step, (marks & ~ends) | begins)
}

function add({ waiting }: Search, light: Map<string, Marks>, step: string, marks: Marks): void {
  const known = light.get(step)
  if (known !== undefined && (known | marks) === known) return
  light.set(step, (known ?? 0n) | marks)
  waiting.add(step)
}

/** What a move brings about, and what it needs. */
export function marksOf({ marking }: Ground, move: ReadMove): { readonly brings: Marks; readonly needs: Marks } {
  return marking.moves.get(move) as { readonly brings: Marks; readonly needs: Marks }
}
