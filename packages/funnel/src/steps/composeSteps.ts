import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import type { Scratch } from '@clientele/core/decimal'
import { followEvents } from './followEvents.js'
import { FIRST_MILLISECOND, findBadCells, LAST_MILLISECOND, readStepColumns } from './readStepColumns.js'
import { readStepEvents } from './readStepEvents.js'
import type { ReadStepOptions } from './readStepOptions.js'
import { OTHER_STEP, type ReadStepPolicy } from './readStepPolicy.js'
import { tallyCohorts } from './tallyCohorts.js'
import { addWay, composeCounts, createTally, nextPlace, type WayTally } from './tallyWays.js'
import { inUnit, lengthInUnit, MILLISECONDS, type TimeUnit, timeEvents } from './timeEvents.js'
import type { StepCounts, StepDiagnosis, StepFunnel } from './types.js'

type StatedSteps = Pick<StepFunnel, 'steps' | 'mode' | 'window' | 'asOf' | 'zone'>

/** Counts the steps of events that come as rows. */
export function countRows(events: unknown, policy: ReadStepPolicy, options: ReadStepOptions, scratch: Scratch): StepFunnel {
  const read = readStepEvents(events, policy, options)
  const timed = timeEvents(read, options.invalid)
  const rule = {
    first: Number.MIN_SAFE_INTEGER,
    last: Number.MAX_SAFE_INTEGER,
    window: windowIn(policy, timed.unit),
    openFrom: openFrom(policy, options, timed.unit),
  }
  const { steps, mode } = policy
  const hasGaps = mode !== 'unordered'
  const whole = createTally(steps.length)
  const cohorts = options.cohorts === null ? null : tallyCohorts(options.cohorts, options.zone, timed.unit, steps.length, hasGaps)
  followEvents(timed, policy, rule, scratch, (ways, end) => {
    takeWays(whole, ways, end, hasGaps)
    cohorts?.take(ways, end)
  })
  const other = timed.step.reduce((count, step) => (step === OTHER_STEP ? count + 1 : count), 0)
  return {
    ...statedOf(policy, options),
    ...composeCounts(whole, steps, timed.unit.perSecond, hasGaps),
    ...(options.end === null ? {} : { open: Array.from(whole.open) }),
    ...(cohorts === null ? {} : { cohorts: cohorts.compose(steps) }),
    diagnoses: diagnose(read.later, other, timed.rejected.length),
    rejected: timed.rejected,
  }
}

/** What was asked, as far as it says what the counts are of. */
function statedOf({ steps, mode, statedWindow }: ReadStepPolicy, { asOf, cohorts, zone }: ReadStepOptions): StatedSteps {
  return {
    steps,
    mode,
    ...(statedWindow === null ? {} : { window: statedWindow }),
    ...(asOf === null ? {} : { asOf }),
    ...(asOf === null && cohorts === null ? {} : { zone: zone.id }),
  }
}

function takeWays(tally: WayTally, ways: Float64Array, end: number, hasGaps: boolean): void {
  for (let place = 0; place < end; place = nextPlace(ways, place, hasGaps)) addWay(tally, ways, place, hasGaps)
}

/** Counts the steps of events that come as columns; `rooms` are for the times to each step. */
export function countColumns(columns: unknown, policy: ReadStepPolicy, scratch: Scratch, rooms: readonly Scratch[]): StepCounts {
  const issues: Issue[] = []
  const events = readStepColumns(columns, issues)
  throwIssues(issues)
  const { actor, at, step } = events as NonNullable<typeof events>
  const rule = {
    first: FIRST_MILLISECOND,
    last: LAST_MILLISECOND,
    window: windowIn(policy, MILLISECONDS),
    openFrom: Number.POSITIVE_INFINITY,
  }
  const hasGaps = policy.mode !== 'unordered'
  const tally = createTally(policy.steps.length, rooms)
  const isGood = followEvents({ actor, at, step }, policy, rule, scratch, (ways, end) => takeWays(tally, ways, end, hasGaps))
  if (!isGood) throwIssues(findBadCells({ actor, at, step }))
  return composeCounts(tally, policy.steps, MILLISECONDS.perSecond, hasGaps)
}

function windowIn({ window }: ReadStepPolicy, unit: TimeUnit): number {
  return window === null ? Number.POSITIVE_INFINITY : lengthInUnit(window, unit)
}

/** Ways that began then or later can still go on after what is looked at. */
function openFrom({ window }: ReadStepPolicy, { end }: ReadStepOptions, unit: TimeUnit): number {
  if (end === null) return Number.POSITIVE_INFINITY
  return window === null ? Number.NEGATIVE_INFINITY : inUnit(end - window, unit)
}

function diagnose(later: number, other: number, rejected: number): StepDiagnosis[] {
  const all: StepDiagnosis[] = [
    { code: 'later-events', params: { count: later } },
    { code: 'other-events', params: { count: other } },
    { code: 'rejected', params: { count: rejected } },
  ]
  return all.filter(({ params }) => params.count > 0)
}
