import type { DecimalString, Issue, Path } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, checkText, createIssue, isRecord, throwIssues } from '@clientele/core/checks'
import { readCurrency, shownDigits } from '../money/currency.js'
import { roundPart } from '../money/roundPart.js'
import { alignQuantities, negateQuantity, type Quantity, quantityText, readQuantity, shareOf, subtractQuantities, ZERO } from '../numbers/quantity.js'
import { discountOrder } from './discountOrder.js'
import { type ReadBenefitProgramme, type ReadTierBenefits, readBenefitProgramme } from './readBenefitProgramme.js'
import type { ReadLadder, ReadStep } from './readLadder.js'
import type { BenefitOptions, BenefitProgramme, Benefits, OrderDiscount, TierMember } from './types.js'

/** An order's size, checked and read. */
interface ReadOrder {
  readonly amount: Quantity
  /** 0 to `amount`; 0 where that is below 0. */
  readonly returned: Quantity
  readonly currency: string | undefined
}

/**
 * Tells what customers of a tier get: payment terms, the discount on an order, services, who looks after them, and how often they are visited.
 *
 * A step of the ladder holds from its amount on. On an `all-units` ladder the whole order gets the percentage of the step reached, which makes
 * cliffs, as {@link lintLadder} tells; on an `incremental` one each part of the order gets that of its own step. Below the first step there is
 * no discount.
 *
 * Where a part of an order is given back, `returned`, the discount is that of what is kept, and `takenBack` what the whole order got beyond that: the
 * kept part may be below a step that the whole order reached. An order below 0 is one that is given back whole, with all signs turned; it is not
 * right for a part of an order, which had another discount than an order of the part's size.
 *
 * @param member - Who is asked about: a tier of the programme.
 * @param programme - How customers are managed by tier.
 * @param options - `order`: an amount, or `{ amount, currency, returned }`; the currency is that of the programme, where that has one; `returned`,
 * from 0 to the amount, is how much of the order is given back.
 * @returns The benefits. The discount, if there is an order, is rounded half-up to the minor digits of the currency, and not at all where there is
 * none, and never more than the order; its parts are unrounded; `toNext` says how much more must be ordered for the next step.
 * @throws {@link InputError} if the tier is none of the programme's, or anything else is not as stated, with every issue.
 * @see Textbook S1, 客戶等級管理: stepped discounts and different payment terms by tier; R. J. Dolan, "Quantity discounts: managerial issues and
 * research opportunities", Marketing Science 6 (1987), on all-units and incremental schedules.
 * @example
 * import { benefitsFor } from '@clientele/tiering'
 *
 * const steps = [{ from: '0', percent: '5' }, { from: '100000', percent: '6' }, { from: '125000', percent: '7' }]
 * const programmeOf = (type) => {
 *   const tiers = [{ tier: 'A', terms: '2/15, 1/20, N/30', ladder: { type, steps }, services: ['tailored solutions'], owner: 'senior manager' }]
 *   return { kind: 'benefit-programme', id: 'usual', version: 1, currency: 'CNY', tiers }
 * }
 * const { terms, discount } = benefitsFor({ tier: 'A' }, programmeOf('incremental'), { order: '120000' })
 * terms //=> '2/15, 1/20, N/30'
 * discount.amount //=> '6200.00'
 * discount.payable //=> '113800.00'
 * discount.parts[1] //=> { from: '100000.00', percent: '6', base: '20000.00', discount: '1200.00' }
 * discount.toNext //=> { from: '125000.00', percent: '7', lacking: '5000.00' }
 * benefitsFor({ tier: 'A' }, programmeOf('all-units'), { order: '120000' }).discount.amount //=> '7200.00'
 * const order = { amount: '150000', returned: '60000' }
 * const { amount, takenBack } = benefitsFor({ tier: 'A' }, programmeOf('all-units'), { order }).discount
 * amount //=> '4500.00'
 * takenBack //=> '6000.00'
 */
export function benefitsFor(member: TierMember, programme: BenefitProgramme, options: BenefitOptions = {}): Benefits {
  const issues: Issue[] = []
  const rules = readBenefitProgramme(programme, ['programme'], issues)
  const order = readOrder(options, rules?.currency, issues)
  const tier = readTierOf(member, rules, issues)
  throwIssues(issues)
  return compose(tier as ReadTierBenefits, rules as ReadBenefitProgramme, order)
}

