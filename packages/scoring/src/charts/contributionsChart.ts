import { toNumber } from '@clientele/core'
import { labelsOf, type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { checkResult, titleScorecard } from '../explain/readResult.js'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { Ranking } from '../ranking/types.js'
import type { Scorecard } from '../scorecard/types.js'

/**
 * Draws what each criterion adds to each candidate's total, as stacked bars from the first rank to the last.
 *
 * @param ranking - What {@link rankCandidates} returned; pass a slice of `ranked` to draw fewer bars.
 * @param scorecard - The scorecard that made it; titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside.
 * @throws {@link InputError} if the scorecard is not one, or not the one that made the ranking.
 * @example
 * import { rankCandidates } from '@clientele/scoring'
 * import { contributionsChart } from '@clientele/scoring/charts'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const ratings = { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 4 }
 * contributionsChart(rankCandidates([{ id: 'A', ratings }], customerScreening), customerScreening).mark //=> 'bar'
 */
export function contributionsChart(ranking: Ranking, scorecard: Scorecard, locale: ScoringLocale = en): VegaLiteSpecification {
  const titled = titleScorecard(scorecard, locale.languageTag)
  checkResult(ranking, 'ranking', 'ranked', titled.card)
  const titles = labelsOf([...titled.criteria.values()])
  const values = ranking.ranked.flatMap(({ candidate, contributions }) =>
    contributions.map(({ criterion, points }, order) => ({
      candidate,
      criterion: titles.get(criterion) ?? criterion,
      order,
      points: toNumber(points),
    })),
  )
  return {
    $schema: vegaLiteSchema,
    title: locale.charts.contributions,
    data: { values },
    mark: 'bar',
    encoding: {
      y: { field: 'candidate', type: 'nominal', title: locale.charts.candidate, sort: ranking.ranked.map(({ candidate }) => candidate) },
      x: { field: 'points', type: 'quantitative', aggregate: 'sum', title: locale.charts.points },
      color: { field: 'criterion', type: 'nominal', title: locale.charts.criterion, sort: [...titles.values()] },
      order: { field: 'order', type: 'ordinal' },
    },
  }
}
