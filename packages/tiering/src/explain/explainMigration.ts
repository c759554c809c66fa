import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownPercent } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { Migration, MigrationDiagnosis } from '../migration/types.js'
import { checkMigration } from './checkMigration.js'

/**
 * Says in sentences how many customers changed their tier between two times, and where those of each tier went.
 *
 * @param migration - What {@link migrationMatrix} returned. Tiers are called by their ids; whoever is lost counts as being in the tier that stands for
 * that.
 * @param locale - The language; English unless given.
 * @returns How many customers stayed, rose and fell; for each tier that had customers before, where they are after; and what is to be known about it.
 * @throws {@link InputError} if `migration` is none, or its counts and rates contradict each other.
 * @example
 * import { migrationMatrix } from '@clientele/tiering'
 * import { explainMigration } from '@clientele/tiering/explain'
 *
 * const previous = [{ customer: 'C-1', tier: 'A' }, { customer: 'C-2', tier: 'A' }, { customer: 'C-3', tier: 'B' }]
 * const current = [{ customer: 'C-1', tier: 'A' }, { customer: 'C-2', tier: 'B' }, { customer: 'C-3', tier: 'B' }]
 * explainMigration(migrationMatrix({ previous, current }, { tiers: ['A', 'B'] })).sentences
 * //=> ['Customers compared: 3. In the same tier as before: 2 (66.67%); in a higher one: 0; in a lower one: 1.', 'Before in "A": 2. After: 1 in "A" (50%), 1 in "B" (50%).', 'Before in "B": 1. After: 1 in "B" (100%).']
 */
export function explainMigration(migration: Migration, locale: TieringLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkMigration(migration, issues)
  throwIssues(issues)
  const { tiers, counts, diagnoses } = migration
  return {
    sentences: [
      explainTotal(counts, locale),
      ...counts.flatMap((row, index) => explainTier(row, tiers[index] as string, tiers, locale)),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, locale)),
    ],
  }
}

function explainTotal(counts: Migration['counts'], { migration }: TieringLocale): string {
  const sumWhere = (holds: (from: number, to: number) => boolean): number =>
    sumOf(counts.flatMap((row, from) => row.filter((_, to) => holds(from, to))))
  const count = sumWhere(() => true)
  if (count === 0) return migration.nobody
  const same = sumWhere((from, to) => from === to)
  const [higher, lower] = [sumWhere((from, to) => to < from), sumWhere((from, to) => to > from)]
  return formatMessage(migration.total, { count, same, percent: shownPercent(same / count), higher, lower })
}

/** Where the customers of a tier went; nothing where there were none. */
function explainTier(row: readonly number[], tier: string, tiers: readonly string[], { migration }: TieringLocale): string[] {
  const count = sumOf(row)
  if (count === 0) return []
  const places = row.flatMap((some, index) =>
    some === 0 ? [] : [formatMessage(migration.place, { tier: tiers[index] as string, count: some, percent: shownPercent(some / count) })],
  )
  return [formatMessage(migration.tier, { tier, count, places: places.join(migration.placeSeparator) })]
}

function explainDiagnosis({ code, params }: MigrationDiagnosis, { migration }: TieringLocale): string {
  if (code === 'tier-unknown') return formatMessage(params.stays ? migration.unknownStays : migration.diagnoses[code], { tier: params.tier })
  const isLeftOut = code === 'customers-gone' && params.lost === null
  return formatMessage(isLeftOut ? migration.goneLeftOut : migration.diagnoses[code], params)
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
