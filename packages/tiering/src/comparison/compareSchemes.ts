import type { Issue } from '@clientele/core'
import { createIssue, isRecord, ownValue, readOptions, throwIssues } from '@clientele/core/checks'
import { bookOf, type ValueBook } from '../tiers/bookOf.js'
import { type PlacedBook, placeBook } from '../tiers/placeBook.js'
import { type ReadTierScheme, readTierScheme } from '../tiers/readTierScheme.js'
import { readValues } from '../tiers/readValues.js'
import { sumUnits } from '../tiers/tierCustomers.js'
import type { ValuedCustomers } from '../tiers/types.js'
import type { MovedCustomer, SchemeComparison, SchemeComparisonOptions, SchemeMatrixCell } from './types.js'

const TYPES = ['threshold', 'share-of-value', 'share-of-customers'] as const

/**
 * Tries another tier scheme out on the same customers: who would be where, and who would move.
 *
 * @param customers - As for {@link classifyByThreshold}.
 * @param options - `before`, `after`: two tier schemes by thresholds or by shares, of one currency if of any. `invalid`: `throw` (unless given) all bad
 * rows together, or `collect` them in `rejected`.
 * @returns The tiers of both, a cell for every pair of tiers, and the customers whose tier has another id, the greatest value first. It takes
 * O(n log n) for n customers.
 * @throws {@link InputError} if a scheme, an option or, unless they are collected, a row is not as stated, with every issue. Where a scheme states a
 * currency, rows of another are bad rows; where neither does, values of several throw in any case, as schemes of two always do.
 * @example
 * import { compareSchemes } from '@clientele/tiering'
 *
 * const customers = [900, 50, 30, 20].map((value, index) => ({ customer: `C-${index + 1}`, value }))
 * const scheme = { kind: 'tier-scheme', version: 1, type: 'threshold' } as const
 * const before = { ...scheme, id: 'now', tiers: [{ id: 'A', from: 100 }, { id: 'B', from: null }] }
 * const after = { ...scheme, id: 'planned', tiers: [{ id: 'A', from: 25 }, { id: 'B', from: null }] }
 * const { matrix, moved } = compareSchemes(customers, { before, after })
 * matrix.map(({ from, to, count, value }) => `${from} → ${to}: ${count}, ${value}`)
 * //=> ['A → A: 1, 900', 'A → B: 0, 0', 'B → A: 2, 80', 'B → B: 1, 20']
 * moved.map(({ customer }) => customer) //=> ['C-2', 'C-3']
 */
export function compareSchemes(customers: ValuedCustomers, options: SchemeComparisonOptions): SchemeComparison {
  const issues: Issue[] = []
  const invalid = readOptions(options, ['before', 'after', 'invalid'], issues)
  const [before, after] = isRecord(options)
    ? (['before', 'after'] as const).map((name) => readTierScheme(ownValue(options, name), TYPES, ['options', name], issues))
    : []
  const currency = oneCurrency(before, after, issues)
  throwIssues(issues)
  const book = bookOf(readValues(customers, currency, invalid))
  const from = placeBook(book, before as ReadTierScheme)
  const to = placeBook(book, after as ReadTierScheme)
  return {
    ...book.head,
    before: from.tiers,
    after: to.tiers,
    matrix: crossTiers(book, from, to),
    moved: listMoved(book, from, to),
    rejected: book.rejected,
    diagnoses: [
      ...[...book.diagnoses, ...from.diagnoses].map((diagnosis) => ({ scheme: 'before' as const, diagnosis })),
      ...to.diagnoses.map((diagnosis) => ({ scheme: 'after' as const, diagnosis })),
    ],
    policies: [from.scheme.reference, to.scheme.reference],
  }
}

function oneCurrency(before: ReadTierScheme | undefined, after: ReadTierScheme | undefined, issues: Issue[]): string | undefined {
  const currencies = [before?.currency, after?.currency].filter((currency) => currency !== undefined)
  if (new Set(currencies).size > 1) issues.push(createIssue('mixed-currencies', ['options'], { currencies: currencies.sort() }))
  return currencies[0]
}

/** How many customers, and how much value, each tier of the one scheme shares with each of the other: the tiers of both are stretches of one order. */
function crossTiers({ units, texts }: ValueBook, before: PlacedBook, after: PlacedBook): SchemeMatrixCell[] {
  return before.scheme.ids.flatMap((from, index) =>
    after.scheme.ids.map((to, other) => {
      const { start, end } = overlap(before.places.ends, index, after.places.ends, other)
      const sum = sumUnits(units, start, end)
      return { from, to, count: end - start, value: texts.text(sum), ...texts.exactly(sum) }
    }),
  )
}

/** The stretch that two tiers have in common; where there is none, it ends where it begins. */
function overlap(
  ends: readonly number[],
  tier: number,
  otherEnds: readonly number[],
  other: number,
): { readonly start: number; readonly end: number } {
  const start = Math.max(ends[tier - 1] ?? 0, otherEnds[other - 1] ?? 0)
  return { start, end: Math.max(start, Math.min(ends[tier] as number, otherEnds[other] as number)) }
}

function listMoved({ customers, units, texts }: ValueBook, before: PlacedBook, after: PlacedBook): MovedCustomer[] {
  const tiersBefore = tierIds(before)
  const tiersAfter = tierIds(after)
  const moved: MovedCustomer[] = []
  for (const [place, customer] of customers.entries()) {
    const [from, to] = [tiersBefore[place] as string, tiersAfter[place] as string]
    const value = units[place] as bigint
    if (from !== to) moved.push({ customer, value: texts.text(value), ...texts.exactly(value), from, to })
  }
  return moved
}

/** The id of each customer's tier. */
function tierIds({ scheme: { ids }, places: { ends } }: PlacedBook): string[] {
  return ids.flatMap((id, tier) => Array<string>((ends[tier] as number) - (ends[tier - 1] ?? 0)).fill(id))
}
