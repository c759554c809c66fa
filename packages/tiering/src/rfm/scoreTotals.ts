import { groupMonetary } from './groupMonetary.js'
import { type GroupedCustomers, groupCounts } from './groupNumbers.js'
import type { PreparedRfm } from './prepareRfm.js'
import type { RfmTotals } from './rfmTotals.js'
import { SCORE_OF_NONE, type ScoreRule, type ScoreScale, scaleMeasure } from './scaleMeasure.js'
import { cellOf } from './segmentCells.js'
import type { RfmMeasure } from './types.js'

/** The scores of customers, in their order. */
export interface ScoredTotals {
  readonly scales: { readonly [Measure in RfmMeasure]: ScoreScale }
  readonly r: Uint8Array
  readonly f: Uint8Array
  readonly m: Uint8Array
  /** Indexes of segments; −1 where none matches. */
  readonly segments: Int32Array
}

/** Scores customers by what they come to. */
export function scoreTotals(totals: RfmTotals, { rules, cells, bins, monetary }: PreparedRfm): ScoredTotals {
  const purchases = groupCounts(totals.frequency)
  const sums = groupMonetary(totals, monetary.statistic)
  const isSomeWithout = purchases.counts.length > 0 && purchases.valueAt(0).dividend === 0n
  const r = scoreGroups(groupCounts(totals.recencyDays), rules.recency, 0)
  const f = scoreGroups(purchases, rules.frequency, isSomeWithout ? 1 : 0)
  const m = scoreGroups(sums, rules.monetary, 0)
  const segments = new Int32Array(totals.units.length)
  for (let customer = 0; customer < segments.length; customer++) {
    const cell = cellOf(r.scores[customer] as number, f.scores[customer] as number, m.scores[customer] as number, bins)
    segments[customer] = cells.segments[cell] as number
  }
  return { scales: { recency: r.scale, frequency: f.scale, monetary: m.scale }, r: r.scores, f: f.scores, m: m.scores, segments }
}

function scoreGroups(groups: GroupedCustomers, rule: ScoreRule, unscored: number): { readonly scale: ScoreScale; readonly scores: Uint8Array } {
  const { groupOf } = groups
  const scale = scaleMeasure(groups, rule, unscored)
  const scores = new Uint8Array(groupOf.length)
  for (let customer = 0; customer < scores.length; customer++) {
    const group = groupOf[customer] as number
    scores[customer] = group < 0 ? SCORE_OF_NONE : (scale.scores[group] as number)
  }
  return { scale, scores }
}
