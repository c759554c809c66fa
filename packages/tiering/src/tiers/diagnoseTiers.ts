import type { ShareExpectation, TierDiagnosis, TierSummary } from './types.js'
import type { ValueTexts } from './valueTexts.js'

/** What customers, sorted from the greatest value, are told by; values in units. */
export interface ValueFacts {
  readonly count: number
  readonly total: bigint
  /** The first customer, undefined where there is none. */
  readonly first: string | undefined
  /** The first and the last value; 0 where there is none. */
  readonly greatest: bigint
  readonly least: bigint
  /** How many values are below 0, and their sum. */
  readonly countBelowZero: number
  readonly sumBelowZero: bigint
}

/** What is to be known of customers in tiers, but for rows that were rejected. */
export function diagnoseTiers(
  facts: ValueFacts,
  tiers: readonly TierSummary[],
  expectations: readonly ShareExpectation[] | undefined,
  texts: ValueTexts,
): TierDiagnosis[] {
  if (facts.first === undefined) return [{ code: 'no-customers', params: {} }]
  return [...diagnoseValues(facts, facts.first, texts), ...diagnosePlaces(tiers), ...diagnoseShares(expectations ?? [])]
}

function diagnoseValues(
  { count, total, greatest, least, countBelowZero, sumBelowZero }: ValueFacts,
  first: string,
  texts: ValueTexts,
): TierDiagnosis[] {
  const diagnoses: TierDiagnosis[] = []
  if (count === 1) diagnoses.push({ code: 'one-customer', params: { customer: first } })
  else if (greatest === least) diagnoses.push({ code: 'all-equal', params: { value: texts.text(greatest) } })
  if (total <= 0n) diagnoses.push({ code: 'total-not-positive', params: { total: texts.text(total) } })
  else if (countBelowZero > 0) diagnoses.push({ code: 'values-below-zero', params: { count: countBelowZero, value: texts.text(sumBelowZero) } })
  return diagnoses
}

function diagnosePlaces(tiers: readonly TierSummary[]): TierDiagnosis[] {
  return tiers.flatMap(({ tier, count }, index): TierDiagnosis[] =>
    count > 0 ? [] : [{ code: index === 0 ? 'top-tier-empty' : 'tier-empty', params: { tier } }],
  )
}

function diagnoseShares(expectations: readonly ShareExpectation[]): TierDiagnosis[] {
  return expectations.filter(({ met }) => !met).map(({ met: _, ...params }) => ({ code: 'share-not-as-expected', params }))
}
