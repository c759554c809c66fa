import type { ReadCurve } from '../curves/readCurve.js'

/** A curve, and which share of the deals that were still open is won, and is lost, at each of its times. */
export interface AgedCurve extends ReadCurve {
  readonly winning: readonly number[]
  readonly losing: readonly number[]
}

/** Tells of a curve how many of the open deals are decided at each of its times. */
export function agedCurve({ times, atRisk, won, open, throughDays }: ReadCurve): AgedCurve {
  const winning: number[] = []
  const losing: number[] = []
  for (let place = 0; place < times.length; place += 1) {
    const [wonBefore, openBefore] = place === 0 ? [0, 1] : [won[place - 1] as number, open[place - 1] as number]
    const gained = (won[place] as number) - wonBefore
    winning.push(shareOf(gained, openBefore))
    losing.push(shareOf(openBefore - (open[place] as number) - gained, openBefore))
  }
  return { times, atRisk, won, open, throughDays, winning, losing }
}

/** Rounding may leave a little less than nothing, or more than all; of nobody none. */
function shareOf(decided: number, open: number): number {
  return open <= 0 ? 0 : Math.min(1, Math.max(0, decided / open))
}
