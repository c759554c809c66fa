import { holdoutChart } from '@clientele/tiering/charts'
import { explainModelValidation } from '@clientele/tiering/explain'
import { describeGap } from '../../texts/lifetime/describeGap.js'
import { describeMissed } from '../../texts/lifetime/describeMissed.js'
import { drawChart } from '../drawChart.js'
import { listSentences } from '../findings.js'
import { html, Markup } from '../html.js'
import type { OrdersInput } from '../types.js'

/** How the model of purchases would have done: fitted up to a day, and compared with what came after it. */
export async function trialSection({ report: { lifetime }, texts }: OrdersInput): Promise<Markup> {
  if (lifetime === undefined) return html``
  const { validation, missed, gaps } = lifetime
  const isTold = validation !== null && gaps.validation === null
  const chart = isTold ? await drawChart(holdoutChart(validation, texts.tiering), { name: 'trial' }) : undefined
  const sentences = isTold ? [...describeMissed(missed, texts), ...explainModelValidation(validation, texts.tiering).sentences] : []
  return html`<section id="trial">
<h2>${texts.page.lifetime.trial}</h2>
${chart === undefined ? [] : html`<figure>${new Markup(chart)}</figure>`}
${listSentences([...describeGap(gaps.validation, texts), ...sentences])}
</section>`
}
