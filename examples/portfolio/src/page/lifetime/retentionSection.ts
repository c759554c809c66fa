import type { CohortRetention } from '@clientele/tiering'
import { cohortRetentionChart } from '@clientele/tiering/charts'
import { explainChurnRate, explainCohortRetention } from '@clientele/tiering/explain'
import { describeGap } from '../../texts/lifetime/describeGap.js'
import { drawChart } from '../drawChart.js'
import { listSentences } from '../findings.js'
import { html, Markup } from '../html.js'
import type { OrdersInput } from '../types.js'

/** So many cohorts, each with as many periods, a page shows at ease. */
const DRAWN = 60

/** Who comes back: in the last period, and of each cohort of customers period by period. */
export async function retentionSection({ report: { lifetime }, texts }: OrdersInput): Promise<Markup> {
  if (lifetime === undefined) return html``
  const { cohorts, churn, gaps } = lifetime
  const chart = cohorts !== null && isDrawn(cohorts) ? await drawChart(cohortRetentionChart(cohorts, texts.tiering), { name: 'cohorts' }) : undefined
  const isTooMuch = cohorts !== null && cohorts.average.length > DRAWN
  // Both say how many refunds there are.
  const sentences = new Set([
    ...(churn === null ? [] : explainChurnRate(churn, texts.tiering).sentences),
    ...(cohorts === null ? [] : explainCohortRetention(cohorts, texts.tiering).sentences),
  ])
  return html`<section id="retention">
<h2>${texts.page.lifetime.retention}</h2>
${chart === undefined ? [] : html`<figure>${new Markup(chart)}</figure>`}
${listSentences([...describeGap(gaps.retention, texts), ...(isTooMuch ? [texts.page.lifetime.notDrawn] : []), ...sentences])}
</section>`
}

/** A cohort has as many entries as `average` at the most, and each has a period of its own. */
function isDrawn({ average }: CohortRetention): boolean {
  return average.length > 1 && average.length <= DRAWN
}
