import { type DecimalString, type Issue, localizeText } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, isBelowNil, isNil, listTexts, shown, shownDuration, shownPercent, sizeOf, titleOf, titlesOf } from '@clientele/core/explain'
import type { BenefitProgramme, Benefits, OrderDiscount } from '../benefits/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { addQuantities, quantityOf, quantityText, subtractQuantities } from '../numbers/quantity.js'
import { checkBenefitsOfProgramme, orderOf } from './checkBenefits.js'
import { shownAmount } from './shownAmount.js'

type InMoney = (amount: DecimalString) => string

/**
 * Says in sentences what customers of a tier get and, of an order, how much is taken off and what more would be.
 *
 * @param benefits - What {@link benefitsFor} returned.
 * @param programme - The programme that made them; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns The payment terms; the discounts by size of order; of an order its discount, with each part of several, and how much is lacking to the next
 * step, and where a part is returned, what is taken back of the discount and paid back; the services, who looks after these customers, how often they are
 * visited, and whether they are in the roster.
 * @throws {@link InputError} if the programme is not one, or not the one that made the benefits: one that gives others is refused, also of the same
 * version.
 * @example
 * import { benefitsFor } from '@clientele/tiering'
 * import { explainBenefits } from '@clientele/tiering/explain'
 * import { textbookBenefits } from '@clientele/tiering/templates'
 *
 * const { sentences } = explainBenefits(benefitsFor({ tier: 'B' }, textbookBenefits, { order: '60000' }), textbookBenefits)
 * sentences[0] //=> 'Under the programme "Managing customers by tier", customers of the tier "B: in between" have the payment terms "1/10, N/30".'
 * sentences[2] //=> 'An order of 60000.00 CNY gets a discount of 1300.00 CNY, at 2.17%; 58700.00 CNY is to be paid.'
 * sentences[4] //=> 'From 50000.00 CNY on: 3% of 10000.00 CNY is 300.00 CNY.'
 */
export function explainBenefits(
  benefits: Benefits,
  programme: BenefitProgramme,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkBenefitsOfProgramme(benefits, programme, issues)
  throwIssues(issues)
  const own = { ...benefits }
  const rules = { ...programme }
  const { terms } = locale.benefits
  const titleOfTier = titlesOf(
    rules.tiers.map((one) => ({ ...one, id: one.tier })),
    locale,
  )
  return {
    sentences: [
      formatMessage(terms, { programme: titleOf(rules, locale), tier: titleOfTier(own.tier), terms: own.terms }),
      explainLadder(own, locale),
      ...(own.discount === null ? [] : explainDiscount(own.discount, (amount) => shownAmount(amount, own, locale), locale)),
      ...explainService(own, locale),
    ],
  }
}

function explainLadder({ ladder, currency }: Benefits, locale: TieringLocale): string {
  const { ladder: byType, step, stepSeparator, always, never } = locale.benefits
  const [first] = ladder.steps
  if (ladder.steps.every(({ percent }) => isNil(percent))) return never
  if (ladder.steps.length === 1 && first !== undefined && isNil(first.from)) return formatMessage(always, { percent: first.percent })
  const steps = ladder.steps.map(({ from, percent }) => formatMessage(step, { from: shownAmount(from, { currency }, locale), percent }))
  return formatMessage(byType[ladder.type], { steps: steps.join(stepSeparator) })
}

function explainDiscount(discount: OrderDiscount, inMoney: InMoney, { benefits }: TieringLocale): string[] {
  const { type, parts, toNext, returned } = { ...discount }
  const order = orderOf(discount)
  const [some, none] = templatesOf(discount, benefits)
  const [size, amount, payable] = [order, discount.amount, discount.payable].map((one) => inMoney(sizeOf(one))) as [string, string, string]
  const facts = { order: size, amount, payable, rate: shown(shownPercent(discount.effectiveRate ?? 0)) }
  const drawnParts = parts.map(({ from, percent, base, discount: off }) =>
    formatMessage(benefits.part, { from: inMoney(from), percent, base: inMoney(sizeOf(base)), discount: inMoney(sizeOf(off)) }),
  )
  return [
    ...(returned === undefined ? [] : explainReturn(discount, inMoney, benefits.returned)),
    formatMessage(isNil(discount.amount) ? none : some, facts),
    ...(parts.length > 1 ? drawnParts : []),
    ...(toNext === undefined
      ? []
      : [formatMessage(benefits.toNext[type], { from: inMoney(toNext.from), percent: toNext.percent, lacking: inMoney(toNext.lacking) })]),
  ]
}

/** How the discount of an order is said, of one that is returned, and of what is kept of one; and how none is. */
function templatesOf(discount: OrderDiscount, texts: TieringLocale['benefits']): readonly [string, string] {
  if (discount.returned !== undefined) return [texts.returned.kept, texts.returned.keptWithout]
  return isBelowNil(orderOf(discount)) ? [texts.takenBack, texts.nothingTakenBack] : [texts.discount, texts.noDiscount]
}

function explainReturn(discount: OrderDiscount, inMoney: InMoney, texts: TieringLocale['benefits']['returned']): string[] {
  const { returned = '0', takenBack = '0' } = { ...discount }
  const [back, taken] = [quantityOf(returned), quantityOf(takenBack)]
  const order = quantityText(addQuantities(quantityOf(orderOf(discount)), back))
  const paid = quantityText(subtractQuantities(back, taken))
  const template = isNil(takenBack) ? texts.none : isBelowNil(takenBack) ? texts.less : texts.some
  return [
    formatMessage(template, { order: inMoney(order), returned: inMoney(returned), taken: inMoney(sizeOf(takenBack)) }),
    formatMessage(isBelowNil(paid) ? texts.owed : texts.paidBack, { amount: inMoney(sizeOf(paid)) }),
  ]
}

function explainService({ services, owner, visits, roster }: Benefits, { benefits, languageTag, core }: TieringLocale): string[] {
  const texts = services.map((service) => localizeText(service, languageTag))
  return [
    ...(texts.length === 0 ? [] : [formatMessage(benefits.services, { services: listTexts(texts, core) })]),
    formatMessage(benefits.owner, { owner: localizeText(owner, languageTag) }),
    ...(visits === undefined ? [] : [formatMessage(benefits.visits, { visits: shownDuration(visits, core) })]),
    ...(roster ? [benefits.roster] : []),
  ]
}
