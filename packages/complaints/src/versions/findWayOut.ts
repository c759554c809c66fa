import type { ReadMove, ReadWorkflow } from '../workflow/compiled.js'
import { exploreMoves } from '../workflow/exploreMoves.js'
import type { Marks } from '../workflow/marks.js'
import { chancesAt, prepareSearch, type SearchGround, type Standing, standingAfter, union } from './chances.js'

/** A place to look for a way from: a step, the steps to go back to, and what happened in this cycle. */
interface Start {
  readonly step: string
  readonly returnTo: readonly string[]
  readonly facts: readonly string[]
}

/** Tells which events are lacking for any final step to be reached; undefined where one can be. */
export type WayOutFinder = (start: Start) => readonly string[] | undefined

/** A definition may be such a tangle that to look at every standing would take forever; the eight steps have about 40. */
const MOST_STANDINGS = 5_000

/**
 * Makes a search for a way to a final step: over everything that can come about, with all events that moves need. Conditions, roles, people and fields
 * are left out, since whoever acts may see to them, unless whoever may make a move makes another in its place. Where it would take more than 5,000
 * standings to tell that there is no way, {@link searchRoughly} does.
 */
export function wayOutFinder(workflow: ReadWorkflow): WayOutFinder {
  const ground = prepareSearch(workflow)
  const { events } = ground.marking
  const known = new Map<string, readonly string[] | undefined>()
  return ({ step, returnTo, facts }) => {
    const start = { step, returnTo, facts: union(facts.map((event) => events.get(event) ?? 0n)) }
    const name = nameOf(start, start.facts)
    if (!known.has(name)) known.set(name, search(start, ground))
    return known.get(name)
  }
}

function nameOf({ step, returnTo }: Standing, facts: Marks): string {
  return JSON.stringify([step, returnTo, String(facts)])
}

function search(start: Standing, ground: SearchGround): readonly string[] | undefined {
  if (isFinal(start.step, ground)) return undefined
  const seen = new Map<string, readonly Standing[]>()
  const open = [start]
  let standings = 1
  note(start, seen, ground)
  for (let standing = open.pop(); standing !== undefined; standing = open.pop()) {
    for (const chance of chancesAt(standing, ground)) {
      const next = chance.gap === 0n ? standingAfter(chance, standing, ground) : undefined
      if (next === undefined || !note(next, seen, ground)) continue
      if (isFinal(next.step, ground)) return undefined
      standings += 1
      if (standings > MOST_STANDINGS) return searchRoughly(start, ground)
      open.push(next)
    }
  }
  return namesOf(lackingIn([...seen.values()].flat(), ground), ground)
}

function isFinal(step: string, { workflow }: SearchGround): boolean {
  return workflow.steps.get(step)?.final === true
}

/**
 * Keeps a standing, in the place of those with fewer facts, unless one with as many is kept; tells whether it does. Facts but for the deciding ones
 * never stand in the way of a move, so of two standings that differ in those alone the one with more is enough.
 */
function note(standing: Standing, seen: Map<string, readonly Standing[]>, { deciding }: SearchGround): boolean {
  const place = nameOf(standing, standing.facts & deciding)
  const kept = seen.get(place) ?? []
  if (kept.some(({ facts }) => (facts & standing.facts) === standing.facts)) return false
  seen.set(place, [...kept.filter(({ facts }) => (facts & standing.facts) !== facts), standing])
  return true
}

/** The events for want of which moves cannot be made anywhere; where those of a move can each be had, but not together, all of these. */
function lackingIn(standings: readonly Standing[], ground: SearchGround): Marks {
  const gaps = new Map<ReadMove, Marks[]>()
  for (const standing of standings) {
    for (const { move, gap } of chancesAt(standing, ground)) {
      const others = gaps.get(move)
      if (others === undefined) gaps.set(move, [gap])
      else others.push(gap)
    }
  }
  const never = [...gaps.values()].filter((all) => !all.includes(0n))
  return union(
    never.map((all) => {
      const everywhere = all.reduce((common, gap) => common & gap)
      return everywhere === 0n ? union(all) : everywhere
    }),
  )
}

/** Looks at each event that a move needs by itself, as `lintDefinition` does: no way is overlooked, but one may be seen where there is none. */
function searchRoughly({ step, returnTo, facts }: Standing, ground: SearchGround): readonly string[] | undefined {
  const { steps } = ground.workflow
  const places = [...returnTo, step]
  const callers = new Map(returnTo.map((from, index) => [places[index + 1] as string, new Set(steps.has(from) ? [from] : [])]))
  const { marks, made } = exploreMoves(ground, { marks: new Map([[step, facts]]), callers, oneCycle: false })
  if ([...marks.keys()].some((id) => isFinal(id, ground))) return undefined
  const gaps = [...marks].flatMap(([id, there]) => {
    const never = (ground.moves.get(id) ?? []).filter(({ move }) => !made.has(move) && !ground.hidden.has(move))
    return never.map(({ needs }) => needs & ~there)
  })
  return namesOf(union(gaps), ground)
}

function namesOf(marks: Marks, { marking: { events } }: SearchGround): readonly string[] {
  const named = [...events].filter(([, mark]) => (marks & mark) !== 0n)
  return named.map(([event]) => event).sort()
}
