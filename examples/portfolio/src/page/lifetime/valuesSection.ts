import { lifetimeValueChart } from '@clientele/tiering/charts'
import { explainBgNbd, explainGammaGamma, explainLifetimeValue, explainLifetimeValues, explainPurchases } from '@clientele/tiering/explain'
import type { LifetimeReport } from '../../lifetime/types.js'
import { describeGap } from '../../texts/lifetime/describeGap.js'
import { drawChart } from '../drawChart.js'
import { listSentences } from '../findings.js'
import { html, Markup } from '../html.js'
import type { OrdersInput } from '../types.js'
import { valuesTable } from './valuesTable.js'

/** What customers will bring in, and the models that say so; or why there is too little for them. */
export async function valuesSection(input: OrdersInput): Promise<Markup> {
  const { lifetime } = input.report
  if (lifetime === undefined) return html``
  const { page, tiering } = input.texts
  const { values, gaps } = lifetime
  const chart = values === null ? undefined : await drawChart(lifetimeValueChart(values, tiering), { name: 'values' })
  const sentences = values === null ? [] : explainLifetimeValues(values, tiering).sentences
  return html`<section id="lifetime" class="tiering">
<h2>${page.lifetime.values}</h2>
${chart === undefined ? [] : html`<figure>${new Markup(chart)}</figure>`}
${listSentences([...describeGap(gaps.values, input.texts), ...sentences])}
${values === null ? [] : valuesTable(values, input)}
${values === null ? [] : explainFirst(lifetime, input)}
<h2>${page.lifetime.models}</h2>
${listSentences(describeModels(lifetime, input))}
</section>`
}

/** How the greatest values come about. */
function explainFirst({ first }: LifetimeReport, { texts }: OrdersInput): Markup {
  const blocks = first.map(
    ({
      customer,
      value,
    }) => html`<div class="explained"><h3><bdi>${customer}</bdi></h3><p>${explainLifetimeValue(value, texts.tiering).sentences.join(texts.scoring.sentenceSeparator)}</p></div>
`,
  )
  return html`<h2>${texts.page.lifetime.firstInWords}</h2><div class="side">${blocks}</div>`
}

/** What the models were made from, what they say and how far to rely on them. */
function describeModels({ purchases, purchaseFit, spendFit }: LifetimeReport, { texts }: OrdersInput): string[] {
  return [
    ...(purchases === null ? [] : explainPurchases(purchases, texts.tiering).sentences),
    ...(purchaseFit === null ? [] : explainBgNbd(purchaseFit, texts.tiering).sentences),
    ...(spendFit === null ? [] : explainGammaGamma(spendFit, texts.tiering).sentences),
  ]
}
