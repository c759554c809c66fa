import type { DividedHours, DividedStage } from './divideHours.js'
import type { EffortReason, StageEffort } from './types.js'

/** What is told of a stage and of its hours. */
export type TellStage = (stage: DividedStage) => StageEffort

/** Why hours are divided so: the stages in which they bring most first, those in which they bring nothing and those of which nobody knows after them. */
export function effortReasons({ ranked, others, left }: DividedHours, tell: TellStage, leftHours: number): EffortReason[] {
  const isAnyGiven = ranked.some(({ hours }) => hours.gt(0))
  return [
    ...ranked.flatMap((stage, rank): EffortReason[] => reasonsOfRanked(stage, tell(stage), isAnyGiven || rank > 0)),
    ...others.map(
      ({ stage, marginal }): EffortReason => ({ code: marginal === null ? 'insufficient-history' : 'brings-nothing', params: { stage } }),
    ),
    ...(left.gt(0) ? [{ code: 'hours-left', params: { hours: leftHours } } as const] : []),
  ]
}

function reasonsOfRanked({ stage, hours: given, capacityHours }: DividedStage, told: StageEffort, isBehind: boolean): EffortReason[] {
  const { hours } = told
  const marginal = told.marginal as number
  const isFull = capacityHours !== null && given.eq(capacityHours)
  if (given.isZero() && !isFull) return isBehind ? [{ code: 'less-per-hour', params: { stage, marginal } }] : []
  return [
    ...(given.isZero() ? [] : [{ code: 'best-use', params: { stage, hours, marginal } } as const]),
    ...(isFull ? [{ code: 'capacity-used', params: { stage, hours } } as const] : []),
  ]
}
