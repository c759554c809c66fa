import type { DecimalString } from '@clientele/core'
import { formatMessage, shownDuration, type Title } from '@clientele/core/explain'
import type { TieringLocale } from '../locales/types.js'
import { compareQuantities, type Quantity, quantityOf, quantityText, subtractQuantities } from '../numbers/quantity.js'
import type { PreparedRetierPolicy } from '../retiering/prepared.js'
import type { RetierPolicy, RetierReason, TierMove } from '../retiering/types.js'
import { shownAmount } from './shownAmount.js'

/** A policy with its tiers checked and read, and the currency that the run was in. */
export type RunPolicy = Pick<PreparedRetierPolicy, 'currency' | 'tiers' | 'ranks'> & Pick<RetierPolicy, 'minimumStay' | 'grace'>

type InMoney = (amount: DecimalString) => string

/** Says what becomes of a customer's tier, why, and what it takes to rise from it or to fall. */
export function explainMove(move: TierMove, policy: RunPolicy, title: Title, locale: TieringLocale): string[] {
  const { customer, value, from, to, type, mayFallFrom } = move
  const inMoney: InMoney = (amount) => shownAmount(amount, policy, locale)
  const { moves, valueUnknown, mayFallFrom: template } = locale.retiering
  const facts = { customer, from: title(from ?? ''), to: title(to), value: value === null ? valueUnknown : inMoney(value) }
  return [
    formatMessage(moves[type], facts),
    ...move.reasons.map((reason) => explainReason(reason, policy, title, inMoney, locale)),
    ...(mayFallFrom === undefined ? [] : [formatMessage(template, { day: mayFallFrom })]),
    ...explainCuts(move, policy, title, inMoney, locale),
  ]
}

function explainReason({ code, params }: RetierReason, policy: RunPolicy, title: Title, inMoney: InMoney, locale: TieringLocale): string {
  const { reasons, firstInLast, valueMissing, onlyTier } = locale.retiering
  const { minimumStay = '', grace = '' } = policy
  switch (code) {
    case 'promotion-earned':
      return formatMessage(reasons[code], { tier: title(params.tier), promoteFrom: inMoney(params.promoteFrom) })
    case 'below-cut':
      return formatMessage(reasons[code], { tier: title(params.tier), demoteBelow: inMoney(params.demoteBelow), since: params.since })
    case 'between-cuts':
      return policy.tiers.length === 1 ? onlyTier : reasons[code]
    case 'first-tier':
      return params.from === null ? firstInLast : formatMessage(reasons[code], { tier: title(params.tier), from: inMoney(params.from) })
    case 'minimum-stay':
      return formatMessage(reasons[code], { ...params, minimumStay: shownDuration(minimumStay, locale.core) })
    case 'grace':
      return formatMessage(reasons[code], { ...params, grace: shownDuration(grace, locale.core) })
    case 'maximum-steps':
      return formatMessage(reasons[code], { steps: params.steps, earned: title(params.earned) })
    case 'value-missing':
      return valueMissing[params.countedAsZero ? 'asZero' : 'held']
    default:
      return formatMessage(reasons[code], params)
  }
}

/** What the next better tier asks for, unless the value reaches that, and what the customer's tier does. */
function explainCuts({ value, to }: TierMove, { tiers, ranks }: RunPolicy, title: Title, inMoney: InMoney, { retiering }: TieringLocale): string[] {
  const rank = ranks.get(to) ?? 0
  const own = value === null ? undefined : quantityOf(value)
  const above = tiers[rank - 1]
  return [
    ...explainRise(above?.promoteFrom, own, title(above?.id ?? ''), inMoney, retiering),
    ...explainFall(tiers[rank]?.demoteBelow, own, title(to), inMoney, retiering),
  ]
}

type Texts = TieringLocale['retiering']

function explainRise(cut: Quantity | undefined, value: Quantity | undefined, tier: string, inMoney: InMoney, { rise, riseFrom }: Texts): string[] {
  if (cut === undefined) return []
  const facts = { tier, promoteFrom: inMoney(quantityText(cut)) }
  if (value === undefined) return [formatMessage(riseFrom, facts)]
  if (compareQuantities(value, cut) >= 0) return []
  return [formatMessage(rise, { ...facts, lacking: inMoney(difference(cut, value)) })]
}

function explainFall(cut: Quantity | undefined, value: Quantity | undefined, tier: string, inMoney: InMoney, texts: Texts): string[] {
  if (cut === undefined) return []
  const facts = { tier, demoteBelow: inMoney(quantityText(cut)) }
  if (value === undefined) return [formatMessage(texts.fallBelow, facts)]
  const above = compareQuantities(value, cut)
  if (above < 0) return [formatMessage(texts.recover, { ...facts, lacking: inMoney(difference(cut, value)) })]
  return [formatMessage(above === 0 ? texts.fallNow : texts.fall, { ...facts, above: inMoney(difference(value, cut)) })]
}

function difference(a: Quantity, b: Quantity): DecimalString {
  return quantityText(subtractQuantities(a, b))
}
