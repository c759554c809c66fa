import type { DecimalString, Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, isNil } from '@clientele/core/explain'
import type { ReceivablesCost } from '../comparison/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { divide, fractionOfText, HUNDREDTH, multiply, powerOfTenText, roundHalfEven } from '../numbers/fraction.js'
import { checkReceivablesCost } from './checkReceivablesCost.js'
import { shownFigure, shownFigureOfDays } from './shownFigure.js'

/** A percentage that is given has no more decimal places. */
const PERCENT_PLACES = 1000

/**
 * Says in sentences what receivables cost in a year, and how each cost comes about.
 *
 * @param cost - What {@link costOfReceivables} returned.
 * @param locale - The language; English unless given.
 * @returns The total with its three costs; how the receivables come of daily sales and the collection period; the capital that they tie up, and the
 * opportunity and the bad-debt cost. Figures are rounded to two decimal places, or two digits where that would be 0, and said to be.
 * @throws {@link InputError} if `cost` is none, or its parts do not add up.
 * @example
 * import { costOfReceivables } from '@clientele/credit'
 * import { explainReceivablesCost } from '@clientele/credit/explain'
 *
 * const figures = { dailySales: 10, collectionDays: 30, variableCostPercent: 60, costOfCapitalPercent: 10, managementCost: 36, badDebtPercent: 2 }
 * const { sentences } = explainReceivablesCost(costOfReceivables(figures))
 * sentences[0] //=> 'Receivables cost 126 a year: opportunity cost 18, management cost 36, bad-debt cost 72.'
 * sentences[1] //=> 'Receivables are 300 on average: sales on credit of 10 a day × a collection period of 30 days. A year\'s sales are 3600.'
 * sentences[2] //=> 'They tie up capital of 180, which is 60% of them: the variable cost of what was sold.'
 * sentences[3] //=> 'The opportunity cost is 18: 10% of that capital, which is what capital costs a year.'
 */
export function explainReceivablesCost(cost: ReceivablesCost, locale: CreditLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkReceivablesCost(cost, issues)
  throwIssues(issues)
  const { receivablesCost: texts } = locale
  const { sales, receivables, investment, opportunity, badDebt } = cost
  const figures = {
    dailySales: shownFigure(cost.dailySales, locale),
    days: shownFigureOfDays(cost.collectionDays, locale),
    sales: shownFigure(sales, locale),
    receivables: shownFigure(receivables, locale),
    investment: shownFigure(investment, locale),
    opportunity: shownFigure(opportunity, locale),
    management: shownFigure(cost.management, locale),
    badDebt: shownFigure(badDebt, locale),
    total: shownFigure(cost.total, locale),
  }
  const say = (template: string, percent = ''): string => formatMessage(template, { ...figures, percent })
  const percentOf = (part: DecimalString, whole: DecimalString): string => shownFigure(percentageOf(part, whole), locale)
  const tiedUp = isNil(investment)
    ? [isNil(receivables) ? texts.noInvestment : texts.noVariableCost]
    : [say(texts.investment, percentOf(investment, receivables)), say(texts.opportunity, percentOf(opportunity, investment))]
  return {
    sentences: [say(texts.total), say(texts.receivables), ...tiedUp, ...(isNil(sales) ? [] : [say(texts.badDebt, percentOf(badDebt, sales))])],
  }
}

function percentageOf(part: DecimalString, whole: DecimalString): DecimalString {
  return powerOfTenText(roundHalfEven(divide(fractionOfText(part), multiply(fractionOfText(whole), HUNDREDTH)), PERCENT_PLACES))
}
