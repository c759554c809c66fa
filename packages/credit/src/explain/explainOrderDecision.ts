import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, isBelowNil, isNil, sizeOf, type Title, titleOf, titlesOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { OrderPolicy } from '../orders/policyTypes.js'
import type { OrderDecision, OrderDiagnosis } from '../orders/types.js'
import { checkDecisionOfPolicy } from './checkOrderDecision.js'
import { explainBreaches } from './explainBreaches.js'
import { explainCompany, explainExposureDiagnosis, explainParts } from './explainExposure.js'
import { explainRefusedReleases } from './explainRefusedReleases.js'
import { isSameRelease } from './isSameRelease.js'
import { shownMoney } from './shownFacts.js'

/**
 * Says in sentences whether an order passes, and why: what the customer owes and has left, everything that stands in the way, and who may release it.
 *
 * @param decision - What {@link decideOrder} returned.
 * @param policy - The order policy that made it; its title is taken from it.
 * @param locale - The language; English unless given.
 * @returns What was decided; each breach with its numbers, and who released it or may do so, and until when; who may release all of them; how long and up
 * to which amount the order passes by releases; each release that does not let everything pass, with all the reasons; the exposure without the order and
 * its parts; what is left of the limit; and what is to be known about the decision. Roles are called by the titles that the policy gives them, or by
 * their own names.
 * @throws {@link InputError} if the policy is not one, or not the one that made the decision: as far as the decision shows it, one whose parts, rates,
 * rules, bounds or roles give another is refused, also of the same version.
 * @example
 * import { decideOrder } from '@clientele/credit'
 * import { explainOrderDecision } from '@clientele/credit/explain'
 * import { usualOrderPolicy } from '@clientele/credit/templates'
 *
 * const none = { deliveries: [], orders: [], deposits: [], guarantees: [] }
 * const items = [{ id: 'INV-1', customer: 'C-1', date: '2024-03-01', due: '2024-03-31', amount: '9000', currency: 'CNY' }]
 * const account = { customer: 'C-1', currency: 'CNY', limit: { amount: '10000' }, items, ...none, grade: 'A' }
 * const order = { id: 'SO-1', customer: 'C-1', amount: '1800', currency: 'CNY' }
 * const decision = decideOrder({ order, account }, usualOrderPolicy, { asOf: '2024-03-10' })
 * const { sentences } = explainOrderDecision(decision, usualOrderPolicy)
 * sentences[0] //=> 'As of 2024-03-10, order SO-1 of 1800.00 CNY from customer C-1 is held under the policy "Usual order policy".'
 * sentences[1] //=> 'Over the limit: the exposure of 9000.00 CNY and this order of 1800.00 CNY go beyond the limit of 10000.00 CNY by 800.00 CNY, which is 8% of it. This holds the order; on 2024-03-10 it may be released by: sales manager (valid until 2024-03-24), credit manager (valid until 2024-03-24), managing director (valid until 2024-04-09).'
 * sentences[5] //=> 'The limit is 10000.00 CNY; 1000.00 CNY is left before this order.'
 */
export function explainOrderDecision(
  decision: OrderDecision,
  policy: OrderPolicy,
  locale: CreditLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkDecisionOfPolicy(decision, policy, issues)
  throwIssues(issues)
  const { order, customer, asOf, currency, exposure, parts, diagnoses } = decision
  const own = { ...decision }
  const under = { ...policy }
  const { decisions, exposure: without } = locale.orderDecision
  const roleTitle = titlesOf(under.roles ?? [], locale)
  const facts = { order, asOf, customer, amount: shownAmount(own, locale), policy: titleOf(under, locale) }
  const isReleased = own.decision === 'approve' && own.breaches.length > 0
  return {
    sentences: [
      formatMessage(decisions[isReleased ? 'released' : own.decision], facts),
      ...explainBreaches(own, roleTitle, locale),
      ...explainRelease(own, roleTitle, locale),
      ...explainRefusedReleases(own, roleTitle, locale),
      formatMessage(without, { exposure: shownMoney(exposure, currency, locale) }),
      ...explainCompany(own, locale),
      ...explainParts(parts, currency, locale),
      ...explainLeft(own, under, locale),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, own, roleTitle, locale)),
    ],
  }
}

/** The order's amount: in its own currency, and in that of the exposure where it is another. */
function shownAmount({ amount, asked, currency }: OrderDecision, locale: CreditLocale): string {
  const shownAsked = shownMoney(asked.amount, asked.currency, locale)
  if (asked.currency === currency) return shownAsked
  return formatMessage(locale.orderDecision.converted, { asked: shownAsked, amount: shownMoney(amount, currency, locale) })
}

/** Says what is left of the limit before the order, and after it where the order is within it. */
function explainLeft({ limit, available, availableAfter, currency }: OrderDecision, policy: OrderPolicy, locale: CreditLocale): string[] {
  const { leftAfter, left, nothingLeft, exceeded, unlimited, beyondUnminded } = locale.orderDecision
  if (limit === null || available === null || availableAfter === null) return [unlimited]
  const inMoney = (value: string): string => shownMoney(value, currency, locale)
  const isBeyond = isBelowNil(availableAfter)
  const template = isBelowNil(available) ? exceeded : isNil(available) ? nothingLeft : isBeyond ? left : leftAfter
  const facts = { limit: inMoney(limit), available: inMoney(available), left: inMoney(availableAfter), excess: inMoney(sizeOf(available)) }
  const isUnminded = isBeyond && { ...policy.breaches }['over-limit'] === undefined
  return [formatMessage(template, facts), ...(isUnminded ? [beyondUnminded] : [])]
}

/** Says how long and how large the order passes, and by which of several releases that is so. */
function explainRelease({ release, breaches }: OrderDecision, roleTitle: Title, locale: CreditLocale): string[] {
  if (release === undefined) return []
  const { releaseAlone, release: several } = locale.orderDecision
  const isAlone = breaches.every((breach) => isSameRelease({ ...breach }.released, release))
  const { by, role, until, amount, currency } = release
  const facts = { by, role: roleTitle(role), until, amount: shownMoney(amount, currency, locale) }
  return [formatMessage(isAlone ? releaseAlone : several, facts)]
}

function explainDiagnosis(diagnosis: OrderDiagnosis, { asOf, currency }: OrderDecision, roleTitle: Title, locale: CreditLocale): string {
  const { diagnoses, gradeUnknown } = locale.orderDecision
  switch (diagnosis.code) {
    case 'order-in-account': {
      const { order, amount, currency: own } = diagnosis.params
      return formatMessage(diagnoses['order-in-account'], { order, amount: shownMoney(amount, own, locale) })
    }
    case 'limit-expired-ignored':
    case 'report-age-unknown':
      return formatMessage(diagnoses[diagnosis.code], diagnosis.params)
    case 'release-undated':
      return formatMessage(diagnoses['release-undated'], { ...diagnosis.params, role: roleTitle(diagnosis.params.role), asOf })
    case 'standard-unknown':
      return formatMessage(diagnosis.params.grade === null ? diagnoses['standard-unknown'] : gradeUnknown, diagnosis.params)
    default:
      return explainExposureDiagnosis(diagnosis, currency, locale)
  }
}
