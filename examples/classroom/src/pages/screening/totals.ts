import { roundDecimal } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import { explainScore, type ScoringLocale } from '@clientele/scoring/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { table } from '../../layout/table.js'
import type { Screening } from './computeScreening.js'
import type { ScreeningTexts } from './texts/types.js'

/** The order, with each total and how it comes about. */
export function totals({ ranking, scorecard }: Screening, said: ScreeningTexts, locale: ScoringLocale): TemplateResult {
  return table({
    caption: said.totals,
    columns: [{ head: said.rank }, { head: said.customerHead }, { head: said.total, isNumber: true }],
    rows: ranking.ranked.map((score) => ({
      mark: score.selected ? 'selected' : '',
      cells: [
        score.rank,
        html`<strong>${formatMessage(said.customer, { customer: score.candidate })}</strong>
          ${score.selected ? html`<span class="badge">${said.selected}</span>` : nothing}
          <span class="formula">${explainScore(score, scorecard, locale).formula}</span>`,
        html`<span class="total">${shownTotal(score.total)}</span>`,
      ],
    })),
  })
}

/** To three decimal places; the formula beside it has them all. */
export function shownTotal(total: string): string {
  const rounded = roundDecimal(total, 3)
  return rounded === total ? total : `≈ ${rounded}`
}
