import { labelsOf, type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { checkResult, titleScorecard } from '../explain/readResult.js'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { Scorecard } from '../scorecard/types.js'
import type { CriterionStability, SelectionInterval, WeightStability } from '../stability/types.js'

/** How far the axis reaches beyond the greatest weight and bound, so that an open interval is seen to go on. */
const MARGIN = 1.25

/**
 * Draws how far each weight may move before the winner, the order or the selection changes: a bar for each, and a line at the weight it has.
 *
 * @param stability - What {@link weightStability} returned.
 * @param scorecard - The scorecard that made it; titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside; a bar without bound ends with the axis, and its `open` is true.
 * @throws {@link InputError} if the scorecard is not one, or not the one that made the result.
 * @example
 * import { weightStability } from '@clientele/scoring'
 * import { stabilityChart } from '@clientele/scoring/charts'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const ratings = { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 4 }
 * const stability = weightStability([{ id: 'A', ratings }], customerScreening)
 * const { data } = stabilityChart(stability, customerScreening)
 * data.values[0] //=> { criterion: 'Large demand for the product or service', weight: 5, holding: 'the highest total', from: 0, to: 6.25, open: true }
 */
export function stabilityChart(stability: WeightStability, scorecard: Scorecard, locale: ScoringLocale = en): VegaLiteSpecification {
  const titled = titleScorecard(scorecard, locale.languageTag)
  checkResult(stability, 'stability', 'criteria', titled.card)
  const titles = labelsOf([...titled.criteria.values()])
  const { holds, holding, criterion, weight, stability: title } = locale.charts
  const sort = [holds.winner, holds.order, ...(stability.selected === undefined ? [] : [holds.selection])]
  const end = endOfAxis(stability, holds)
  const values = stability.criteria.flatMap((one) =>
    keptOf(one, holds).map(([held, { from, to }]) => ({
      criterion: titles.get(one.criterion) ?? one.criterion,
      weight: shownWeight(one),
      holding: held,
      from,
      to: to ?? end,
      open: to === null,
    })),
  )
  const y = { field: 'criterion', type: 'nominal', title: criterion, sort: [...titles.values()], axis: { labelLimit: 300 } }
  return {
    $schema: vegaLiteSchema,
    title,
    data: { values },
    encoding: { y },
    layer: [
      {
        mark: { type: 'bar', tooltip: true },
        encoding: {
          yOffset: { field: 'holding', sort },
          x: { field: 'from', type: 'quantitative', title: weight, scale: { domain: [0, end], nice: false } },
          x2: { field: 'to' },
          color: { field: 'holding', type: 'nominal', title: holding, sort },
          // The outline keeps an interval of one weight visible.
          stroke: { field: 'holding', type: 'nominal', title: holding, sort },
        },
      },
      { mark: { type: 'tick', color: 'black', thickness: 2, bandSize: 20 }, encoding: { x: { field: 'weight', type: 'quantitative' } } },
    ],
  }
}

function keptOf(
  { winnerHolds, orderHolds, selectionHolds }: CriterionStability,
  holds: ScoringLocale['charts']['holds'],
): [string, { readonly from: number; readonly to: number | null }][] {
  return [
    [holds.winner, winnerHolds],
    [holds.order, orderHolds],
    ...(selectionHolds === undefined ? [] : [[holds.selection, selectionHolds] as [string, SelectionInterval]]),
  ]
}

function endOfAxis({ criteria }: WeightStability, holds: ScoringLocale['charts']['holds']): number {
  const marks = criteria.flatMap((one) => [shownWeight(one), ...keptOf(one, holds).map(([, { to }]) => to ?? 0)])
  return Math.min(Number.MAX_VALUE, MARGIN * marks.reduce((greatest, mark) => Math.max(greatest, mark), 0)) || 1
}

/** The nearest number; the greatest one for what is beyond it. */
function shownWeight({ weight }: CriterionStability): number {
  return Math.min(Number.MAX_VALUE, Number(weight))
}
