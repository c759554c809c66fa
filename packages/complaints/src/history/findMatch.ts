import type { Issue, Path } from '@clientele/core'
import type { ReadMove, ReadWorkflow } from '../workflow/compiled.js'
import { migrating, PREVIOUS, recording, STAY } from '../workflow/wellKnown.js'
import { checkSaid } from './checkSaid.js'
import type { Draft } from './draft.js'
import type { ReadEvent } from './readEvent.js'

/** A way in which an event can have come about: its place in what a command emits, and where that leads. */
export interface Match {
  readonly step: string
  readonly cycle: number
  readonly following: number
  readonly command: string
  /** Whether the event carries the solution proposed. */
  readonly proposes: boolean
}

/** A place in what a move emits, or the opening. */
interface Way {
  readonly move: Pick<ReadMove, 'on' | 'to' | 'emits' | 'startsCycle' | 'proposes'>
  readonly index: number
}

const NONE: readonly Way[] = []

/** The first way in which an event can have come about where a draft stands, if there is any. */
export function findMatch(draft: Draft, event: ReadEvent, workflow: ReadWorkflow): Match | undefined {
  for (const way of waysTo(event.type, draft, workflow)) {
    const match = matchOf(way, draft, event)
    if (match !== undefined && isAsSaid(match, event)) return match
  }
  return undefined
}

/** Adds an issue for the first thing that rules out every way in which an event can have come about. */
export function reportMismatch(draft: Draft, event: ReadEvent, workflow: ReadWorkflow, path: Path, issues: Issue[]): void {
  const matchesTo = (type: string): readonly Match[] => waysTo(type, draft, workflow).flatMap((way) => matchOf(way, draft, event) ?? [])
  let matches = matchesTo(event.type)
  if (matches.length === 0) {
    const types = [...workflow.events.keys()].filter((type) => matchesTo(type).length > 0)
    checkSaid(event.type, draft.following === 0 ? [...types, migrating.event] : types, [...path, 'type'], issues)
    return
  }
  for (const key of ['command', 'following', 'step', 'cycle'] as const) {
    const said = event[key]
    if (said === undefined) continue
    const allowed = matches.map((match) => match[key])
    if (!checkSaid(said, allowed, [...path, key], issues)) return
    matches = matches.filter((match) => match[key] === said)
  }
}

/** Where in what opens a complaint, and in what the moves of its step emit, a type of event stands. */
function waysTo(type: string, { step, sequence }: Draft, { steps, opening }: ReadWorkflow): readonly Way[] {
  const ways = steps.get(step)?.emitted.get(type) ?? NONE
  if (opening.emits[sequence] !== type) return ways
  const move = { on: recording.command, to: STAY, emits: opening.emits, startsCycle: false, proposes: false }
  return [{ move, index: sequence }, ...ways]
}

function matchOf({ move, index }: Way, draft: Draft, { following: said }: ReadEvent): Match | undefined {
  const following = move.emits.length - 1 - index
  const step = following > 0 || move.to === STAY ? draft.step : move.to === PREVIOUS ? draft.returnTo.at(-1) : move.to
  if (step === undefined || !isInPlace({ move, index }, following, draft, said)) return undefined
  const first = index === 0
  const cycle = first && move.startsCycle ? draft.cycle + 1 : draft.cycle
  return { step, cycle, following, command: move.on, proposes: first && move.proposes }
}

/**
 * Whether an event of a command stands right after the one before it. An event that does not say how many follow may stand anywhere, unless the one
 * before it says that it follows.
 */
function isInPlace({ move: { emits }, index }: Way, following: number, draft: Draft, said: number | undefined): boolean {
  if (draft.following === 0) return index === 0 || said === undefined
  return draft.following === following + 1 && draft.facts.get(emits[index - 1] as string)?.sequence === draft.sequence
}

function isAsSaid(match: Match, { command, following, step, cycle }: ReadEvent): boolean {
  if (step !== match.step || (command !== undefined && command !== match.command)) return false
  return (following === undefined || following === match.following) && (cycle === undefined || cycle === match.cycle)
}
