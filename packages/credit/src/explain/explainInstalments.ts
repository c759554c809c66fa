import { type DecimalInput, type Issue, roundDecimal } from '@clientele/core'
import { checkMade, throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, titleOf } from '@clientele/core/explain'
import { readPlan } from '../instalments/readPlan.js'
import type { Instalment, InstalmentLine, InstalmentPlan, InstalmentShare, Instalments } from '../instalments/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { checkInstalments } from './checkInstalments.js'
import { shownMoney } from './shownFacts.js'

const PERCENT_DIGITS = 6

/**
 * Says in sentences how an amount is paid in instalments.
 *
 * @param instalments - What {@link planInstalments} returned.
 * @param plan - The instalment plan that made it; its title and what its lines ask for are taken from it.
 * @param locale - The language; English unless given.
 * @returns The amount; each instalment, percentages to six decimal places, those that would round to 0% or 100% in full, followed by its dates where they were reached in several steps; and what is to be known about them.
 * @throws {@link InputError} if the plan is not one, or not the one that made the instalments.
 * @example
 * import { planInstalments } from '@clientele/credit'
 * import { explainInstalments } from '@clientele/credit/explain'
 * import { depositThenBalance } from '@clientele/credit/templates'
 *
 * const instalments = planInstalments({ date: '2024-03-01', amount: '10000', currency: 'CNY' }, depositThenBalance)
 * explainInstalments(instalments, depositThenBalance).sentences
 * //=> ['The plan "30% deposit, balance within 30 days" divides 10000.00 CNY, counted from 2024-03-01. Instalments: 2.', 'Instalment 1: 3000.00 CNY on 2024-03-01 (30% of the whole amount).', 'Instalment 2: 7000.00 CNY on 2024-03-31 (the rest).']
 */
export function explainInstalments(
  instalments: Instalments,
  plan: InstalmentPlan,
  locale: CreditLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const read = readPlan(plan, issues)
  checkMade(instalments, 'instalments', checkInstalments(read?.shares.length), read && [read.policy], issues)
  throwIssues(issues)
  const { amount, currency, date, diagnoses } = instalments
  const whole = { plan: titleOf(plan, locale), amount: shownMoney(amount, currency, locale), date, count: instalments.instalments.length }
  return {
    sentences: [
      formatMessage(locale.instalments.plan, whole),
      ...instalments.instalments.flatMap((instalment) => explainInstalment(instalment, plan, currency, locale)),
      ...diagnoses.map(({ code, params }) => formatMessage(locale.instalments.diagnoses[code], params)),
    ],
  }
}

function explainInstalment({ line, date, amount, dates }: Instalment, { lines }: InstalmentPlan, currency: string, locale: CreditLocale): string[] {
  const { instalment, dates: dated, dateSeparator } = locale.instalments
  const { share } = lines[line - 1] as InstalmentLine
  return [
    formatMessage(instalment, { line, date, amount: shownMoney(amount, currency, locale), share: shownShare(share, locale) }),
    ...(dates.length > 1 ? [formatMessage(dated, { line, dates }, dateSeparator)] : []),
  ]
}

function shownShare(share: InstalmentShare, { instalments: { shares } }: CreditLocale): string {
  return share.type === 'percent' ? formatMessage(shares[share.of], { percent: shownShareOf(share.percent) }) : shares[share.type]
}

/** A percentage, rounded unless it would then look like nothing or all. */
function shownShareOf(percent: DecimalInput): string {
  const rounded = roundDecimal(percent, PERCENT_DIGITS)
  return rounded === '0' || rounded === '100' ? decimalText(new Decimal(percent)) : rounded
}
