import { Decimal, ratio } from '@clientele/core/decimal'
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
  const added = smoothing.times(values.length)
  const whole = { won: sumCounts(values, 'won').plus(added), lost: sumCounts(values, 'lost').plus(added) }
  const counts = new Map(values.map((one) => [one.value, one]))
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
  const counts = new Map(stages.map((one) => [one.stage, one]))
  return {
    field,
    weigh: remembering((value) => {
      const seen = counts.get(value)
      if (first === undefined || seen === undefined) return neverSeen(field, value)
      const count = seen.won + seen.lost
      if (count < minimumCount) return { reason: { code: 'stage-below-minimum-count', params: { field, value, count, minimumCount } } }
      return compareShares(field, value, smoothCounts(seen, smoothing), smoothCounts(first, smoothing))
    }),
  }
}

/** Keeps what a value of the document says; of others there may be any number. */
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

/** Counts are safe integers, but a sum of them need not be one. */
function sumCounts(values: readonly ValueCounts[], outcome: Outcome): Decimal {
  return new Decimal(values.reduce((sum, counts) => sum + BigInt(counts[outcome]), 0n).toString())
}

function compareShares(field: string, value: FieldValue, part: Odds, whole: Odds): Evidence {
  const odds = { won: part.won.times(whole.lost), lost: part.lost.times(whole.won) }
  return { contribution: { field, value, factor: ratio(odds.won, odds.lost) as number }, odds }
}
