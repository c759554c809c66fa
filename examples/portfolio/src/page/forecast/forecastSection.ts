import type { SalesForecast } from '@clientele/funnel'
import { forecastChart } from '@clientele/funnel/charts'
import { explainForecast } from '@clientele/funnel/explain'
import { describeChance } from '../../texts/forecast/describeChance.js'
import { describeMoney, digitsOf } from '../../texts/forecast/describeMoney.js'
import { drawChart } from '../drawChart.js'
import { listSentences } from '../findings.js'
import { html, Markup } from '../html.js'
import type { PipelineInput } from '../types.js'
import { type Head, sectionTable } from './sectionTable.js'

/** What the coming months will bring; nothing where nobody asked. */
export async function forecastSection({ report: { forecast }, settings: { document }, texts }: PipelineInput): Promise<Markup> {
  if (forecast === undefined) return html``
  const words = texts.page.forecast
  const chart = await drawChart(forecastChart(forecast, document, texts.funnel), { name: 'forecast' })
  return html`<section id="forecast">
<h2>${words.forecast}</h2>
<p class="soft">${words.rule}</p>
<figure>${new Markup(chart)}</figure>
${periodsTable(forecast, texts)}
${listSentences(explainForecast(forecast, document, texts.funnel).sentences)}
</section>`
}

function periodsTable({ periods, currency }: SalesForecast, { page }: PipelineInput['texts']): Markup {
  const words = page.forecast
  const amounts = periods.map((period) => {
    const { won, open, newDeals, expected, low, median, high, target = '', gap = '' } = period
    return [won, open, newDeals, expected, low, median, high, target, gap]
  })
  const digits = digitsOf(amounts.flat(), currency)
  const titles = [words.won, words.open, words.newDeals, words.expected, words.low, words.median, words.high, words.target, words.gap]
  const heads: Head[] = [[words.period, 'date'], ...[...titles, words.probability].map((title): Head => [title, 'number'])]
  const rows = periods.map((period, place) => [
    `${period.from} – ${period.to}`,
    ...(amounts[place] ?? []).map((amount) => (amount === '' ? '–' : describeMoney(amount, digits))),
    describeChance(period),
  ])
  return sectionTable(heads, rows)
}
