import type { ReadMove, ReadWorkflow } from './compiled.js'
import { PREVIOUS } from './wellKnown.js'

/** The moves that are never made, because an earlier one on the same command asks for nothing else; each with the index of that one. */
export function hiddenMoves({ steps }: ReadWorkflow): ReadonlyMap<ReadMove, number> {
  const hidden = new Map<ReadMove, number>()
  for (const { moves } of steps.values()) {
    const shown = new Map<string, Asked[]>()
    moves.forEach((move, index) => {
      const asked = askedBy(move, index)
      const earlier = shown.get(move.on) ?? []
      const by = earlier.find((one) => asksNothingElse(one, asked))
      if (by !== undefined) hidden.set(move, by.index)
      else shown.set(move.on, [...earlier, asked])
    })
  }
  return hidden
}

/** What a move asks for. */
interface Asked {
  readonly index: number
  /** What must each be so. */
  readonly all: ReadonlySet<string>
  /** One of these roles; any of them where undefined. */
  readonly role: readonly string[] | undefined
}

function askedBy({ to, conditions, needs, notBy, approves, role }: ReadMove, index: number): Asked {
  const all = [
    ...conditions.map((condition) => ['when', condition]),
    ...needs.map((need) => ['needs', need]),
    ...notBy.map(({ name }) => ['notBy', name]),
    ...(approves ? [['limits']] : []),
    ...(to === PREVIOUS ? [['returnTo']] : []),
  ]
  return { index, all: new Set(all.map((one) => JSON.stringify(one))), role }
}

/** Whether an earlier move can be made whenever a later one can. */
function asksNothingElse(earlier: Asked, later: Asked): boolean {
  const isOpen = earlier.role === undefined || (later.role?.every((role) => earlier.role?.includes(role)) ?? false)
  return isOpen && [...earlier.all].every((one) => later.all.has(one))
}
