import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownDays, sizeOf, titleOf } from '@clientele/core/explain'
import type { DunningDiagnosis, DunningPlan, DunningScheme, HeldItem, HoldReason, WaitingItem, WaitReason } from '../dunning/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { checkPlanOfScheme } from './checkDunningPlan.js'
import { explainLetter } from './explainLetter.js'
import { shownMoney } from './shownFacts.js'

/**
 * Says in sentences which letters are to be sent, and why: why an item has its level, what the letter charges, and what stops the next level;
 * why an item is held; and what an item waits for.
 *
 * @param plan - What {@link planDunning} returned.
 * @param scheme - The dunning scheme that made it; its title and what its levels ask for are taken from it.
 * @param locale - The language; English unless given.
 * @returns How many letters there are; for each letter what it asks for, for each of its items why it has its level, what stops the next one and
 * until which day at least, and what is charged and deducted; a sentence for each item that is held and each that waits; and what is to be known
 * about the input.
 * @throws {@link InputError} if the scheme is not one, or not the one that made the plan: one whose letters, days or intervals give another is
 * refused, also of the same version.
 * @example
 * import { planDunning } from '@clientele/credit'
 * import { explainDunning } from '@clientele/credit/explain'
 * import { threeStepDunning } from '@clientele/credit/templates'
 *
 * const items = [{ id: 'INV-1', customer: 'C-1', date: '2024-01-31', due: '2024-03-01', amount: '100', currency: 'EUR' }]
 * const history = [{ item: 'INV-1', level: 1, sentOn: '2024-03-06' }]
 * const { sentences } = explainDunning(planDunning({ items, history }, threeStepDunning, { asOf: '2024-03-31' }), threeStepDunning)
 * sentences[1] //=> 'Customer C-1 gets the letter "second-reminder" (level 2), which asks for 100.00 EUR; 100.00 EUR of its items is open.'
 * sentences[2] //=> 'Item INV-1 (100.00 EUR) has been overdue for 30 days; level 2 requires 20 days.'
 * sentences[4] //=> 'Item INV-1 does not reach level 3 before 2024-04-10: it must be 40 days overdue, and this letter at least 10 days old.'
 */
export function explainDunning(plan: DunningPlan, scheme: DunningScheme, locale: CreditLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkPlanOfScheme(plan, scheme, issues)
  throwIssues(issues)
  const { asOf, letters, held, waiting, diagnoses } = plan
  const counts = { letters: letters.length, held: held.length, waiting: waiting.length }
  const own = { ...scheme }
  const levels = own.levels.map((level) => ({ ...level }))
  return {
    sentences: [
      formatMessage(locale.dunning.plan, { asOf, scheme: titleOf(own, locale), ...counts }),
      ...letters.flatMap((letter) => explainLetter(letter, asOf, levels, locale)),
      ...held.map((item) => explainHeld(item, locale)),
      ...waiting.map((item) => explainWaiting({ ...item }, locale)),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, locale)),
    ],
  }
}

/** What is said alike of an item that is held and of one that waits. */
function itemFacts({ item, customer, currency, daysOverdue, open }: HeldItem | WaitingItem, locale: CreditLocale) {
  return { item, customer, open: shownMoney(open, currency, locale), days: shownDays(daysOverdue, locale.core) }
}

function explainHeld(held: HeldItem, locale: CreditLocale): string {
  const { held: template, reasonSeparator } = locale.dunning
  const reasons = held.reasons.map((reason) => explainHoldReason(reason, held.currency, locale)).join(reasonSeparator)
  return formatMessage(template, { ...itemFacts(held, locale), level: held.level, reasons })
}

function explainHoldReason(reason: HoldReason, currency: string, locale: CreditLocale): string {
  return formatMessage(
    locale.dunning.holdReasons[reason.code],
    amountsOf(reason, (amount) => shownMoney(amount, currency, locale)),
  )
}

function amountsOf({ code, params }: HoldReason, inMoney: (amount: string) => string): { readonly [name: string]: string } {
  if (code === 'below-minimum') return { minimum: inMoney(params.minimum), balance: inMoney(params.balance) }
  return code === 'covered-by-credits' ? { open: inMoney(params.open), credits: inMoney(sizeOf(params.credits)) } : {}
}

function explainWaiting(item: WaitingItem, locale: CreditLocale): string {
  const { waiting, waitingUntil, waitingBeyondCalendar, reasonSeparator } = locale.dunning
  const { next } = item
  const reasons = endsOnce(item.reasons).map((reason) => explainWaitReason(reason, locale))
  const facts = { ...itemFacts(item, locale), reasons: reasons.join(reasonSeparator) }
  if (next !== undefined) return formatMessage(waitingUntil, { ...facts, level: next.level, on: next.on })
  return formatMessage(item.reasons.some(({ code }) => ENDS.includes(code)) ? waiting : waitingBeyondCalendar, facts)
}

/** Why no level follows. */
const ENDS: readonly WaitReason['code'][] = ['last-level-sent', 'level-blocks']

/** The reasons without that a level blocks further ones, where it is the last one. */
function endsOnce(reasons: readonly WaitReason[]): readonly WaitReason[] {
  const last = reasons.find(({ code }) => code === 'last-level-sent')
  return reasons.filter(({ code, params }) => code !== 'level-blocks' || last?.params.level !== params.level)
}

function explainWaitReason({ code, params }: WaitReason, locale: CreditLocale): string {
  const days = code === 'days-not-reached' ? { afterDays: shownDays(params.afterDays, locale.core) } : {}
  return formatMessage(locale.dunning.waitReasons[code], { ...params, ...days })
}

function explainDiagnosis({ code, params }: DunningDiagnosis, { receivables, dunning, core }: CreditLocale): string {
  const items = code === 'disputed-items-dunned' || code === 'days-before-first-rate' ? { items: listTexts(params.items, core) } : {}
  return formatMessage({ ...receivables.diagnoses, ...dunning.diagnoses }[code], { ...params, ...items })
}
