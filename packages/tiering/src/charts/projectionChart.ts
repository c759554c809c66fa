import type { Issue } from '@clientele/core'
import { type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { checkProjection } from '../explain/checkProjection.js'
import type { TierNames } from '../explain/checkTierNames.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { LEGEND_LIMIT } from './legendLimit.js'
import { tierColours } from './tierColours.js'
import { WIDE_PADDING } from './widePadding.js'

/** So many periods at most have a bar each; more are drawn as areas. */
const BARS = 40

/** Pixels. */
const BAR = 20
const WIDTH = 600

/** Pixels of names, which are cut short beyond. */
const NAME_LIMIT = 300

/**
 * Draws how many customers are expected in each tier: a bar for each period, with a part for each tier, the top one at the bottom.
 *
 * @param rows - What {@link projectTiers} returned: a row for each period, the first of them how it is now.
 * @param options - `tiers`: what the columns stand for, as many different names.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside; more than 40 periods are drawn as areas.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @example
 * import { projectTiers } from '@clientele/tiering'
 * import { projectionChart } from '@clientele/tiering/charts'
 *
 * const rows = projectTiers({ counts: [100, 300], rates: [[0.9, 0.1], [0.2, 0.8]] }, { periods: 2 })
 * projectionChart(rows, { tiers: ['A', 'B'] }).data.values.at(-1) //=> { period: 2, tier: 'B', rank: 1, customers: 215 }
 */
export function projectionChart(rows: readonly (readonly number[])[], options: TierNames, locale: TieringLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkProjection(rows, options, issues)
  throwIssues(issues)
  const { chart } = locale.projection
  const tiers = [...options.tiers]
  // The parts of a bar are piled up.
  const greatest = Number.MAX_VALUE / tiers.length
  const values = rows.flatMap((row, period) =>
    row.map((customers, rank) => ({ period, tier: tiers[rank] as string, rank, customers: Math.min(customers, greatest) })),
  )
  const isEmpty = values.every(({ customers }) => customers === 0)
  const isInBars = rows.length <= BARS
  const y = { field: 'customers', type: 'quantitative', title: chart.customers, stack: 'zero', ...(isEmpty ? { scale: { domain: [0, 1] } } : {}) }
  const axis = isInBars ? { labelAngle: 0 } : { format: 'd', tickMinStep: 1 }
  return {
    $schema: vegaLiteSchema,
    title: chart.title,
    data: { values },
    padding: WIDE_PADDING,
    width: isInBars ? { step: BAR } : WIDTH,
    mark: { type: isInBars ? 'bar' : 'area', tooltip: true },
    encoding: {
      x: { field: 'period', type: isInBars ? 'ordinal' : 'quantitative', title: chart.period, axis },
      y,
      color: {
        field: 'tier',
        type: 'nominal',
        title: chart.tier,
        scale: { domain: tiers, range: tierColours(tiers.length) },
        legend: tiers.length > LEGEND_LIMIT ? null : { titleLimit: 0, labelLimit: NAME_LIMIT },
      },
      order: { field: 'rank', type: 'quantitative' },
    },
  }
}
