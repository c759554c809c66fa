import { type Instant, secondsOf } from '@clientele/core/clocks'
import { compareText } from './compareText.js'
import { durationOf } from './durationOf.js'
import type { FollowedComplaint } from './followComplaint.js'
import type { StepTime } from './types.js'

interface StepDraft {
  readonly seconds: number[]
  open: number
  /** When any complaint first came to the step, and as its how manieth visit. */
  firstAt: Instant
  place: number
}

/** How long complaints stood in each step; `measure` tells how long it is from one moment to a later one. */
export function timeInSteps(complaints: readonly FollowedComplaint[], measure: (from: Instant, to: Instant) => bigint): StepTime[] {
  const steps = new Map<string, StepDraft>()
  for (const { visits } of complaints) {
    for (const [place, { step, from, to }] of visits.entries()) {
      const draft = steps.get(step) ?? { seconds: [], open: 0, firstAt: from, place }
      steps.set(step, draft)
      if (from < draft.firstAt || (from === draft.firstAt && place < draft.place)) {
        draft.firstAt = from
        draft.place = place
      }
      if (to === null) draft.open += 1
      else draft.seconds.push(secondsOf(measure(from, to)))
    }
  }
  return [...steps].sort(inOrder).map(([step, { seconds, open }]) => ({ step, ...durationOf(seconds), open }))
}

type Entry = readonly [step: string, draft: StepDraft]

/** Where complaints first came at the same moment, the step that is fewer visits from the opening is first. */
function inOrder([step, one]: Entry, [otherStep, other]: Entry): number {
  if (one.firstAt !== other.firstAt) return one.firstAt < other.firstAt ? -1 : 1
  return one.place - other.place || compareText(step, otherStep)
}
