/** An event with a time as a number and the index of its step; −1 for any other event. */
export interface NaiveEvent {
  readonly actor: string
  readonly time: number
  readonly step: number
}

/** The way of an actor: when each of its steps was taken; of steps in any order only when it began. */
export interface NaiveWay {
  /** The index of the furthest step. */
  readonly furthest: number
  readonly times: readonly number[]
  /** When the latest way that came as far began, and may yet get on; undefined where none may. */
  readonly latest: number | undefined
}

type Mode = 'ordered' | 'strict' | 'unordered'

/** The way of each actor that took a step, found by trying every start and every choice of events. */
export function naiveWays(events: readonly NaiveEvent[], steps: number, window: number, mode: Mode): Map<string, NaiveWay> {
  const found = new Map<string, NaiveWay>()
  for (const actor of new Set(events.map((event) => event.actor))) {
    const own = events.filter((event) => event.actor === actor)
    const way = mode === 'unordered' ? anyWay(own, steps, window) : stepByStep(own, steps, window, mode === 'strict')
    if (way !== undefined) found.set(actor, way)
  }
  return found
}

/** Every choice of one event for each of the first steps, kept where it is a way. */
function stepByStep(events: readonly NaiveEvent[], steps: number, window: number, isStrict: boolean): NaiveWay | undefined {
  let ways: number[][] = [[]]
  let furthest: number[][] = []
  for (let step = 0; step < steps; step += 1) {
    const taken = events.filter((event) => event.step === step).map(({ time }) => time)
    ways = ways.flatMap((way) => taken.map((time) => [...way, time]).filter((longer) => isWay(longer, events, window, isStrict)))
    if (ways.length === 0) break
    furthest = ways
  }
  const [best] = [...furthest].sort(compareWays)
  if (best === undefined) return undefined
  const end = Math.max(...events.map(({ time }) => time))
  const alive = furthest.filter((way) => !isStrict || way.at(-1) === end)
  return { furthest: best.length - 1, times: best, latest: alive.length === 0 ? undefined : Math.max(...alive.map(([first]) => first as number)) }
}

function isWay(times: readonly number[], events: readonly NaiveEvent[], window: number, isStrict: boolean): boolean {
  const [first] = times as [number]
  return times.every((time, index) => {
    const before = times[index - 1] ?? time
    return time >= before && time - first <= window && !(isStrict && events.some((other) => other.time > before && other.time < time))
  })
}

/** First the one that ends first, then the one that began last, then the one whose last steps came earlier. */
function compareWays(one: readonly number[], other: readonly number[]): number {
  const last = one.length - 1
  const apart = (one[last] as number) - (other[last] as number) || (other[0] as number) - (one[0] as number)
  if (apart !== 0) return apart
  for (let index = last - 1; index > 0; index -= 1) {
    const difference = (one[index] as number) - (other[index] as number)
    if (difference !== 0) return difference
  }
  return 0
}

/** Every stretch from one event to another that is no longer than the window, with how many different steps are in it. */
function anyWay(events: readonly NaiveEvent[], steps: number, window: number): NaiveWay | undefined {
  const own = events.filter(({ step }) => step >= 0 && step < steps)
  const stretches = own.flatMap(({ time: first }) =>
    own
      .filter(({ time }) => time >= first && time - first <= window)
      .map(({ time: last }) => ({
        first,
        last,
        count: new Set(own.filter(({ time }) => time >= first && time <= last).map(({ step }) => step)).size,
      })),
  )
  const most = Math.max(0, ...stretches.map(({ count }) => count))
  const best = stretches.filter(({ count }) => count === most)
  if (best.length === 0) return undefined
  const earliest = Math.min(...best.map(({ last }) => last))
  const began = Math.max(...best.filter(({ last }) => last === earliest).map(({ first }) => first))
  return { furthest: most - 1, times: [began], latest: Math.max(...best.map(({ first }) => first)) }
}

/** How many came so far, of each step, and the times from step to step. */
export function naiveCounts(ways: Iterable<NaiveWay>, steps: number): { readonly counts: number[]; readonly gaps: number[][] } {
  const counts = Array.from({ length: steps }, () => 0)
  const gaps: number[][] = Array.from({ length: steps - 1 }, () => [])
  for (const { furthest, times } of ways) {
    for (let step = 0; step <= furthest; step += 1) counts[step] = (counts[step] as number) + 1
    for (let step = 1; step < times.length; step += 1) gaps[step - 1]?.push((times[step] as number) - (times[step - 1] as number))
  }
  return { counts, gaps }
}

/** The mean and the median of numbers. */
export function naiveTimes(gaps: readonly number[]): { readonly mean: number | null; readonly median: number | null } {
  if (gaps.length === 0) return { mean: null, median: null }
  const sorted = [...gaps].sort((one, other) => one - other)
  const middle = [sorted[(sorted.length - 1) >> 1] as number, sorted[sorted.length >> 1] as number] as const
  return { mean: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length, median: (middle[0] + middle[1]) / 2 }
}
