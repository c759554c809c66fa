import { medianOfDays } from '../numbers/medianOfDays.js'
import { type FollowedDeals, IN_PASSING, LOST, NEVER, OPEN, WON } from '../stageLog/followChanges.js'
import { conversionOf } from './conversionOf.js'
import type { StageMeasure } from './types.js'

/** How deals passed one stage. */
interface Passage {
  /** Of every deal that came to the stage: for how many days it was watched there, and whether it came further, was lost or is open. */
  readonly days: Int32Array
  readonly outcomes: Uint8Array
  /** The days of the deals that stood in the stage before they came further, of those that did and of those that were lost, and all of them. */
  readonly daysAdvanced: Int32Array
  readonly daysLost: Int32Array
  readonly daysEnded: Int32Array
  readonly skipped: number
  readonly standing: number
}

/** What became of deals that came to a stage. */
export function measureStage(id: string, stage: number, followed: FollowedDeals, deals: Int32Array): StageMeasure {
  const { days, outcomes, daysEnded, daysAdvanced, daysLost, skipped, standing } = passStage(stage, followed, deals)
  const counts = [0, 0, 0]
  for (let place = 0; place < outcomes.length; place += 1) {
    const outcome = outcomes[place] as number
    counts[outcome] = (counts[outcome] as number) + 1
  }
  return {
    stage: id,
    entered: days.length,
    skipped,
    advanced: counts[WON] as number,
    lost: counts[LOST] as number,
    open: counts[OPEN] as number,
    standing,
    conversion: conversionOf(days, outcomes),
    medianDays: medianOfDays(daysEnded),
    medianDaysAdvanced: medianOfDays(daysAdvanced),
    medianDaysLost: medianOfDays(daysLost),
  }
}

function passStage(stage: number, followed: FollowedDeals, deals: Int32Array): Passage {
  const { count, reached } = followed
  const days = new Int32Array(deals.length)
  const outcomes = new Uint8Array(deals.length)
  const ended = new Int32Array(deals.length)
  let [entered, advanced, lost, skipped, standing] = [0, 0, 0, 0, 0]
  for (let place = 0; place < deals.length; place += 1) {
    const deal = deals[place] as number
    const furthest = followed.furthest[deal] as number
    const outcome = followed.outcome[deal] as number
    if (outcome !== WON && furthest < stage) continue
    const cell = stage * count + deal
    const closed = followed.closed[deal] as number
    const stood = followed.stood[cell] as number
    // Whoever is won without ever having come so far passes the stage on the day of winning.
    const from = furthest < stage ? closed : (reached[cell] as number)
    const time = (furthest > stage ? (reached[cell + count] as number) : closed) - from
    const became = furthest > stage ? WON : outcome
    days[entered] = time
    outcomes[entered] = became
    entered += 1
    if (stood === NEVER) skipped += 1
    if (outcome === OPEN && followed.standing[deal] === stage) standing += 1
    if (stood !== IN_PASSING) continue
    if (became === WON) {
      ended[advanced] = time
      advanced += 1
    } else if (became === LOST) {
      lost += 1
      ended[deals.length - lost] = time
    }
  }
  // Lost ones were put at the end, where they are in nobody's way; then they follow the others.
  ended.copyWithin(advanced, deals.length - lost)
  return {
    days: days.subarray(0, entered),
    outcomes: outcomes.subarray(0, entered),
    daysAdvanced: ended.subarray(0, advanced),
    daysLost: ended.subarray(advanced, advanced + lost),
    daysEnded: ended.subarray(0, advanced + lost),
    skipped,
    standing,
  }
}
