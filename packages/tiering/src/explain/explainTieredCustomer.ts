import type { DecimalString } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, isNil, type Title } from '@clientele/core/explain'
import type { TieringLocale } from '../locales/types.js'
import type { ShareScheme, TieredCustomer, Tiering, TierReason, TierScheme } from '../tiers/types.js'
import { shownAmount } from './shownAmount.js'
import { shownShareApart } from './shownShare.js'
import { tiersOf } from './tiersOf.js'

/** What the sentences about a customer share. */
interface Telling {
  readonly scheme: TierScheme
  readonly isOnly: boolean
  readonly title: Title
  readonly locale: TieringLocale
  readonly inUnit: (amount: DecimalString) => string
  readonly facts: { readonly customer: string; readonly tier: string; readonly value: string; readonly rank: number; readonly count: number }
}

/** Says why a customer is in its tier, and what it takes to reach a better one. */
export function explainTieredCustomer(tiered: TieredCustomer, tiering: Tiering, scheme: TierScheme, title: Title, locale: TieringLocale): string[] {
  const { customer, value, tier, rank, reasons } = tiered
  const tiers = tiersOf(scheme)
  const inUnit = (amount: DecimalString): string => shownAmount(amount, tiering, locale)
  const shownValue = tiering.months === undefined ? inUnit(value) : shownAverage(value, inUnit(value), reasons, scheme, locale)
  const facts = { customer, tier: title(tier), value: shownValue, rank, count: tiering.customers.length }
  const telling = { scheme, isOnly: tiers.length === 1, title, locale, inUnit, facts }
  const sentences = reasons.map((reason) => explainReason(reason, telling))
  return tier === tiers[0]?.id && tiers.length > 1 ? [...sentences, locale.tiers.top] : sentences
}

/** An average, and on which side of a threshold it is where it does not look so, for it is rounded. */
function shownAverage(value: DecimalString, text: string, reasons: readonly TierReason[], scheme: TierScheme, { tiers }: TieringLocale): string {
  const isIn = (from: DecimalString): boolean => (scheme.boundary === 'at-or-above' ? new Decimal(value).gte(from) : new Decimal(value).gt(from))
  for (const { code, params } of reasons) {
    if (code === 'threshold-passed' && !isIn(params.from)) return formatMessage(tiers.aLittleMore, { value: text })
    const isShort = code === 'better-tier' && !isNil(params.lacking)
    if (isShort && new Decimal(value).gte(params.from)) return formatMessage(tiers.aLittleLess, { value: text })
  }
  return text
}

function explainReason(reason: TierReason, telling: Telling): string {
  const { isOnly, title, locale, inUnit, facts } = telling
  const { tiers } = locale
  switch (reason.code) {
    case 'threshold-passed':
      return formatMessage(tiers.passed[thresholdBoundary(telling.scheme)], { ...facts, from: inUnit(reason.params.from) })
    case 'below-every-threshold':
      return formatMessage(isOnly ? tiers.only : tiers.beyondNone, facts)
    case 'placed-without-shares':
      return formatMessage(isOnly ? tiers.only : tiers.withoutShares, facts)
    case 'better-tier':
      return explainBetter(reason.params, telling)
    case 'within-cut':
      return isOnly ? formatMessage(tiers.only, facts) : explainCut(reason.params, telling)
    case 'next-in-better-tier':
      return formatMessage(tiers.nextBetter[shareBoundary(telling.scheme)], {
        tier: title(reason.params.tier),
        value: inUnit(reason.params.value),
        lacking: inUnit(reason.params.lacking),
      })
  }
}

function thresholdBoundary({ boundary }: TierScheme): 'above' | 'at-or-above' {
  return boundary === 'at-or-above' ? boundary : 'above'
}

function shareBoundary({ boundary }: TierScheme): 'before' | 'after' {
  return boundary === 'after' ? boundary : 'before'
}

function explainBetter(
  { tier, from, lacking }: Extract<TierReason, { readonly code: 'better-tier' }>['params'],
  { scheme, title, inUnit, locale }: Telling,
): string {
  const { better, atThreshold } = locale.tiers
  const template = isNil(lacking) ? atThreshold : better[thresholdBoundary(scheme)]
  return formatMessage(template, { tier: title(tier), from: inUnit(from), lacking: inUnit(lacking) })
}

/** Where the customers of this value begin or end, and between which cuts that is. */
function explainCut(
  { tier, begins, ends }: Extract<TierReason, { readonly code: 'within-cut' }>['params'],
  { scheme, locale, facts }: Telling,
): string {
  const { type, cuts } = scheme as ShareScheme
  const boundary = shareBoundary(scheme)
  const { positions, bounds, within, placed } = locale.tiers
  const share = boundary === 'before' ? begins : ends
  // No number is near a share that is beyond all of them.
  if (share === null) return formatMessage(placed, facts)
  const index = cuts.findIndex(({ id }) => id === tier)
  const percents = cuts.map(({ upToPercent }) => decimalText(new Decimal(upToPercent)))
  const [better, cut] = [percents[index - 1], percents[index] as DecimalString]
  const place = index === cuts.length - 1 ? 'last' : better === undefined ? 'first' : 'between'
  const percent = shownShareApart(share, [cut, ...(better === undefined ? [] : [better])])
  return formatMessage(within, {
    ...facts,
    position: formatMessage(positions[type][boundary], { percent }),
    bounds: formatMessage(bounds[boundary][place], { cut, better: better ?? '' }),
  })
}
