import type { CriterionStability } from '@clientele/scoring'
import { explainStability, type ScoringLocale } from '@clientele/scoring/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { chart } from '../../charts/chart.js'
import { sentences } from '../../layout/sentences.js'
import { roomChart } from './charts.js'
import type { ShownScreening } from './computeScreening.js'
import type { ScreeningTexts } from './texts/types.js'

/** More is folded: where totals tie, every weight decides. */
const SENTENCES_SHOWN = 8

/** How far each weight may move: first the weights that decide something; folded, all that no weight can change. */
export function room(shown: ShownScreening, said: ScreeningTexts, locale: ScoringLocale): TemplateResult {
  const { stability, scorecard } = shown.result
  const told = (part: Partial<typeof stability>) => explainStability({ ...stability, ...part }, scorecard, locale).sentences
  const deciding = told({ criteria: stability.criteria.filter(decides), dominance: [] })
  const idle = told({ criteria: stability.criteria.filter((one) => !decides(one)) })
  const folded = [...deciding.slice(SENTENCES_SHOWN), ...idle]
  return html`<p>${said.roomExplained}</p>
    <div class="room">
      ${chart(shown, roomChart(shown.result, locale, shown.isLarge))}
      <div>
        ${deciding.length === 0 ? html`<p>${said.nothingDecides}</p>` : sentences(deciding.slice(0, SENTENCES_SHOWN))}
        ${folded.length === 0 ? nothing : html`<details><summary>${said.more}</summary>${sentences(folded)}</details>`}
      </div>
    </div>`
}

/** Whether some other weight would change the order or the selection. */
function decides({ orderHolds, selectionHolds }: CriterionStability): boolean {
  return [orderHolds, selectionHolds].some((holds) => holds !== undefined && (holds.from > 0 || holds.to !== null))
}
