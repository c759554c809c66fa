import type { Title } from '@clientele/core/explain'
import type { Tiering } from '@clientele/tiering'
import { paretoChart } from '@clientele/tiering/charts'
import { explainAverageSales, explainTiers } from '@clientele/tiering/explain'
import { titleOfTier } from '../../texts/tiering/titleOfTier.js'
import { drawChart } from '../drawChart.js'
import { listSentences } from '../findings.js'
import { html, Markup } from '../html.js'
import type { OrdersInput } from '../types.js'
import { tierTable } from './tierTable.js'

/** What is said of a customer, by id. */
type SentencesOf = ReadonlyMap<string, readonly string[]>

/** The customers in tiers: by which rule, what each tier brings in, and what it takes to rise. */
export async function tiersSection(input: OrdersInput): Promise<Markup> {
  const { report, tiers: scheme, texts } = input
  const { tiering, averageSales } = report
  if (tiering === undefined || scheme === undefined) return html``
  const title = titleOfTier(scheme, texts)
  const averages = averageSales === undefined ? [] : explainAverageSales(averageSales, texts.tiering).sentences
  const { sentences, customers } = explainTiers(tiering, scheme, texts.tiering)
  const chart = tiering.customers.length === 0 ? undefined : await drawChart(paretoChart(tiering, scheme, texts.tiering), { name: 'pareto' })
  return html`<section id="tiers" class="tiering">
<h2>${texts.page.tiering.tiers}</h2>
${chart === undefined ? [] : html`<figure>${new Markup(chart)}</figure>`}
${tierTable(tiering, title, input)}
${listSentences([...averages, ...sentences])}
${firstOfEach(tiering, title, new Map(customers.map((one) => [one.customer, one.sentences])), input)}
</section>`
}

/** The greatest customer of each tier, who is the nearest to a better one. */
function firstOfEach({ tiers, customers }: Tiering, title: Title, sentencesOf: SentencesOf, { texts }: OrdersInput): Markup {
  const blocks = tiers.flatMap(({ tier }) => {
    const first = customers.find((one) => one.tier === tier)
    const sentences = first === undefined ? undefined : sentencesOf.get(first.customer)
    if (sentences === undefined) return []
    return html`<div class="explained"><h3>${title(tier)}</h3><p>${sentences.join(texts.scoring.sentenceSeparator)}</p></div>
`
  })
  return blocks.length === 0 ? html`` : html`<h2>${texts.page.tiering.firstOfEach}</h2><div class="side">${blocks}</div>`
}
