import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { formatMessage, isNil, listTexts, shown, shownDays, titleOf } from '@clientele/core/explain'
import type { LimitPolicy, LimitReason, SuggestedLimit } from '../limits/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { checkLimitOfPolicy, purchasesOf, shareOf } from './checkSuggestedLimit.js'
import { explainCompany } from './explainExposure.js'
import { shownMoney } from './shownFacts.js'

/**
 * Says in sentences which credit limit is suggested, and why.
 *
 * @param suggested - What {@link suggestLimit} returned.
 * @param policy - The limit policy that made it; its title is taken from it.
 * @param locale - The language; English unless given.
 * @returns The limit; what each rule gives, with the facts that it rests on; which of several decides; and what becomes of it by rounding and by the
 * least limit.
 * @throws {@link InputError} if the policy is not one, or not the one that made the limit: one whose rules, step or least limit give another is
 * refused, also of the same version.
 * @example
 * import { suggestLimit } from '@clientele/credit'
 * import { explainLimit } from '@clientele/credit/explain'
 * import { usualLimitPolicy } from '@clientele/credit/templates'
 *
 * const account = { customer: 'C-1', currency: 'CNY', netWorth: '800000', monthlyPurchases: '50000', creditDays: 45, requestedLimit: '100000' }
 * const { sentences } = explainLimit(suggestLimit(account, usualLimitPolicy), usualLimitPolicy)
 * sentences[0] //=> 'Under the policy "Usual credit limit", a limit of 75000.00 CNY is suggested for customer C-1.'
 * sentences[1] //=> 'Share of net worth: 10% of 800000.00 CNY is 80000.00 CNY.'
 * sentences[4] //=> 'The lowest decides: 75000.00 CNY (purchases in the credit period).'
 */
export function explainLimit(suggested: SuggestedLimit, policy: LimitPolicy, locale: CreditLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkLimitOfPolicy(suggested, policy, issues)
  throwIssues(issues)
  const { customer, currency, limit, reasons } = suggested
  const { suggested: some, none } = locale.suggestedLimit
  const inMoney = (amount: string): string => shownMoney(amount, currency, locale)
  const facts = { customer, limit: inMoney(limit), policy: titleOf({ ...policy }, locale) }
  return {
    sentences: [
      formatMessage(isNil(limit) ? none : some, facts),
      ...explainCompany({ ...suggested }, locale),
      // One rule decides alone, which need not be said.
      ...reasons.filter(({ code }, index) => code !== 'lowest' || index > 1).map((reason) => explainReason(reason, inMoney, locale)),
    ],
  }
}

function explainReason(reason: LimitReason, inMoney: (amount: string) => string, locale: CreditLocale): string {
  const { reasons, rules, roundedDown, noNetWorth } = locale.suggestedLimit
  const template = reasons[reason.code]
  const orRounded = (amount: string, { dividend, divisor }: ReturnType<typeof shareOf>): string =>
    new Decimal(amount).times(divisor).eq(dividend) ? inMoney(amount) : formatMessage(roundedDown, { amount: inMoney(amount) })
  switch (reason.code) {
    case 'share-of-net-worth': {
      const { netWorth, percent, amount } = reason.params
      const isNone = netWorth.startsWith('-') || isNil(netWorth)
      const facts = { netWorth: inMoney(netWorth), percent: shown(percent), amount: orRounded(amount, shareOf(netWorth, percent)) }
      return formatMessage(isNone ? noNetWorth : template, facts)
    }
    case 'purchases-in-credit-period': {
      const { monthlyPurchases, creditDays, daysInMonth, amount } = reason.params
      const days = { creditDays: shownDays(creditDays, locale.core), daysInMonth: shownDays(daysInMonth, locale.core) }
      return formatMessage(template, {
        ...days,
        monthlyPurchases: inMoney(monthlyPurchases),
        amount: orRounded(amount, purchasesOf(reason.params)),
      })
    }
    case 'lowest': {
      const names = reason.params.rules.map((rule) => rules[rule])
      return formatMessage(template, { amount: inMoney(reason.params.amount), rules: listTexts(names, locale.core) })
    }
    case 'rounded-down':
      return formatMessage(template, { step: inMoney(reason.params.step), to: inMoney(reason.params.to) })
    case 'below-minimum':
      return formatMessage(template, { amount: inMoney(reason.params.amount), minimum: inMoney(reason.params.minimum) })
    default:
      return formatMessage(template, { ...reason.params, ...('amount' in reason.params ? { amount: inMoney(reason.params.amount) } : {}) })
  }
}
