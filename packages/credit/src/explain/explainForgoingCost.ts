import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownDays, shownPercent, titleOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { CreditTerms, ForgoingCost, ForgoingStep } from '../terms/types.js'
import { checkForgoingCost } from './checkForgoingCost.js'
import { checkMadeByTerms } from './checkMadeByTerms.js'
import { shownOffer } from './shownFacts.js'

/** The greatest rate that is shown, and the least: what is below that rounds to 0. */
export const GREATEST_RATE = 10_000
const LEAST_RATE = 0.00005

/**
 * Says in sentences what it costs to let a discount go and pay later.
 *
 * @param cost - What {@link costOfForgoingDiscount} returned.
 * @param terms - The credit terms that made it.
 * @param locale - The language; English unless given.
 * @returns How the cost is counted, and under `net-of-tax` terms that it is that of an invoice without tax; what each discount costs against the next, and against the net day, in percent a year to two decimal
 * places, or as less than 0.01% or more than 1,000,000%.
 * @throws {@link InputError} if the terms are not such, or not those that made the cost.
 * @example
 * import { costOfForgoingDiscount } from '@clientele/credit'
 * import { explainForgoingCost } from '@clientele/credit/explain'
 * import { twoTenNetThirty } from '@clientele/credit/templates'
 *
 * const cost = costOfForgoingDiscount(twoTenNetThirty, { daysInYear: 365, compound: false })
 * explainForgoingCost(cost, twoTenNetThirty).sentences
 * //=> ['The cost of letting a discount go under the terms "2% within 10 days, net 30 days" is counted as simple interest, with 365 days in a year.', 'Letting the discount of 2% within 10 days go and paying the whole amount on day 30 costs 37.24% a year.']
 */
export function explainForgoingCost(cost: ForgoingCost, terms: CreditTerms, locale: CreditLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkMadeByTerms(cost, 'cost', checkForgoingCost, terms, issues)
  throwIssues(issues)
  const { simple, compound, nothing } = locale.forgoing
  const { discountBase = 'gross' } = terms
  const steps = withoutRepeats(cost)
  const facts = { terms: titleOf(terms, locale), days: shownDays(cost.daysInYear, locale.core) }
  return {
    sentences: [
      formatMessage((cost.compound ? compound : simple)[discountBase], facts),
      ...(steps.length === 0 ? [nothing] : steps.map((step) => explainStep(step, terms, locale))),
    ],
  }
}

/** What each discount costs against the next step, and against the net day where that is a later one. */
export function withoutRepeats({ steps, againstNet }: ForgoingCost): readonly ForgoingStep[] {
  return [...steps, ...againstNet.filter((one) => !steps.some((step) => step.withinDays === one.withinDays && step.versusDays === one.versusDays))]
}

function explainStep({ withinDays, percent, versusDays, versusPercent, annualRate }: ForgoingStep, terms: CreditTerms, locale: CreditLocale): string {
  const { againstNext, againstNet } = locale.forgoing
  return formatMessage(versusPercent === '0' ? againstNet : againstNext, {
    offer: shownOffer({ percent, withinDays }, terms, locale),
    versusOffer: shownOffer({ percent: versusPercent, withinDays: versusDays }, terms, locale),
    versusDay: versusDays,
    rate: shownRate(annualRate, locale),
  })
}

function shownRate(annualRate: number, { forgoing: { rate, tinyRate, hugeRate } }: CreditLocale): string {
  if (annualRate > GREATEST_RATE) return hugeRate
  return annualRate > 0 && annualRate < LEAST_RATE ? tinyRate : formatMessage(rate, { percent: shownPercent(annualRate) })
}
