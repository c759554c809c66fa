import type { FollowActors, WayRule } from './ways.js'

/**
 * Steps one after the other, whatever else comes between. Of all ways to a step the one is kept that began last, for its window runs longest: the earliest one to each step,
 * as a shorter solution would have it, misses ways that begin later (a0 b8 a9 b12 c15 within 10). It takes O(n) for n events, times the steps where ways are copied.
 *
 * Source: `windowFunnel` of ClickHouse, `AggregateFunctionWindowFunnel.h`, for one start kept of each step.
 */
export function createOrderedWays({ steps, window, openFrom }: WayRule): FollowActors {
  // Row by row the way to each step that is kept: when each of its steps was taken. It began at −∞ where there is none.
  const paths = new Float64Array(steps * steps).fill(Number.NEGATIVE_INFINITY)
  const last = steps - 1
  return ({ time, step, ends, count }, ways) => {
    let place = 0
    for (let actor = 0, event = 0; actor < count; actor += 1) {
      const end = ends[actor] as number
      let furthest = -1
      for (; event < end; event += 1) {
        const level = step[event] as number
        const moment = time[event] as number
        if (level === 0) {
          paths[0] = moment
          if (furthest >= 0) continue
        } else {
          const before = (level - 1) * steps
          const began = paths[before] as number
          const own = level * steps
          // Where nothing leads here, this is false, without a window too: −∞ + ∞ is NaN.
          if (!(moment <= began + window && began > (paths[own] as number))) continue
          for (let index = 0; index < level; index += 1) paths[own + index] = paths[before + index] as number
          paths[own + level] = moment
          if (level <= furthest) continue
        }
        furthest = level
        writeWay(paths, level * steps, level, ways, place)
        if (level === last) break
      }
      event = end
      if (furthest < 0) continue
      ways[place] = 2 * furthest + (furthest < last && (paths[furthest * steps] as number) >= openFrom ? 1 : 0)
      place += furthest + 2
      for (let level = 0; level <= furthest; level += 1) paths[level * steps] = Number.NEGATIVE_INFINITY
    }
    return place
  }
}

/** Writes when a way began, and how long it took from each step to the next, after its head. */
export function writeWay(paths: Float64Array, row: number, level: number, ways: Float64Array, place: number): void {
  ways[place + 1] = paths[row] as number
  for (let index = 1; index <= level; index += 1) ways[place + 1 + index] = (paths[row + index] as number) - (paths[row + index - 1] as number)
}
