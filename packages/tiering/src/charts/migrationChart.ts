import type { Issue } from '@clientele/core'
import type { VegaLiteSpecification } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { checkMigration } from '../explain/checkMigration.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { Migration } from '../migration/types.js'
import { drawHeatMap, isDark } from './heatMap.js'

const WHOLE = [0, 1] as const

/**
 * Draws who went from which tier to which: a cell for each pair of tiers, the darker the greater the part of the tier's customers that went there.
 *
 * @param migration - What {@link migrationMatrix} returned. Tiers are called by their ids.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: the tiers before from top to bottom, those after from left to right, and in each cell the
 * number of customers.
 * @throws {@link InputError} if `migration` is none, or its counts and rates contradict each other.
 * @example
 * import { migrationMatrix } from '@clientele/tiering'
 * import { migrationChart } from '@clientele/tiering/charts'
 *
 * const previous = [{ customer: 'C-1', tier: 'A' }, { customer: 'C-2', tier: 'A' }, { customer: 'C-3', tier: 'B' }]
 * const current = [{ customer: 'C-1', tier: 'A' }, { customer: 'C-2', tier: 'B' }, { customer: 'C-3', tier: 'B' }]
 * const { data } = migrationChart(migrationMatrix({ previous, current }, { tiers: ['A', 'B'] }))
 * data.values[1] //=> { before: 'A', after: 'B', count: 1, rate: 0.5, dark: false }
 */
export function migrationChart(migration: Migration, locale: TieringLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkMigration(migration, issues)
  throwIssues(issues)
  const { chart } = locale.migration
  const { tiers, counts } = migration
  const values = counts.flatMap((row, from) => {
    const sum = row.reduce((total, count) => total + count, 0)
    return row.map((count, to) => {
      const rate = sum === 0 ? 0 : count / sum
      return { before: tiers[from] as string, after: tiers[to] as string, count, rate, dark: isDark(rate, WHOLE) }
    })
  })
  return drawHeatMap({
    title: values.every(({ count }) => count === 0) ? { text: chart.title, subtitle: chart.nobody } : chart.title,
    values,
    x: { field: 'after', title: chart.after, domain: [...tiers] },
    y: { field: 'before', title: chart.before, domain: [...tiers] },
    colour: { field: 'rate', title: chart.rate, domain: WHOLE, format: '.2~%' },
    more: [{ field: 'count', title: chart.count }],
  })
}
