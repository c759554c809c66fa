import type { JsonValue } from '@clientele/core'
import { formatMessage, isNil, listTexts, shownDays, shownPercent, type Title } from '@clientele/core/explain'
import type { CreditLocale } from '../locales/types.js'
import type { Breach, OrderDecision, ReleaseOffer } from '../orders/types.js'
import { shownMoney } from './shownFacts.js'

type Facts = { readonly [name: string]: JsonValue }

/** Says of everything that stands in the way of an order what it is, and who released it or may do so; then who may release all that holds it. */
export function explainBreaches(decision: OrderDecision, roleTitle: Title, locale: CreditLocale): string[] {
  const { currency } = decision
  const inMoney = (amount: string): string => shownMoney(amount, currency, locale)
  const breaches = decision.breaches.map((breach): Breach => ({ ...breach }))
  const sentences = breaches.map((breach) => {
    const response = explainResponse(breach, decision, roleTitle, locale)
    return formatMessage(locale.orderDecision.breach, { breach: explainBreach(breach, inMoney, locale), response })
  })
  return decision.decision === 'hold' ? [...sentences, ...explainTogether(breaches, roleTitle, locale)] : sentences
}

/** Says what stands in the way, with its numbers. */
function explainBreach(breach: Breach, inMoney: (amount: string) => string, locale: CreditLocale): string {
  const { template, facts } = wordBreach(breach, inMoney, locale)
  return formatMessage(template, facts)
}

function wordBreach(breach: Breach, inMoney: (amount: string) => string, locale: CreditLocale): { readonly template: string; readonly facts: Facts } {
  const { breaches, overLimitByRate, overdueMinimum } = locale.orderDecision
  const template = breaches[breach.code]
  switch (breach.code) {
    case 'over-limit': {
      const { exposure, order, limit, excess, excessRate } = breach.params
      const facts = { exposure: inMoney(exposure), order: inMoney(order), limit: inMoney(limit), excess: inMoney(excess) }
      return excessRate === null ? { template, facts } : { template: overLimitByRate, facts: { ...facts, percent: shownPercent(excessRate) } }
    }
    case 'overdue': {
      const { days, daysOverdue, amount, minimumAmount, items } = breach.params
      // What is due on the day itself is not overdue.
      const spans = { days: shownDays(Math.max(days, 1), locale.core), daysOverdue: shownDays(daysOverdue, locale.core) }
      const facts = { ...spans, amount: inMoney(amount), minimumAmount: inMoney(minimumAmount), items: listTexts(items, locale.core) }
      return { template: isNil(minimumAmount) ? template : overdueMinimum, facts }
    }
    case 'guarantee-expired':
      return { template, facts: { ...breach.params, amount: inMoney(breach.params.amount) } }
    case 'report-missing':
      return wordMissingReport(breach.params, locale)
    case 'below-standard':
      return wordGrade(breach.params, locale)
    default:
      return { template, facts: breach.params }
  }
}

function wordMissingReport({ depth, required }: Extract<Breach, { readonly code: 'report-missing' }>['params'], locale: CreditLocale) {
  const { breaches, reportNeeded, reportTooShallow } = locale.orderDecision
  const { depths } = locale.investigation
  if (required === null) return { template: breaches['report-missing'], facts: {} }
  const facts = { required: depths[required] }
  return depth === null ? { template: reportNeeded, facts } : { template: reportTooShallow, facts: { ...facts, depth: depths[depth] } }
}

function wordGrade({ grade, grades, known }: Extract<Breach, { readonly code: 'below-standard' }>['params'], locale: CreditLocale) {
  const { breaches, gradeNotAmong, noGrade, gradeAlone } = locale.orderDecision
  if (grade === null) return { template: noGrade, facts: {} }
  if (!known) return { template: gradeAlone, facts: { grade } }
  return grades === null
    ? { template: breaches['below-standard'], facts: { grade } }
    : { template: gradeNotAmong, facts: { grade, grades: listTexts(grades, locale.core) } }
}

/** Says who let it pass, or who may, unless no release can let the order pass. */
function explainResponse({ response, released, offers }: Breach, { decision, asOf }: OrderDecision, roleTitle: Title, locale: CreditLocale): string {
  const { released: isReleased, releasable, releasableByNobody, refused, holdsAlone } = locale.orderDecision
  if (response === 'refuse') return refused
  if (released !== undefined) return formatMessage(isReleased, { by: released.by, role: roleTitle(released.role), until: released.until })
  if (decision === 'refuse') return holdsAlone
  return offers.length === 0 ? releasableByNobody : formatMessage(releasable, { asOf, offers: listOffers(offers, roleTitle, locale) })
}

function listOffers(offers: readonly ReleaseOffer[], roleTitle: Title, { orderDecision, core }: CreditLocale): string {
  return listTexts(
    offers.map(({ role, until }) => formatMessage(orderDecision.offer, { role: roleTitle(role), until })),
    core,
  )
}

/** Says who may release all that holds an order, where that are several things, or that nobody may. */
function explainTogether(breaches: readonly Breach[], roleTitle: Title, locale: CreditLocale): string[] {
  const { releasesAll, nobodyReleasesAll, cannotPass, breachNames } = locale.orderDecision
  const held = breaches.filter(({ released }) => released === undefined)
  const beyondAll = new Set(held.filter(({ offers }) => offers.length === 0).map(({ code }) => breachNames[code]))
  if (beyondAll.size > 0) return breaches.length === 1 ? [] : [formatMessage(cannotPass, { breaches: listTexts([...beyondAll], locale.core) })]
  const [first, ...others] = held.map(({ offers }) => offers)
  if (first === undefined || others.length === 0) return []
  const together = first.flatMap(({ role, until }) => {
    const untils = others.map((offers) => offers.find((one) => one.role === role)?.until)
    const [earliest] = [until, ...untils.filter((one) => one !== undefined)].sort()
    return untils.includes(undefined) ? [] : [{ role, until: earliest as string }]
  })
  return [together.length === 0 ? nobodyReleasesAll : formatMessage(releasesAll, { offers: listOffers(together, roleTitle, locale) })]
}
