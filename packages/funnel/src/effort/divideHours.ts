import { Decimal } from '@clientele/core/decimal'
import type { MeasuredStage } from '../measure/readMeasured.js'
import type { ReadCost } from './readEffortOptions.js'

/** An exact quotient; its divisor is above 0. */
export interface Fraction {
  readonly dividend: Decimal
  readonly divisor: Decimal
}

/** What becomes of a stage to which hours may go. */
export interface DividedStage extends ReadCost {
  /** The place of the stage in the pipeline. */
  readonly place: number
  /** Null: unknown. */
  readonly winRate: Fraction | null
  /** What an hour brings; null: unknown. */
  readonly marginal: Fraction | null
  /** Null: without end. */
  readonly capacityHours: Decimal | null
  readonly hours: Decimal
}

/** Hours divided among stages. */
export interface DividedHours {
  /** The stages in which an hour brings anything, best first. */
  readonly ranked: readonly DividedStage[]
  /** The others, in the order of the pipeline. */
  readonly others: readonly DividedStage[]
  readonly left: Decimal
}

const ZERO = new Decimal(0)

/**
 * Gives hours to the stage in which one brings most until no more of its deals can be worked, then to the next. Since a part of a deal brings a part of it, no other division brings
 * more: whatever hours were moved would go where one brings as much or less (G. B. Dantzig, *Discrete-variable extremum problems*, Operations Research 5, 1957).
 */
export function divideHours(hours: Decimal, costs: readonly ReadCost[], stages: readonly MeasuredStage[]): DividedHours {
  const winRates = winRatesOf(stages)
  const places = new Map(stages.map(({ stage }, place) => [stage, place]))
  const worked = costs.map((cost) => weigh(cost, places.get(cost.stage) as number, winRates)).sort((one, other) => one.place - other.place)
  const ranked = worked.filter(bringsAnything).sort(compareUse)
  let left = hours
  const given = ranked.map((stage): DividedStage => {
    const taken = stage.capacityHours === null ? left : Decimal.min(left, stage.capacityHours)
    left = left.minus(taken)
    return { ...stage, hours: taken }
  })
  return { ranked: given, others: worked.filter((stage) => !bringsAnything(stage)), left }
}

/** Which share of the deals of each stage is won in the end: of those that are decided, at it and at every later one; null from where any is unknown. */
function winRatesOf(stages: readonly MeasuredStage[]): (Fraction | null)[] {
  const rates: (Fraction | null)[] = []
  let rate: Fraction | null = { dividend: new Decimal(1), divisor: new Decimal(1) }
  for (const { advanced, lost } of [...stages].reverse()) {
    if (advanced + lost === 0) rate = null
    // A stage from which all get on changes nothing, and need not make the numbers longer.
    else if (rate !== null && lost > 0) rate = { dividend: rate.dividend.times(advanced), divisor: rate.divisor.times(advanced + lost) }
    rates.push(rate)
  }
  return rates.reverse()
}

function weigh(cost: ReadCost, place: number, winRates: readonly (Fraction | null)[]): DividedStage {
  const { hoursPerDeal, capacity, value } = cost
  const winRate = winRates[place] as Fraction | null
  return {
    ...cost,
    place,
    winRate,
    marginal: winRate === null ? null : { dividend: winRate.dividend.times(value), divisor: winRate.divisor.times(hoursPerDeal) },
    capacityHours: capacity === null ? null : capacity.times(hoursPerDeal),
    hours: ZERO,
  }
}

function bringsAnything({ marginal }: DividedStage): boolean {
  return marginal !== null && !marginal.dividend.isZero()
}

/** Where an hour brings most first; where it brings the same the later stage, whose deals are won sooner. */
function compareUse(one: DividedStage, other: DividedStage): number {
  const [ours, theirs] = [one.marginal as Fraction, other.marginal as Fraction]
  return theirs.dividend.times(ours.divisor).cmp(ours.dividend.times(theirs.divisor)) || other.place - one.place
}
