import type { BacktestRun } from '@clientele/funnel'
import { backtestChart } from '@clientele/funnel/charts'
import { explainBacktest } from '@clientele/funnel/explain'
import { describeMoney, digitsOf } from '../../texts/forecast/describeMoney.js'
import { formatShare } from '../../texts/formatNumber.js'
import { drawChart } from '../drawChart.js'
import { listSentences } from '../findings.js'
import { html, Markup } from '../html.js'
import type { PipelineInput } from '../types.js'
import { type Head, sectionTable } from './sectionTable.js'

/** How forecasts of the past would have done; nothing where nobody asked. */
export async function backtestSection({ report: { backtest }, settings: { document }, texts }: PipelineInput): Promise<Markup> {
  if (backtest === undefined) return html``
  const words = texts.page.forecast
  const { runs, currency } = backtest
  const digits = digitsOf(
    runs.flatMap((run) => amountsOf(run).filter((amount) => amount !== null)),
    currency,
  )
  const figures = [words.expected, words.low, words.high, words.actual, words.error]
  const heads: Head[] = [[words.madeOn, 'date'], [words.period, 'date'], ...figures.map((title): Head => [title, 'number']), [words.covered, 'name']]
  const rows = runs.map((run) => [
    run.asOf,
    `${run.from} – ${run.to}`,
    ...amountsOf(run).map((amount) => (amount === null ? '–' : describeMoney(amount, digits))),
    formatShare(run.error),
    run.covered === null ? '–' : run.covered ? words.yes : words.no,
  ])
  const chart = await drawChart(backtestChart(backtest, document, texts.funnel), { name: 'backtest' })
  return html`<section id="backtest">
<h2>${words.backtest}</h2>
<p class="soft">${words.backtestRule}</p>
<figure>${new Markup(chart)}</figure>
${sectionTable(heads, rows)}
${listSentences(explainBacktest(backtest, document, texts.funnel).sentences)}
</section>`
}

function amountsOf({ expected, low, high, actual }: BacktestRun): (string | null)[] {
  return [expected, low, high, actual]
}
