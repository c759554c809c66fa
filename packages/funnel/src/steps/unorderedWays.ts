import type { FollowActors, WayRule } from './ways.js'

/**
 * As many different steps as fit in one window, in whichever order. The window is slid over the events; its way began with the last moment from which all its steps were taken.
 * It takes O(n) for n events, and the steps once more for each step further.
 */
export function createUnorderedWays({ steps, window, openFrom }: WayRule): FollowActors {
  // Of each step how often it is in the window, and when it was taken last.
  const [within, latest] = [new Int32Array(steps), new Float64Array(steps).fill(Number.NEGATIVE_INFINITY)]
  return ({ time, step, ends, count }, ways) => {
    let place = 0
    for (let actor = 0, event = 0; actor < count; actor += 1) {
      const end = ends[actor] as number
      let oldest = event
      let [different, most] = [0, 0]
      for (; event < end && most < steps; event += 1) {
        const level = step[event] as number
        const moment = time[event] as number
        latest[level] = moment
        within[level] = (within[level] as number) + 1
        if (within[level] === 1) different += 1
        for (; moment > (time[oldest] as number) + window; oldest += 1) {
          const left = step[oldest] as number
          within[left] = (within[left] as number) - 1
          if (within[left] === 0) different -= 1
        }
        if (different <= most) continue
        most = different
        ways[place + 1] = leastWithin(latest, within)
      }
      event = end
      if (most === 0) continue
      ways[place] = 2 * (most - 1) + (most < steps && countFrom(latest, openFrom) === most ? 1 : 0)
      place += 2
      within.fill(0)
      latest.fill(Number.NEGATIVE_INFINITY)
    }
    return place
  }
}

/** The first of the moments in which the steps within the window were taken last. */
function leastWithin(latest: Float64Array, within: Int32Array): number {
  let least = Number.POSITIVE_INFINITY
  for (let level = 0; level < latest.length; level += 1) {
    if (within[level] !== 0 && (latest[level] as number) < least) least = latest[level] as number
  }
  return least
}

/** How many steps were taken from a moment on: with as many others as ever in a window that still runs, the actor may yet take one more. */
function countFrom(latest: Float64Array, moment: number): number {
  let count = 0
  for (const taken of latest) if (taken >= moment && taken > Number.NEGATIVE_INFINITY) count += 1
  return count
}
