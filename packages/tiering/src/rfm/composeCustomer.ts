import { quantityText, roundQuotient } from '../numbers/quantity.js'
import { SHOWN_PLACES } from './fraction.js'
import type { PreparedRfm } from './prepareRfm.js'
import { rfmCode } from './rfmCode.js'
import { NO_DAYS, type RfmTotals, sumOf } from './rfmTotals.js'
import type { ScoredTotals } from './scoreTotals.js'
import type { RfmCustomer, RfmReason } from './types.js'

/** What is said of one customer; amounts are shown with at least so many decimal places. */
export function composeCustomer(
  totals: RfmTotals,
  scored: ScoredTotals,
  { bins, segments, monetary }: PreparedRfm,
  index: number,
  leastDigits: number,
): RfmCustomer {
  const days = totals.recencyDays[index] as number
  const frequency = totals.frequency[index] as number
  const [r, f, m] = [scored.r[index] as number, scored.f[index] as number, scored.m[index] as number]
  const code = rfmCode(r, f, m, bins)
  const segment = segments[scored.segments[index] as number] ?? null
  const matched: RfmReason = segment === null ? { code: 'no-segment', params: { code } } : { code: 'segment-matched', params: { segment } }
  return {
    customer: String(totals.customers[index]),
    recencyDays: days === NO_DAYS ? null : days,
    frequency,
    monetary: monetary.statistic === 'mean' ? meanText(totals, index, leastDigits) : quantityText(sumOf(totals, index), leastDigits),
    r,
    f,
    m,
    code,
    segment,
    reasons: frequency === 0 ? [matched, { code: 'no-purchases', params: {} }] : [matched],
  }
}

function meanText(totals: RfmTotals, index: number, leastDigits: number): string | null {
  const purchases = totals.frequency[index] as number
  if (purchases === 0) return null
  const { units, digits } = sumOf(totals, index)
  return quantityText(roundQuotient(units, BigInt(purchases) * 10n ** BigInt(digits), SHOWN_PLACES), leastDigits)
}
