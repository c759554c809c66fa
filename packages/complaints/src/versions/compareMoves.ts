import type { ReadMove, ReadStep } from '../workflow/compiled.js'
import { STAY } from '../workflow/wellKnown.js'
import { changedFields, type Meanings, meaningsOfMove } from './meanings.js'
import type { DefinitionChange } from './types.js'

/** A move, and what it says. */
interface StatedMove {
  readonly move: ReadMove
  readonly index: number
  readonly meanings: Meanings
  /** The same for moves on one command to one step. */
  readonly group: string
  /** The same for moves that say the same. */
  readonly text: string
}

/**
 * What differs between the moves of a step in two definitions: first those that are gone, then the others in the order of the later definition, then
 * the commands whose moves are tried in another order. Where several moves on one command lead to one step, those that say the same are the same
 * move, and the others are compared in their order.
 */
export function compareMoves(before: ReadStep, after: ReadStep): readonly DefinitionChange[] {
  const earlier = statedMoves(before)
  const later = statedMoves(after)
  const pairs = pairMoves(earlier, later)
  const kept = new Set(pairs.values())
  const namesOf = ({ move }: StatedMove) => ({ step: after.id, command: move.on, to: move.to })
  const removed = earlier.filter((one) => !kept.has(one)).map((one): DefinitionChange => ({ code: 'move-removed', params: namesOf(one) }))
  const others = later.flatMap((one): DefinitionChange[] => {
    const counterpart = pairs.get(one)
    if (counterpart === undefined) return [{ code: 'move-added', params: namesOf(one) }]
    const fields = changedFields(counterpart.meanings, one.meanings)
    return fields.length === 0 ? [] : [{ code: 'move-changed', params: { ...namesOf(one), fields } }]
  })
  const moved = reorderedCommands(later, pairs).map((command): DefinitionChange => {
    return { code: 'moves-reordered', params: { step: after.id, command } }
  })
  return [...removed, ...others, ...moved]
}

function statedMoves({ id, moves }: ReadStep): readonly StatedMove[] {
  return moves.map((move, index) => {
    const meanings = meaningsOfMove(move)
    const group = JSON.stringify([move.on, move.to === STAY ? id : move.to])
    return { move, index, meanings, group, text: JSON.stringify([group, ...meanings.values()]) }
  })
}

/** The earlier moves that later ones stand for, by the later one. */
function pairMoves(earlier: readonly StatedMove[], later: readonly StatedMove[]): ReadonlyMap<StatedMove, StatedMove> {
  const pairs = new Map<StatedMove, StatedMove>()
  for (const key of ['text', 'group'] as const) {
    const paired = new Set(pairs.values())
    const waiting = new Map<string, StatedMove[]>()
    for (const one of earlier) {
      if (paired.has(one)) continue
      const alike = waiting.get(one[key])
      if (alike === undefined) waiting.set(one[key], [one])
      else alike.push(one)
    }
    for (const one of later) {
      const counterpart = pairs.has(one) ? undefined : waiting.get(one[key])?.shift()
      if (counterpart !== undefined) pairs.set(one, counterpart)
    }
  }
  return pairs
}

/** The commands of whose moves a later one stood before an earlier one. */
function reorderedCommands(later: readonly StatedMove[], pairs: ReadonlyMap<StatedMove, StatedMove>): readonly string[] {
  const latest = new Map<string, number>()
  const reordered = new Set<string>()
  for (const one of later) {
    const command = one.move.on
    const place = pairs.get(one)?.index
    if (place === undefined) continue
    if (place < (latest.get(command) ?? 0)) reordered.add(command)
    latest.set(command, place)
  }
  return [...reordered]
}