function readTierOf(value: unknown, rules: ReadBenefitProgramme | undefined, issues: Issue[]): ReadTierBenefits | undefined {
  if (!checkRecord(value, ['member'], issues)) return undefined
  const { tier, ...others } = { ...value }
  const path = ['member', 'tier']
  checkKeys(others, ['tier'], ['member'], issues)
  const tiers = rules?.tiers.map((one) => one.tier)
  const isTier = tiers === undefined ? checkText(tier, path, issues) : checkChoice(tier, tiers, path, issues)
  return isTier ? rules?.tiers.find((one) => one.tier === tier) : undefined
}

function readOrder(value: unknown, expected: string | undefined, issues: Issue[]): ReadOrder | undefined {
  if (!checkRecord(value, ['options'], issues)) return undefined
  const { order, ...others } = { ...value }
  const path = ['options', 'order']
  checkKeys(others, ['order'], ['options'], issues)
  if (order === undefined) return undefined
  const size: { readonly [key: string]: unknown } = isRecord(order) ? { ...order } : { amount: order }
  const { amount, currency, returned = 0, ...unknown } = size
  checkKeys(unknown, ['amount', 'currency', 'returned'], path, issues)
  const stated = readCurrency(currency, expected, [...path, 'currency'], issues)
  const whole = readQuantity(amount, isRecord(order) ? [...path, 'amount'] : path, issues)
  const back = readReturned(returned, whole, [...path, 'returned'], issues)
  return whole === undefined || back === undefined ? undefined : { amount: whole, returned: back, currency: stated ?? expected }
}

function readReturned(value: unknown, whole: Quantity | undefined, path: Path, issues: Issue[]): Quantity | undefined {
  const isNegative = whole !== undefined && whole.units < 0n
  const maximum = whole === undefined || isNegative ? undefined : quantityText(whole)
  const returned = readQuantity(value, path, issues, { minimum: '0', maximum })
  if (!isNegative || returned === undefined || returned.units === 0n) return returned
  issues.push(createIssue('not-allowed', path, { allowed: ['0'], actual: quantityText(returned) }))
  return undefined
}

function compose(benefits: ReadTierBenefits, programme: ReadBenefitProgramme, order: ReadOrder | undefined): Benefits {
  const { tier, terms, ladder, services, owner, visits, roster } = benefits
  const currency = order === undefined ? programme.currency : order.currency
  const digits = shownDigits(currency)
  return {
    tier,
    terms,
    discount: order === undefined ? null : composeDiscount(order, ladder),
    ...(currency === undefined ? {} : { currency }),
    ladder: { type: ladder.type, steps: ladder.steps.map((step) => stepTexts(step, digits)) },
    services,
    owner,
    ...(visits === undefined ? {} : { visits }),
    roster,
    policies: [programme.policy],
  }
}

function composeDiscount(read: ReadOrder, ladder: ReadLadder): OrderDiscount {
  const { amount: order, returned, currency } = read
  const isGivenBack = order.units < 0n
  const signed = (quantity: Quantity): Quantity => (isGivenBack ? negateQuantity(quantity) : quantity)
  const size = subtractQuantities(signed(order), returned)
  const { reached, next, parts, discount } = discountOrder(size, ladder)
  const digits = shownDigits(currency)
  const money = (quantity: Quantity): string => quantityText(signed(quantity), digits)
  const amount = roundPart(discount, size, currency)
  const [part, whole] = alignQuantities([discount, size]).units as [bigint, bigint]
  return {
    type: ladder.type,
    percent: quantityText(reached?.percent ?? ZERO),
    amount: money(amount),
    payable: money(subtractQuantities(size, amount)),
    effectiveRate: shareOf(part, whole),
    parts: parts.map((one) => ({ ...stepTexts(one.step, digits), base: money(one.base), discount: money(one.discount) })),
    ...(isGivenBack || next === undefined ? {} : { toNext: { ...stepTexts(next, digits), lacking: money(subtractQuantities(next.from, size)) } }),
    ...takeBack(read, ladder, amount),
  }
}

/** What is given back of an order, and what the whole of it got beyond what the rest gets. */
function takeBack(
  { amount: order, returned, currency }: ReadOrder,
  ladder: ReadLadder,
  kept: Quantity,
): Pick<OrderDiscount, 'returned' | 'takenBack'> {
  if (returned.units === 0n) return {}
  const digits = shownDigits(currency)
  const whole = roundPart(discountOrder(order, ladder).discount, order, currency)
  return { returned: quantityText(returned, digits), takenBack: quantityText(subtractQuantities(whole, kept), digits) }
}

function stepTexts({ from, percent }: ReadStep, digits: number): { readonly from: DecimalString; readonly percent: DecimalString } {
  return { from: quantityText(from, digits), percent: quantityText(percent) }
}
