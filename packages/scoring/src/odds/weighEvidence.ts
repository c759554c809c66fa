import { type Decimal, ratio } from '@clientele/core/decimal'
import { type Odds, smoothCounts } from './oddsFraction.js'
import type { FieldCounts, FieldValue, OddsFactor, Outcome, OutcomeOdds, OutcomeReason, ValueCounts } from './types.js'

/** What a value says about the outcome, or why it says nothing. */
export type Evidence = { readonly contribution: OddsFactor; readonly odds: Odds } | { readonly reason: OutcomeReason }

/** A field of a document, read: what each of its values says. */
export interface EvidenceField {
  readonly field: string
  readonly weigh: (value: FieldValue) => Evidence
}

/** Weighs a field's values: a value's share of what was won ÷ its share of what was lost, among the values that were seen. */
export function prepareField({ field, values }: FieldCounts, smoothing: Decimal): EvidenceField {
  const whole = smoothCounts({ won: sumCounts(values, 'won'), lost: sumCounts(values, 'lost') }, smoothing.times(values.length))
  const counts = new Map(values.map(({ value, won, lost }) => [value, { won, lost }]))
  return {
    field,
    weigh: remembering((value) => {
      const seen = counts.get(value)
      return seen === undefined ? neverSeen(field, value) : compareShares(field, value, smoothCounts(seen, smoothing), whole)
    }),
  }
}

/** Weighs stages: the share of won leads that reached one ÷ the share of lost leads that did. */
export function prepareStages({ field, stages }: Exclude<OutcomeOdds['stage'], undefined>, smoothing: Decimal, minimumCount: number): EvidenceField {
  const [first] = stages
  const whole = first === undefined ? undefined : smoothCounts(first, smoothing)
  const counts = new Map(stages.map(({ stage, won, lost }) => [stage, { won, lost }]))
  return {
    field,
    weigh: remembering((value) => {
      const seen = counts.get(value)
      if (whole === undefined || seen === undefined) return neverSeen(field, value)
      const count = seen.won + seen.lost
      if (count < minimumCount) return { reason: { code: 'stage-below-minimum-count', params: { field, value, count, minimumCount } } }
      return compareShares(field, value, smoothCounts(seen, smoothing), whole)
    }),
  }
}

/** Keeps what a value of the document says, whose counts are copies and cannot change; of other values there may be any number. */
function remembering(weigh: (value: FieldValue) => Evidence): (value: FieldValue) => Evidence {
  const known = new Map<FieldValue, Evidence>()
  return (value) => {
    const evidence = known.get(value) ?? weigh(value)
    if ('contribution' in evidence) known.set(value, evidence)
    return evidence
  }
}

function neverSeen(field: string, value: FieldValue): Evidence {
  return { reason: { code: 'value-never-seen', params: { field, value } } }
}

/** A safe integer like the counts, for it is at most how often all records had the outcome. */
function sumCounts(values: readonly ValueCounts[], outcome: Outcome): number {
  return values.reduce((sum, counts) => sum + counts[outcome], 0)
}

function compareShares(field: string, value: FieldValue, part: Odds, whole: Odds): Evidence {
  const odds = { won: part.won.times(whole.lost), lost: part.lost.times(whole.won) }
  return { contribution: { field, value, factor: ratio(odds.won, odds.lost) as number }, odds }
}
