import { shownPercent } from '@clientele/core/explain'
import { literal } from '../../code/literal.js'
import type { WinRates } from './computeWinRates.js'
import { LAST_DAY, watchedOf } from './deals.js'
import type { WinRatesFields } from './fields.js'

/** TypeScript that tells the four win rates of the deals on the screen. */
export function code(_: WinRatesFields, { deals, measure, rates }: WinRates): string {
  return `import { shownPercent } from '@clientele/core/explain'
import { conversionCurve, measureFunnel, type WatchedDeal } from '@clientele/funnel'
import { opportunityPipeline } from '@clientele/funnel/templates'

const asOf = '${LAST_DAY}'
const deals: WatchedDeal[] = [
${watchedOf(deals)
  .map((deal) => `  ${literal(deal)},\n`)
  .join('')}]
const log = deals.flatMap(({ deal, entered, left, outcome }) => [{ deal, at: entered, to: 'open' }, ...(left ? [{ deal, at: left, to: outcome }] : [])])
measureFunnel(log, { ...opportunityPipeline, stages: [{ id: 'open' }] }, { asOf }).conversion
//=> ${literal(measure.conversion)}
shownPercent(conversionCurve(deals, { asOf, method: 'kaplan-meier' }).won.at(-1) ?? 0)
//=> ${literal(shownPercent(rates.kaplanMeier ?? 0))}
`
}
