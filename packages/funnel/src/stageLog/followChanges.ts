import type { ReadPipeline } from '../pipeline/readPipeline.js'

/** Changes of deals, deal by deal and each deal's in the order in which they took place. */
export interface OrderedChanges {
  /** Where the changes of each deal begin, and at last where they all end. */
  readonly starts: Int32Array
  /** Days since 1970-01-01. */
  readonly day: Int32Array
  /** The code of the stage or the outcome. */
  readonly code: Uint8Array
}

/** What became of deals: row `d` of every column is a deal, row `s * count + d` of `reached` and `stood` a stage and a deal. */
export interface FollowedDeals {
  readonly count: number
  readonly stages: number
  /** The day of the first change. */
  readonly entered: Int32Array
  /** {@link OPEN}, {@link WON} or {@link LOST}. */
  readonly outcome: Uint8Array
  /** The day on which the outcome came about; of open deals the last day that is looked at. */
  readonly closed: Int32Array
  /** The furthest stage that the deal ever stood in, and the one it stood in last; -1: none. */
  readonly furthest: Int16Array
  readonly standing: Int16Array
  /** The first day at the stage or beyond it; of no meaning where the deal never came so far. */
  readonly reached: Int32Array
  /** {@link NEVER}, {@link ON_RETURN} or {@link IN_PASSING}. */
  readonly stood: Uint8Array
  /** Whether the deal ever went back to an earlier stage, and whether it was ever opened again. */
  readonly regressed: Uint8Array
  readonly reopened: Uint8Array
}

/** What may have become of a deal, numbered as competing risks are. */
export const OPEN = 0
export const WON = 1
export const LOST = 2

/** Whether a deal ever stood in a stage: not before it came further, or on its way. */
export const NEVER = 0
export const ON_RETURN = 1
export const IN_PASSING = 2

/** Follows deals through their changes, to the last day that is looked at. */
export function followChanges(changes: OrderedChanges, { won, stages }: ReadPipeline, lastDay: number): FollowedDeals {
  const followed = createFollowed(changes.starts.length - 1, stages.length)
  for (let deal = 0; deal < followed.count; deal += 1) followDeal(deal, changes, won, lastDay, followed)
  return followed
}

function createFollowed(count: number, stages: number): FollowedDeals {
  return {
    count,
    stages,
    entered: new Int32Array(count),
    outcome: new Uint8Array(count),
    closed: new Int32Array(count),
    furthest: new Int16Array(count),
    standing: new Int16Array(count),
    reached: new Int32Array(count * stages),
    stood: new Uint8Array(count * stages),
    regressed: new Uint8Array(count),
    reopened: new Uint8Array(count),
  }
}

function followDeal(deal: number, { starts, day, code }: OrderedChanges, won: number, lastDay: number, followed: FollowedDeals): void {
  const first = starts[deal] as number
  const last = starts[deal + 1] as number
  const { count } = followed
  let [furthest, standing] = [-1, -1]
  let outcome: number = OPEN
  let closed = lastDay
  for (let row = first; row < last; row += 1) {
    const to = code[row] as number
    const today = day[row] as number
    if (to >= won) {
      const reachedOutcome = to - won + WON
      if (outcome !== reachedOutcome) closed = today
      outcome = reachedOutcome
      continue
    }
    if (outcome !== OPEN) followed.reopened[deal] = 1
    else if (to < standing) followed.regressed[deal] = 1
    outcome = OPEN
    closed = lastDay
    standing = to
    if (to > furthest) {
      for (let stage = furthest + 1; stage <= to; stage += 1) followed.reached[stage * count + deal] = today
      furthest = to
      followed.stood[to * count + deal] = IN_PASSING
    } else if (followed.stood[to * count + deal] === NEVER) followed.stood[to * count + deal] = ON_RETURN
  }
  followed.entered[deal] = day[first] as number
  followed.outcome[deal] = outcome
  followed.closed[deal] = closed
  followed.furthest[deal] = furthest
  followed.standing[deal] = standing
}
