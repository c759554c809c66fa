import { writeWay } from './orderedWays.js'
import type { FollowActors, WayRule } from './ways.js'

/** The ways that end in one moment, by their last step. */
interface MomentWays {
  /** Row by row when each step of the way was taken; it began at −∞ where there is none. */
  readonly paths: Float64Array
  /** The last steps of the ways that there are. */
  readonly levels: Uint8Array
  count: number
}

/**
 * Steps one after the other with no other event between: each in the same moment as the one before, or in the very next moment in which the actor did anything. Of the ways that
 * lead to a step in a moment the one is kept that began last, and of these the one whose steps came earlier.
 */
export function createStrictWays({ steps, window, openFrom }: WayRule): FollowActors {
  let [before, now] = [createMoment(steps), createMoment(steps)]
  const last = steps - 1
  return ({ time, step, ends, count }, ways) => {
    let place = 0
    for (let actor = 0, event = 0; actor < count; actor += 1) {
      const end = ends[actor] as number
      let furthest = -1
      let moment = Number.NEGATIVE_INFINITY
      for (; event < end && furthest < last; event += 1) {
        const level = step[event] as number
        if (time[event] !== moment) {
          clearMoment(before, steps)
          ;[before, now] = [now, before]
          moment = time[event] as number
        }
        if (level > last || !takeStep(before, now, level, moment, window, steps) || level <= furthest) continue
        furthest = level
        writeWay(now.paths, level * steps, level, ways, place)
      }
      event = end
      if (furthest >= 0) {
        const began = now.paths[furthest * steps] as number
        const isOpen = furthest < last && began > Number.NEGATIVE_INFINITY && began >= openFrom
        ways[place] = 2 * furthest + (isOpen ? 1 : 0)
        place += furthest + 2
      }
      clearMoment(before, steps)
      clearMoment(now, steps)
    }
    return place
  }
}

/** Adds the way to a step taken in the present moment, and says whether there is one that was not there already. */
function takeStep(before: MomentWays, now: MomentWays, level: number, moment: number, window: number, steps: number): boolean {
  const own = level * steps
  const { paths } = now
  if (paths[own] !== Number.NEGATIVE_INFINITY) return false
  if (level > 0) {
    const row = own - steps
    const source = (paths[row] as number) > (before.paths[row] as number) ? paths : before.paths
    if (!(moment <= (source[row] as number) + window)) return false
    for (let index = 0; index < level; index += 1) paths[own + index] = source[row + index] as number
  }
  paths[own + level] = moment
  now.levels[now.count] = level
  now.count += 1
  return true
}

function createMoment(steps: number): MomentWays {
  return { paths: new Float64Array(steps * steps).fill(Number.NEGATIVE_INFINITY), levels: new Uint8Array(steps), count: 0 }
}

function clearMoment(ways: MomentWays, steps: number): void {
  for (let index = 0; index < ways.count; index += 1) ways.paths[(ways.levels[index] as number) * steps] = Number.NEGATIVE_INFINITY
  ways.count = 0
}
