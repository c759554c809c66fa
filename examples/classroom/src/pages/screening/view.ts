import { explainRanking, type ScoringLocale } from '@clientele/scoring/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { chart } from '../../charts/chart.js'
import { headline, section, sideBySide } from '../../layout/sections.js'
import { averages } from './averages.js'
import { pointsChart } from './charts.js'
import type { Screening, ShownScreening } from './computeScreening.js'
import { criterionInputs } from './criterionInputs.js'
import { locales, texts } from './locales.js'
import { puzzle } from './puzzle.js'
import { room } from './room.js'
import { totals } from './totals.js'

export function view(shown: ShownScreening): TemplateResult {
  const { language, result } = shown
  const said = texts[language]
  const locale = locales[language]
  const told = tellRanking(result, locale)
  return html`<div class="screening"><div class="play">
      ${headline(told.order.join(locale.sentenceSeparator))}
      ${sideBySide(
        criterionInputs(shown, said, locale),
        html`${totals(result, said, locale)}
          <p role="status" class="ties">${told.ties.join(locale.sentenceSeparator)}</p>
          ${points(shown, locale)}`,
      )}
    </div>
    ${section(said.room, room(shown, said, locale))} ${section(said.puzzle, puzzle(shown, said, locale))}
    ${section(said.average, averages(result, said))}</div>`
}

/** The order and the selection; apart from them the ties: the sliders stay where they are when one comes about. */
function tellRanking(
  { ranking, scorecard }: Screening,
  locale: ScoringLocale,
): { readonly order: readonly string[]; readonly ties: readonly string[] } {
  const all = explainRanking(ranking, scorecard, locale).sentences
  const order = explainRanking({ ...ranking, tied: [], diagnoses: [] }, scorecard, locale).sentences
  return { order, ties: all.slice(order.length) }
}

/** Where all weights are 0, there is nothing to draw. */
function points(shown: ShownScreening, locale: ScoringLocale): TemplateResult | typeof nothing {
  const { ranking } = shown.result
  return ranking.ranked.every(({ total }) => total === '0') ? nothing : chart(shown, pointsChart(shown.result, locale))
}
