import type { Issue } from '@clientele/core'
import { checkList, throwIssues } from '@clientele/core/checks'
import { composeCurve } from './composeCurve.js'
import { type ReadCurveOptions, readCurveOptions } from './readCurveOptions.js'
import { readWatchedDeals } from './readWatchedDeals.js'
import type { ConversionCurve, CurveOptions, WatchedDeal } from './types.js'

/**
 * Tells what share of deals is won, lost and still open day by day after they entered, without taking open deals for lost ones.
 *
 * @param deals - Each deal once, in any order. Of one that was watched only `from` a day after it entered, what follows that day counts, and nothing before.
 * @param options - `asOf`: the last date looked at, in `zone` (UTC unless given): what was won or lost later is open, what entered later is left out, and both are counted in
 * `diagnoses`. `method`: `aalen-johansen` unless given, in which won and lost compete; `kaplan-meier` takes lost deals for lost sight of, and so tells too much to be won.
 * `invalid`: whether a bad deal throws or is rejected. Of rows of the same deal only one counts, where they differ the one whose wording comes first as a text, so that no order
 * of rows decides; the others are rejected as duplicates.
 * @returns Shares at the end of each day on which any deal was decided: won + lost + open = 1; a deal is at risk on its last day too, and one without `from` already on the day
 * on which it enters. Standard errors and 95 % intervals of `won` (complementary log-log). The last shares are what is known by `throughDays`, and no forecast beyond. Where
 * all deals at risk are decided before others come under watch, `open` is 0 from then on, whatever becomes of the others: the diagnosis `risk-set-used-up` counts them.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see O. Aalen, S. Johansen, *Scandinavian Journal of Statistics* 5, 1978; E. Kaplan, P. Meier, *Journal of the American Statistical Association* 53, 1958; standard errors:
 * E. Marubini, M. G. Valsecchi, *Analysing Survival Data from Clinical Trials and Observational Studies*, 1995, which are Greenwood's where nothing is lost.
 * @example
 * import { conversionCurve } from '@clientele/funnel'
 *
 * const deals = [
 *   { deal: 1, entered: '2024-03-01', left: '2024-03-11', outcome: 'won' },
 *   { deal: 2, entered: '2024-03-01', left: '2024-03-21', outcome: 'lost' },
 *   { deal: 3, entered: '2024-03-11', outcome: 'open' },
 *   { deal: 4, entered: '2024-03-01', outcome: 'open' },
 * ] as const
 * const { times, won, lost, open, throughDays } = conversionCurve(deals, { asOf: '2024-03-31' })
 * times //=> [10, 20]
 * won //=> [0.25, 0.25]
 * lost //=> [0, 0.25]
 * open //=> [0.75, 0.5]
 * throughDays //=> 30
 */
export function conversionCurve(deals: readonly WatchedDeal[], options: CurveOptions): ConversionCurve {
  const issues: Issue[] = []
  const read = readCurveOptions(options, issues)
  checkList(deals, ['deals'], issues)
  throwIssues(issues)
  const asked = read as ReadCurveOptions
  const { read: watched, rejected } = readWatchedDeals(deals, asked)
  return composeCurve(watched, asked, rejected)
}
