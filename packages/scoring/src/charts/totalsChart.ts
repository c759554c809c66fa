import { toNumber } from '@clientele/core'
import { type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { Ranking } from '../ranking/types.js'

/**
 * Draws how many candidates have which totals, as a histogram.
 *
 * @param ranking - What {@link rankCandidates} returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside.
 * @example
 * import { rankCandidates } from '@clientele/scoring'
 * import { totalsChart } from '@clientele/scoring/charts'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const ratings = { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 4 }
 * totalsChart(rankCandidates([{ id: 'A', ratings }], customerScreening)).data //=> { values: [{ candidate: 'A', total: 67 }] }
 */
export function totalsChart(ranking: Ranking, locale: ScoringLocale = en): VegaLiteSpecification {
  return {
    $schema: vegaLiteSchema,
    title: locale.charts.totals,
    data: { values: ranking.ranked.map(({ candidate, total }) => ({ candidate, total: toNumber(total) })) },
    mark: 'bar',
    encoding: {
      x: { field: 'total', type: 'quantitative', bin: { maxbins: 20 }, title: locale.charts.total },
      y: { aggregate: 'count', type: 'quantitative', title: locale.charts.count },
    },
  }
}
