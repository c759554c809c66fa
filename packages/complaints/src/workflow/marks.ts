import type { ReadMove, ReadWorkflow } from './compiled.js'
import { recording } from './wellKnown.js'

/** What may be so by the time a complaint stands in a step: a bit for each thing that is asked about. */
export type Marks = bigint

/** A command that brings a proposed solution about. */
export interface Proposing {
  readonly command: string
  readonly emits: readonly string[]
  readonly mark: Marks
}

/** A clock that a step has made run, which no other step has made run or stopped since. */
interface Running {
  readonly step: string
  readonly clock: string
  readonly mark: Marks
}

/** Which bits stand for what. */
export interface Marking {
  /** The events that moves need, by type. */
  readonly events: ReadonlyMap<string, Marks>
  readonly proposing: readonly Proposing[]
  readonly running: readonly Running[]
  /** What a new cycle clears. */
  readonly facts: Marks
  readonly opening: Marks
  /** What each move brings about, and the events that it needs. */
  readonly moves: ReadonlyMap<ReadMove, { readonly brings: Marks; readonly needs: Marks }>
  /** What entering each step puts an end to, and what it begins. */
  readonly steps: ReadonlyMap<string, { readonly ends: Marks; readonly begins: Marks }>
}

/** Gives a bit to every event that a move needs, every command that proposes a solution, and every clock by the step that runs it. */
export function markWorkflow({ steps, opening, proposals }: ReadWorkflow): Marking {
  const moves = [...steps.values()].flatMap((step) => step.moves)
  const nextMark = countMarks()
  const events = new Map([...new Set(moves.flatMap((move) => move.events))].map((event) => [event, nextMark()]))
  const proposing = new Map<string, Proposing>()
  const nameOf = (command: string, emits: readonly string[]): string => JSON.stringify([command, ...emits])
  for (const { on, emits } of [{ on: recording.command, emits: opening.emits }, ...moves]) {
    const name = nameOf(on, emits)
    if (emits.some((event) => proposals.has(event)) && !proposing.has(name)) proposing.set(name, { command: on, emits, mark: nextMark() })
  }
  const facts = nextMark() - 1n
  const running = [...steps.values()].flatMap(({ id, document }) =>
    Object.entries(document.clocks ?? {}).flatMap(([clock, state]) => (state === 'run' ? [{ step: id, clock, mark: nextMark() }] : [])),
  )
  const brought = (command: string, emits: readonly string[]): Marks =>
    emits.reduce((marks, event) => marks | (events.get(event) ?? 0n), proposing.get(nameOf(command, emits))?.mark ?? 0n)
  return {
    events,
    proposing: [...proposing.values()],
    running,
    facts,
    opening: brought(recording.command, opening.emits),
    moves: new Map(moves.map((move) => [move, { brings: brought(move.on, move.emits), needs: marksOf(move.events, events) }])),
    steps: markSteps(steps, running),
  }
}

/** The bits, from the lowest on. */
function countMarks(): () => Marks {
  let next = 1n
  return () => {
    const mark = next
    next <<= 1n
    return mark
  }
}

function marksOf(names: readonly string[], marks: ReadonlyMap<string, Marks>): Marks {
  return names.reduce((all, name) => all | (marks.get(name) ?? 0n), 0n)
}

function markSteps(steps: ReadWorkflow['steps'], running: readonly Running[]): Marking['steps'] {
  const byClock = new Map<string, Marks>()
  const byStep = new Map<string, Marks>()
  for (const { step, clock, mark } of running) {
    byClock.set(clock, (byClock.get(clock) ?? 0n) | mark)
    byStep.set(step, (byStep.get(step) ?? 0n) | mark)
  }
  return new Map(
    [...steps.values()].map(({ id, document }) => {
      const set = Object.entries(document.clocks ?? {}).flatMap(([clock, state]) => (state === 'pause' ? [] : [clock]))
      return [id, { ends: marksOf(set, byClock), begins: byStep.get(id) ?? 0n }]
    }),
  )
}
