import { Decimal } from '@clientele/core/decimal'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import type { AgedCurve } from './agedCurve.js'
import { chanceByCurve, type WinningDays, winningDays } from './chanceByCurve.js'
import type { OpenDeal } from './gatherDeals.js'
import type { SeasonFactors } from './seasonFactors.js'

/** How likely a deal is won, ever, and where nothing but its curve says when, on which days; null: nobody knows. */
interface Judgement {
  /** 0 to 1. */
  readonly probability: Decimal | null
  readonly winningDays: WinningDays | null
}

/** How likely each open deal is won. */
export type Judge = (deal: OpenDeal) => Judgement

const HUNDRED = 100
/** A share of a curve is rounded to so many places, so that the parts of a period add up exactly to it. */
const PLACES = 12
const NO_ONE_KNOWS: Judgement = { probability: null, winningDays: null }

/** A share, as an exact decimal of a few places. */
export function exactShare(share: number): Decimal {
  return new Decimal(share).toDecimalPlaces(PLACES)
}

/** By the `winPercent` of the stages; null where one has none. */
export function judgeByStage({ stages }: ReadPipeline): Judge {
  const judgements = stages.map(({ winPercent }): Judgement => {
    return winPercent === null ? NO_ONE_KNOWS : { probability: new Decimal(winPercent).div(HUNDRED), winningDays: null }
  })
  return ({ stage }) => judgements[stage] as Judgement
}

/** By the curves of the stages, in their order; undefined where one has none. */
export function judgeByAge(
  curves: readonly (AgedCurve | undefined)[],
  { lastDay, season, minimumSample }: { readonly lastDay: number; readonly season: SeasonFactors | null; readonly minimumSample: number },
): Judge {
  const known = curves.map(() => new Map<number, Judgement>())
  return ({ stage, ageDays }) => {
    const found = known[stage]?.get(ageDays)
    if (found !== undefined) return found
    const curve = curves[stage]
    const probability = chanceByCurve(curve, ageDays, minimumSample)
    const judgement =
      curve === undefined || probability === null
        ? NO_ONE_KNOWS
        : { probability: exactShare(probability), winningDays: winningDays(curve, ageDays, lastDay, season) }
    known[stage]?.set(ageDays, judgement)
    return judgement
  }
}
