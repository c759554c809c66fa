import type { Instant } from '@clientele/core/clocks'
import { compareText } from '../analysis/compareText.js'
import type { LogEvent } from '../analysis/readLog.js'
import type { ReadComplaintClock } from './readRecord.js'
import { type Place, staysOf, usageOf } from './staysOf.js'
import type { StepRisk } from './types.js'

/** Past clocks that came through a place: how much time each had used when the complaint came, and when it left. */
interface Ages {
  readonly entries: number[]
  /** Of those that left while the clock ran: at that age they are gone. */
  readonly exits: number[]
  /** Of those whose clock stood still before they left, or whose deadline came: at that age they were there. */
  readonly lasts: number[]
}

/** From which age to which a past clock stood in a place. */
interface AgeRange {
  readonly entry: number
  readonly exit: number
  readonly isStill: boolean
}

interface Sample extends Place {
  readonly clock: string
  readonly all: Ages
  readonly missed: Ages
  /** How many came through at any age, and how many of these missed the deadline. */
  count: number
  missedCount: number
}

/** How many past clocks there are to compare with, and how many of them missed the deadline. */
interface Comparison {
  readonly sample: number
  readonly breached: number
}

/** A clock of a complaint that is decided by the moment looked at. */
export interface PastClock {
  readonly events: readonly LogEvent[]
  readonly clock: ReadComplaintClock
}

/** What is known of the past, by clock and place. */
export interface Samples {
  readonly compare: (clock: string, place: Place, age: number) => Comparison
  readonly steps: readonly StepRisk[]
}

/** Gathers the past. Ages are sorted once, so that a comparison takes no longer than to look up a number. */
export function gatherSamples(past: readonly PastClock[], at: Instant): Samples {
  const samples = new Map<string, Sample>()
  for (const one of past) addPast(one, at, samples)
  for (const { all, missed } of samples.values())
    for (const list of [all, missed].flatMap(({ entries, exits, lasts }) => [entries, exits, lasts])) list.sort((a, b) => a - b)
  return {
    compare(clock, place, age) {
      const sample = samples.get(nameOf(clock, place))
      return sample === undefined ? { sample: 0, breached: 0 } : { sample: countAt(sample.all, age), breached: countAt(sample.missed, age) }
    },
    steps: [...samples.values()].sort(inOrder).map(({ clock, step, department, count, missedCount }) => {
      return { clock, step, department, sample: count, breached: missedCount, breachRate: missedCount / count }
    }),
  }
}

function addPast({ events, clock }: PastClock, at: Instant, samples: Map<string, Sample>): void {
  const end = clock.stoppedAt !== undefined && clock.stoppedAt < at ? clock.stoppedAt : at
  const { start, stop } = runIn(events, clock)
  const usedAt = usageOf(clock)
  const ranges = new Map<Sample, AgeRange[]>()
  for (const stay of staysOf(events, at)) {
    if (stay.first >= stop || (stay.next !== null && stay.next <= start)) continue
    const sample = sampleOf(clock.clock, stay, samples)
    const known = ranges.get(sample) ?? []
    ranges.set(sample, known)
    // Past its deadline a clock is decided, and nobody's to be compared with.
    if (stay.from > clock.due) continue
    // Before its start a clock has used nothing.
    const entry = usedAt(stay.from).seconds
    const to = stay.to !== null && stay.to < end ? stay.to : end
    const { seconds: exit, isStill } = usedAt(to)
    addRange(known, { entry, exit, isStill: isStill || stay.from === to })
  }
  for (const [sample, known] of ranges) {
    sample.count += 1
    if (clock.status === 'breached') sample.missedCount += 1
    for (const range of known) {
      addAges(sample.all, range)
      if (clock.status === 'breached') addAges(sample.missed, range)
    }
  }
}

/** The places in a history of the event that started a clock, and of the one that stopped it. */
function runIn(
  events: readonly LogEvent[],
  { startedAt, startedBy, stoppedAt, stoppedBy }: ReadComplaintClock,
): { readonly start: number; readonly stop: number } {
  const start = events.findIndex(({ instant, type }) => instant === startedAt && type === startedBy)
  const stop = events.findIndex(({ instant, type }, index) => index > start && instant === stoppedAt && type === stoppedBy)
  return { start, stop: stop === -1 ? events.length : stop }
}

/** Adds a range after those before it: with one that it touches it is one, so that no clock is counted twice at an age. */
function addRange(ranges: AgeRange[], range: AgeRange): void {
  const last = ranges.at(-1)
  if (last === undefined || range.entry > last.exit) ranges.push(range)
  else ranges[ranges.length - 1] = { entry: last.entry, exit: range.exit, isStill: range.isStill || (last.isStill && range.exit === last.exit) }
}

function sampleOf(clock: string, { step, department }: Place, samples: Map<string, Sample>): Sample {
  const name = nameOf(clock, { step, department })
  const known = samples.get(name)
  if (known !== undefined) return known
  const ages = (): Ages => ({ entries: [], exits: [], lasts: [] })
  const sample = { clock, step, department, all: ages(), missed: ages(), count: 0, missedCount: 0 }
  samples.set(name, sample)
  return sample
}

function addAges({ entries, exits, lasts }: Ages, { entry, exit, isStill }: AgeRange): void {
  entries.push(entry)
  if (isStill) lasts.push(exit)
  else exits.push(exit)
}

/** How many had come by an age and not left: the ranges of one clock do not touch, so that none is counted twice. */
function countAt({ entries, exits, lasts }: Ages, age: number): number {
  return countUpTo(entries, age) - countUpTo(exits, age) - countBelow(lasts, age)
}

/** How many numbers of a sorted list are at most a bound. */
function countUpTo(sorted: readonly number[], bound: number): number {
  return countWhile(sorted, (number) => number <= bound)
}

/** How many numbers of a sorted list are below a bound. */
function countBelow(sorted: readonly number[], bound: number): number {
  return countWhile(sorted, (number) => number < bound)
}

/** How many numbers there are of which something holds, where it holds of none after one of which it does not. */
function countWhile(sorted: readonly number[], holds: (number: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle] as number)) low = middle + 1
    else high = middle
  }
  return low
}

function nameOf(clock: string, { step, department }: Place): string {
  return JSON.stringify([clock, step, department])
}

/** Without a department comes first. */
function inOrder(one: Sample, other: Sample): number {
  const byPlace = compareText(one.clock, other.clock) || compareText(one.step, other.step)
  return byPlace || Number(other.department === null) - Number(one.department === null) || compareText(one.department ?? '', other.department ?? '')
}
