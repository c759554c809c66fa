import { roundDecimal } from '@clientele/core'
import type { RankedCandidate } from '@clientele/scoring'
import { html, type TemplateResult } from 'lit-html'
import { table } from '../../layout/table.js'
import { customers } from './chapter.js'
import type { Screening } from './computeScreening.js'
import type { ScreeningTexts } from './texts/types.js'
import { shownTotal } from './totals.js'

/** What the chapter calls its totals, and what they are. */
export function averages({ ranking, weightSum }: Screening, said: ScreeningTexts): TemplateResult {
  const scores = customers.flatMap((customer) => ranking.ranked.filter(({ candidate }) => candidate === customer))
  const isDivided = scores.every(({ average }) => average !== null)
  return html`<p>${said.averageExplained}</p>
    ${
      isDivided
        ? table({
            caption: said.averages,
            isCaptionHidden: true,
            columns: [
              { head: said.customerHead },
              { head: said.weightedSum, isNumber: true },
              { head: said.weightSum, isNumber: true },
              { head: said.weightedAverage, isNumber: true },
            ],
            rows: scores.map((score) => ({ cells: cellsOf(score, weightSum) })),
          })
        : html`<p>${said.noAverage}</p>`
    }`
}

function cellsOf({ candidate, total, average }: RankedCandidate, weightSum: string): (string | TemplateResult)[] {
  return [candidate, shownTotal(total), `÷ ${shownTotal(weightSum)}`, html`= <strong>${roundDecimal(average ?? 0, 3)}</strong>`]
}
