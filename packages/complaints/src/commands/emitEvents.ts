import type { PolicyReference } from '@clientele/core'
import type { ComplaintEvent, DefinitionReference } from '../history/types.js'
import type { ReadCommand } from './readCommand.js'

/** Where the events of a command stand. */
export interface EventPlace {
  readonly complaint: string
  /** The number of events before them. */
  readonly sequence: number
  /** The step they leave, and the one the last of them leads to. */
  readonly from: string
  readonly to: string
  readonly cycle: number
  readonly definition: DefinitionReference
}

/** The events of a command: what it tells stands in the first, and the last one moves. */
export function emitEvents(
  types: readonly string[],
  { type: command, at, by, fields }: Pick<ReadCommand, 'type' | 'at' | 'by' | 'fields'>,
  { complaint, sequence, from, to, cycle, definition }: EventPlace,
): readonly [ComplaintEvent, ...ComplaintEvent[]] {
  const last = types.length - 1
  const events = types.map((type, index) => ({
    type,
    at,
    by,
    complaint,
    sequence: sequence + 1 + index,
    definition,
    step: index === last ? to : from,
    cycle,
    command,
    following: last - index,
    ...(index === 0 ? fields : {}),
  }))
  return events as unknown as readonly [ComplaintEvent, ...ComplaintEvent[]]
}

/** How events name the definition that they are written with. */
export function definitionOf({ id, version }: PolicyReference): DefinitionReference {
  return { id, version }
}
