import type { ReadWorkflow } from '../workflow/compiled.js'
import { PREVIOUS, reopening, STAY } from '../workflow/wellKnown.js'
import type { ReadEvent } from './readEvent.js'

/** The event before, with its cycle and the definition it was written with, where that is given. */
export interface EventBefore extends ReadEvent {
  readonly inCycle: number
  readonly workflow: ReadWorkflow | undefined
}

/**
 * Which cycle an event belongs to. Where it does not say so, the first move that can have brought it about does, as in a replay; where no definition is given, a
 * reopening begins the next one.
 */
export function cycleOf(event: ReadEvent, last: EventBefore): number {
  if (event.cycle !== undefined) return event.cycle
  // What follows is of the same command; only the first event of one begins a cycle.
  const isFirst = (last.following ?? 0) === 0
  const begins = last.workflow === undefined ? event.type === reopening.event : isFirst && startsCycle(event, last, last.workflow)
  return begins ? last.inCycle + 1 : last.inCycle
}

function startsCycle({ type, command, step, following }: ReadEvent, last: EventBefore, { steps }: ReadWorkflow): boolean {
  const way = steps
    .get(last.step)
    ?.emitted.get(type)
    ?.find(({ move, index }) => {
      const rest = move.emits.length - 1 - index
      const isThere = rest > 0 || move.to === STAY ? step === last.step : move.to === PREVIOUS || step === move.to
      return isThere && (command === undefined || command === move.on) && (following === undefined || following === rest)
    })
  return way !== undefined && way.index === 0 && way.move.startsCycle
}
