import type { Decimal } from '@clientele/core/decimal'
import { chanceBy, type WinningDays } from './chanceByCurve.js'
import type { OpenDeal } from './gatherDeals.js'
import { exactShare, type Judge } from './judgeDeals.js'
import type { ReadPeriod } from './readForecastOptions.js'
import type { SalesForecast, UnknownDeal } from './types.js'

/** An open deal, how likely it is won, and when. */
export interface PlacedDeal extends OpenDeal {
  readonly probability: Decimal | null
  /** Why it is in no period, if something about it is not known. */
  readonly unknown: UnknownDeal['reason'] | null
  /** On which days it is won; null: on its expected date, or on none. */
  readonly winningDays: WinningDays | null
}

/** Judges open deals, and tells what places them in time. */
export function placeDeals(
  deals: readonly OpenDeal[],
  judge: Judge,
  { method, settings }: Pick<SalesForecast, 'method' | 'settings'>,
  canSupplyAmounts: boolean,
): PlacedDeal[] {
  return deals.map((deal) => {
    const { probability, winningDays } = judge(deal)
    const isDated = settings.placement === 'expected' && deal.expected !== null
    const lacksAmount = deal.amount === null && !canSupplyAmounts
    const lacksChance = method === 'stage' ? 'without-win-percent' : 'insufficient-history'
    return {
      ...deal,
      probability,
      unknown: lacksAmount ? 'without-amount' : probability === null ? lacksChance : null,
      winningDays: isDated ? null : winningDays,
    }
  })
}

/** How likely deals are won within a period: null if they are not placed in it. */
export function sharesWithin({ from, to }: ReadPeriod): (deal: PlacedDeal) => Decimal | null {
  const shares = new Map<WinningDays, Decimal>()
  return ({ probability, unknown, winningDays, expected }) => {
    if (unknown !== null) return null
    if (winningDays === null) return expected !== null && expected >= from && expected <= to ? probability : null
    let share = shares.get(winningDays)
    if (share === undefined) {
      // Of two shares that are rounded once each the difference is exact, and periods that follow each other add up.
      share = exactShare(chanceBy(to, winningDays)).minus(exactShare(chanceBy(from - 1, winningDays)))
      shares.set(winningDays, share)
    }
    return share.gt(0) ? share : null
  }
}
