import type { DecimalString } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { digitsOf, formatMessage, shown, shownDays } from '@clientele/core/explain'
import type { TieringLocale } from '../locales/types.js'
import { shownDigits } from '../money/currency.js'
import type { MonetaryRule, Rfm, RfmCustomer } from '../rfm/types.js'
import { fallingStanding, risingStanding } from './rfmStanding.js'
import type { SegmentText } from './segmentTexts.js'
import { shownAmount } from './shownAmount.js'

/** So many decimal places a mean is shown with at least. */
const DECIMAL_PLACES = 2

/** Says which segment a customer is in, and why it has its scores. */
export function explainScoredCustomer(
  scored: RfmCustomer,
  rfm: Rfm,
  { statistic }: MonetaryRule,
  segments: ReadonlyMap<string, SegmentText>,
  locale: TieringLocale,
): string[] {
  return [
    explainSegment(scored, segments, locale),
    explainRecency(scored, rfm, locale),
    explainFrequency(scored, rfm, locale),
    explainMonetary(scored, rfm, statistic, locale),
  ]
}

function explainSegment({ customer, code, segment }: RfmCustomer, segments: ReadonlyMap<string, SegmentText>, { rfm }: TieringLocale): string {
  if (segment === null) return formatMessage(rfm.customerOfNoSegment, { customer, code })
  return formatMessage(rfm.customer, { customer, code, ...(segments.get(segment) as SegmentText) })
}

function explainRecency({ r, recencyDays }: RfmCustomer, { cuts }: Rfm, { rfm, core }: TieringLocale): string {
  const facts = { score: r, bins: cuts.recency.length + 1 }
  if (recencyDays === null) return formatMessage(rfm.noPurchases, facts)
  const { place, bound, next, better } = fallingStanding(r, cuts.recency)
  const days = (number: number | undefined): string => (number === undefined ? '' : shownDays(number, core))
  return formatMessage(rfm.recency[place], { ...facts, days: days(recencyDays), bound: days(bound), next: days(next), better })
}

function explainFrequency({ f, frequency }: RfmCustomer, { cuts }: Rfm, { rfm }: TieringLocale): string {
  // Nobody is past a cut without a purchase.
  const { place, bound, next, better } = risingStanding(
    f,
    cuts.frequency.map((cut) => (cut !== null && cut <= 0 ? 1 : cut)),
  )
  const number = (cut: number | undefined): string => (cut === undefined ? '' : shown(decimalText(new Decimal(cut))))
  const facts = { score: f, bins: cuts.frequency.length + 1, value: number(frequency), bound: number(bound), next: number(next), better }
  return formatMessage(rfm.frequency[place], facts)
}

function explainMonetary({ m, monetary }: RfmCustomer, { cuts, currency }: Rfm, statistic: MonetaryRule['statistic'], locale: TieringLocale): string {
  const bins = cuts.monetary.length + 1
  if (monetary === null) return formatMessage(locale.rfm.noMean, { score: m, bins })
  const { place, bound, next, better } = risingStanding(m, cuts.monetary)
  const places = Math.max(DECIMAL_PLACES, shownDigits(currency), statistic === 'mean' ? 0 : digitsOf(monetary))
  const rounded = roundApart(monetary, [bound, next], places)
  const [value, from, to] = rounded.map((amount) => (amount === undefined ? '' : shownAmount(amount, { currency }, locale)))
  const facts = { score: m, bins, value: value ?? '', bound: from ?? '', next: to ?? '', better }
  return formatMessage(locale.rfm.monetaryValue[place], facts)
}

/** A value and its bounds, rounded to so many decimal places, or to as many more as keep the value on its side of each bound. */
function roundApart(value: DecimalString, bounds: readonly (DecimalString | undefined)[], least: number): (DecimalString | undefined)[] {
  const figures = [value, ...bounds].map((one) => (one === undefined ? undefined : new Decimal(one)))
  const exact = figures[0] as Decimal
  for (let places = least; ; places++) {
    const rounded = figures.map((one) => one?.toDecimalPlaces(places))
    const own = rounded[0] as Decimal
    const isApart = figures.every((one, index) => one === undefined || own.cmp(rounded[index] as Decimal) === exact.cmp(one))
    if (isApart) return rounded.map((one) => (one === undefined ? undefined : decimalText(one)))
  }
}
