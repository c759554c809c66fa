import { Decimal } from '@clientele/core/decimal'
import { formatMessage, listTexts, shown, shownPercent, type Title } from '@clientele/core/explain'
import type { CreditLocale } from '../locales/types.js'
import type { OrderDecision, RefusedRelease, ReleaseRefusal } from '../orders/types.js'
import { isSameRelease } from './isSameRelease.js'
import { shownMoney } from './shownFacts.js'

/** A reason that is said of a release; that it is for another order is said of all such releases at once. */
type Reason = Exclude<ReleaseRefusal, { readonly code: 'other-order' }>

/** Says of each release why it does not let the order pass, or not all of what stands in its way; then how many are for other orders. */
export function explainRefusedReleases(decision: OrderDecision, roleTitle: Title, locale: CreditLocale): string[] {
  const { refusedReleases } = decision
  const own = refusedReleases.filter(({ reasons }) => !reasons.some(isForAnother))
  const sentences = own.map((release) => explainOne(release, decision, roleTitle, locale))
  const count = refusedReleases.length - own.length
  return count === 0 ? sentences : [...sentences, formatMessage(locale.orderDecision.otherOrders, { count })]
}

function isForAnother({ code }: ReleaseRefusal): boolean {
  return code === 'other-order'
}

function explainOne(release: RefusedRelease, decision: OrderDecision, roleTitle: Title, locale: CreditLocale): string {
  const { reasonSeparator } = locale.orderDecision
  const { by, role, until } = release
  const reasons = release.reasons.filter((reason): reason is Reason => !isForAnother(reason))
  const said = [
    ...reasons.filter(({ code }) => code === 'nothing-held'),
    ...reasons.filter(({ code }) => code !== 'nothing-held' && code !== 'refusal-final'),
  ].map((reason) => explainReason(reason, roleTitle(role), { decision, roleTitle, locale }))
  const all = [...said, ...explainFinal(reasons, locale)].join(reasonSeparator)
  return formatMessage(templateFor(release, decision, locale), { by, role: roleTitle(role), until, reasons: all })
}

function templateFor({ reasons, ...release }: RefusedRelease, { breaches }: OrderDecision, { orderDecision }: CreditLocale): string {
  if (reasons.some(({ code }) => code === 'nothing-held')) return orderDecision.needlessRelease
  const isPartial = reasons.every(({ params }) => 'breach' in params) && breaches.some((breach) => isSameRelease({ ...breach }.released, release))
  return isPartial ? orderDecision.partialRelease : orderDecision.refusedRelease
}

/** What all reasons are said with. */
interface Wording {
  readonly decision: OrderDecision
  readonly roleTitle: Title
  readonly locale: CreditLocale
}

function explainReason(reason: Reason, role: string, { decision, roleTitle, locale }: Wording): string {
  const { refusals, excessTooGreatByRate, excessJustTooGreat } = locale.orderDecision
  const template = refusals[reason.code]
  switch (reason.code) {
    case 'order-grown': {
      const { amount, order, currency } = reason.params
      return formatMessage(template, { amount: shownMoney(amount, currency, locale), order: shownMoney(order, currency, locale) })
    }
    case 'role-too-low':
      return formatMessage(template, { role, breach: nameOf(reason.params, locale), may: sayWhoMay(reason.params, roleTitle, locale) })
    case 'excess-too-great': {
      const { upToPercent, excess, excessRate } = reason.params
      const may = sayWhoMay(reason.params, roleTitle, locale)
      const facts = { role, upToPercent: shown(upToPercent), excess: shownMoney(excess, decision.currency, locale), may }
      if (excessRate === null) return formatMessage(template, facts)
      const percent = shownPercent(excessRate)
      return formatMessage(looksWithin(percent, upToPercent) ? excessJustTooGreat : excessTooGreatByRate, { ...facts, percent })
    }
    case 'valid-too-long':
      return formatMessage(template, { breach: nameOf(reason.params, locale), latest: reason.params.latest })
    case 'breach-not-named':
      return formatMessage(template, { breach: nameOf(reason.params, locale) })
    default:
      return formatMessage(template, reason.params)
  }
}

/** Says of all that is refused at once that no release lets it pass. */
function explainFinal(reasons: readonly Reason[], locale: CreditLocale): string[] {
  const names = reasons.flatMap((reason) => (reason.code === 'refusal-final' ? [nameOf(reason.params, locale)] : []))
  return names.length === 0 ? [] : [formatMessage(locale.orderDecision.refusals['refusal-final'], { breaches: listTexts(names, locale.core) })]
}

function nameOf({ breach }: Extract<ReleaseRefusal, { readonly code: 'refusal-final' }>['params'], { orderDecision }: CreditLocale): string {
  return orderDecision.breachNames[breach]
}

function sayWhoMay({ releasableBy }: { readonly releasableBy: readonly string[] }, roleTitle: Title, { orderDecision, core }: CreditLocale): string {
  if (releasableBy.length === 0) return orderDecision.nobodyMay
  return formatMessage(orderDecision.may, { roles: listTexts(releasableBy.map(roleTitle), core) })
}

/** Whether an excess in percent looks, where it is rounded, as if it were within what a role may release. */
function looksWithin(rounded: string, upToPercent: string): boolean {
  return /^\d/.test(rounded) && new Decimal(rounded).lte(upToPercent)
}
