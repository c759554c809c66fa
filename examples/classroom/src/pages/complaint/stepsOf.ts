import type { ShortestPath } from '@clientele/complaints'
import { eightSteps } from '@clientele/complaints/templates'
import type { Played } from './playCase.js'

/** One of the textbook's eight steps, and how it stands in this cycle. */
export interface StepShown {
  readonly number: number
  readonly standing: 'done' | 'ahead' | 'left-out'
  /** Whether it is the one that comes next. */
  readonly isCurrent: boolean
  /** Whether it was reached in this cycle, and was sent back. */
  readonly isSentBack: boolean
}

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8]

/** How the eight steps stand in this cycle. */
export function stepsOf({ state, events }: Played, path: ShortestPath | undefined): readonly StepShown[] {
  const inCycle = events.filter(({ cycle }) => cycle === state.cycle).flatMap(({ step }) => numberOf(step))
  const done = numberOf(state.step)[0] ?? state.returnTo.flatMap(numberOf).at(-1) ?? inCycle.at(-1) ?? 0
  const reached = Math.max(0, ...inCycle)
  const current = path?.steps.flatMap(numberOf).find((number) => number > done) ?? (state.closed ? undefined : done)
  return NUMBERS.map((number) => ({
    number,
    standing: number <= done ? 'done' : state.closed ? 'left-out' : 'ahead',
    isCurrent: number === current,
    isSentBack: number > done && number <= reached,
  }))
}

function numberOf(step: string): number[] {
  const number = eightSteps.steps[step]?.textbook
  return number === undefined ? [] : [number]
}
