import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { checkExpectations } from '../tiers/checkExpectations.js'
import { diagnoseTiers } from '../tiers/diagnoseTiers.js'
import type { ReadTierScheme } from '../tiers/readTierScheme.js'
import { summarizeTiers } from '../tiers/summarizeTiers.js'
import type { TierPlaces } from '../tiers/tierCustomers.js'
import { tierEnds } from '../tiers/tierEnds.js'
import { tierLimits, type ValueFigures } from '../tiers/tierLimits.js'
import type { Tiering } from '../tiers/types.js'
import { valueTexts } from '../tiers/valueTexts.js'
import { type ColumnBook, explainRows } from './explainRows.js'
import { readMonths, readValueColumns, type ValueTable } from './readValueColumns.js'
import { finestUnit, firstPlace, type SortedColumn, sortColumn } from './sortedColumn.js'
import type { TieredColumns } from './types.js'

/** Places customers whose values come as columns in tiers: by the same limits as the row form. */
export function classifyColumns(scheme: ReadTierScheme, columns: unknown, options: unknown): TieredColumns {
  const issues: Issue[] = []
  const months = readMonths(options, issues)
  const table = readValueColumns(columns, issues)
  throwIssues(issues)
  return classifyTable(scheme, table as ValueTable, months)
}

function classifyTable(scheme: ReadTierScheme, { values, digits, idOf }: ValueTable, months: number | undefined): TieredColumns {
  const sorted = sortColumn(values)
  const figures = { digits, months: months ?? 1, total: sorted.sum(0, values.length), count: values.length }
  const texts = valueTexts([finestUnit(values, digits)], digits, months, scheme.currency)
  const places = placeColumn(sorted, figures, scheme)
  const book: ColumnBook = { scheme, idOf, sorted, figures, texts, places }
  return {
    ...(scheme.currency === undefined ? {} : { currency: scheme.currency }),
    ...(months === undefined ? {} : { months }),
    total: texts.text(figures.total),
    ...texts.exactly(figures.total),
    ...summarize(book),
    rejected: [],
    policies: [scheme.reference],
    tier: tierColumn(sorted, places),
    rank: rankColumn(sorted),
    explain: explainRows(book),
  }
}

function placeColumn(sorted: SortedColumn, figures: ValueFigures, scheme: ReadTierScheme): TierPlaces {
  const { compared, limits } = tierLimits(scheme, figures)
  const { values, sum, areSumsExact } = sorted
  const ends = areSumsExact ? tierEnds(values, compared, limits.map(Number)) : tierEnds(Array.from(values, BigInt), compared, limits)
  return { ends, sums: ends.map((end, tier) => sum(ends[tier - 1] ?? 0, end)) }
}

function summarize({ scheme, idOf, sorted, figures, texts, places }: ColumnBook): Pick<Tiering, 'tiers' | 'expectations' | 'diagnoses'> {
  const { values, rows, sum } = sorted
  const { count, total } = figures
  const tiers = summarizeTiers(scheme, places, figures, texts)
  const expectations = checkExpectations(scheme, places, total, tiers)
  const firstBelowZero = firstPlace(values, (value) => value < 0)
  const facts = {
    count,
    total,
    first: count === 0 ? undefined : idOf(rows[0] as number),
    greatest: BigInt(values[0] ?? 0),
    least: BigInt(values[count - 1] ?? 0),
    countBelowZero: count - firstBelowZero,
    sumBelowZero: sum(firstBelowZero, count),
  }
  return { tiers, ...(expectations === undefined ? {} : { expectations }), diagnoses: diagnoseTiers(facts, tiers, expectations, texts) }
}

function tierColumn({ rows }: SortedColumn, { ends }: TierPlaces): Uint8Array {
  const tiers = new Uint8Array(rows.length)
  let place = 0
  ends.forEach((end, tier) => {
    for (; place < end; place++) tiers[rows[place] as number] = tier
  })
  return tiers
}

function rankColumn({ values, rows }: SortedColumn): Int32Array {
  const ranks = new Int32Array(rows.length)
  let rank = 1
  for (let place = 0; place < rows.length; place++) {
    if (place > 0 && values[place] !== values[place - 1]) rank = place + 1
    ranks[rows[place] as number] = rank
  }
  return ranks
}
