import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal, ratio } from '@clientele/core/decimal'
import { type MeasuredStages, readMeasuredStages } from '../measure/readMeasured.js'
import { type DividedHours, type DividedStage, divideHours, type Fraction } from './divideHours.js'
import { effortReasons } from './effortReasons.js'
import { type ReadEffort, readEffortOptions } from './readEffortOptions.js'
import { tellHours } from './tellHours.js'
import type { EffortAllocation, EffortOptions, StageEffort } from './types.js'

/**
 * Divides hours of work among the stages of a funnel so that they bring as much as they can.
 *
 * A deal that is worked in a stage is won as often as the deals of the stage were: the product of the rates of the decided ones, from the stage to the last. An hour brings this share of what
 * a won deal is worth, by the hours that a deal takes; hours go where one brings most until as many deals are worked as can be, then to the next best, and of stages that bring the same
 * to the later one. The sums are exact, and so the order of `costs` does not matter.
 *
 * @param measure - The funnel as {@link measureFunnel} tells it; of it `asOf`, `stages` and `policies` are looked at.
 * @param options - `hours`: how many there are, 0 to 1e100. `costs`: for each stage that is worked, each once, `hoursPerDeal`, 1e-100 to 1e100, and `capacity`, how many deals can be worked
 * at most, 0 to 1e100, without end unless given. `values`: what a won deal is worth, 0 to 1e100: the same for all, by stage, or as a list, and then of every stage in `costs`; other stages
 * of the measure may be among them. `currency`: the one that values are in.
 * @returns The listed stages in the order of the pipeline. A stage in which an hour brings nothing (its `marginal` is 0) or nobody knows what it brings (null) gets none. `left` is what
 * no stage can take. `hours` and `left`, added up as floating-point numbers, never make more than the hours there are. `nextHour`: what each hour brings that is added to them, until the
 * stage can take no more. All figures are the numbers nearest to the exact ones, hours so near as that allows.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see Textbook S1 漏斗理论: the funnel guides how a salesperson divides time and effort. G. B. Dantzig, *Discrete-variable extremum problems*, Operations Research 5, 1957 (the division).
 * @example
 * import { allocateEffort } from '@clientele/funnel'
 *
 * const measure = {
 *   asOf: '2024-03-31',
 *   stages: [
 *     { stage: 'quoted', entered: 20, advanced: 8, lost: 8, open: 4 },
 *     { stage: 'negotiating', entered: 8, advanced: 6, lost: 2, open: 0 },
 *   ],
 *   policies: [{ kind: 'pipeline', id: 'sales', version: 1 }],
 * }
 * const costs = [
 *   { stage: 'quoted', hoursPerDeal: 5 },
 *   { stage: 'negotiating', hoursPerDeal: 6, capacity: 4 },
 * ]
 * const { stages, expectedValue, nextHour, reasons } = allocateEffort(measure, { hours: 40, costs, values: 2000 })
 * stages.map(({ stage, hours, deals, winRate, marginal }) => [stage, hours, deals, winRate, marginal]) //=> [['quoted', 16, 3.2, 0.375, 150], ['negotiating', 24, 4, 0.75, 250]]
 * expectedValue //=> 8400
 * nextHour //=> { stage: 'quoted', value: 150 }
 * reasons.map(({ code }) => code) //=> ['best-use', 'capacity-used', 'best-use']
 */
export function allocateEffort(measure: MeasuredStages, options: EffortOptions): EffortAllocation {
  const issues: Issue[] = []
  const measured = readMeasuredStages(measure, issues)
  const effort = readEffortOptions(
    options,
    measured?.stages.map(({ stage }) => stage),
    issues,
  )
  throwIssues(issues)
  const { asOf, stages, policies } = measured as MeasuredStages
  const { hours, costs, currency } = effort as ReadEffort
  return { asOf, ...compose(hours, divideHours(hours, costs, stages)), currency, policies }
}

function compose(hours: Decimal, divided: DividedHours): Omit<EffortAllocation, 'asOf' | 'currency' | 'policies'> {
  const { ranked, others, left } = divided
  const worked = ranked.filter((stage) => stage.hours.gt(0))
  const parts = worked.map((stage) => ({ hours: stage.hours, most: stage.capacityHours }))
  const { whole, parts: told } = tellHours(hours, left.gt(0) ? [...parts, { hours: left, most: null }] : parts)
  const hoursOf = new Map(worked.map(({ stage }, index) => [stage, told[index] as number]))
  const tell = (stage: DividedStage): StageEffort => tellStage(stage, hoursOf.get(stage.stage) ?? 0)
  const leftHours = left.gt(0) ? (told.at(-1) as number) : 0
  const next = ranked.find((stage) => stage.capacityHours === null || stage.hours.lt(stage.capacityHours))
  return {
    hours: whole,
    stages: [...ranked, ...others].sort((one, other) => one.place - other.place).map(tell),
    expectedValue: nearest(worked.map(broughtBy).reduce(addFractions, { dividend: new Decimal(0), divisor: new Decimal(1) })),
    left: leftHours,
    nextHour: next === undefined ? null : { stage: next.stage, value: nearest(next.marginal as Fraction) },
    reasons: effortReasons(divided, tell, leftHours),
  }
}

function tellStage(stage: DividedStage, hours: number): StageEffort {
  const { winRate, marginal, capacityHours } = stage
  return {
    stage: stage.stage,
    hours,
    deals: nearest({ dividend: stage.hours, divisor: stage.hoursPerDeal }),
    winRate: winRate === null ? null : nearest(winRate),
    expectedValue: stage.hours.isZero() ? 0 : nearest(broughtBy(stage)),
    marginal: marginal === null ? null : nearest(marginal),
    capacityHours: capacityHours === null ? null : capacityHours.toNumber(),
  }
}

/** What the hours of a stage bring: it gets none where nobody knows what one brings. */
function broughtBy({ hours, marginal }: DividedStage): Fraction {
  const { dividend, divisor } = marginal as Fraction
  return { dividend: hours.times(dividend), divisor }
}

function addFractions(one: Fraction, other: Fraction): Fraction {
  return {
    dividend: one.dividend.times(other.divisor).plus(other.dividend.times(one.divisor)),
    divisor: one.divisor.times(other.divisor),
  }
}

/** Within the bounds of what is read every quotient is near a number. */
function nearest({ dividend, divisor }: Fraction): number {
  return ratio(dividend, divisor) as number
}
