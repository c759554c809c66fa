import { type CalendarDuration, parseDuration } from '@clientele/core/checks'
import { formatMessage, shownDays, shownDuration, sizeOf } from '@clientele/core/explain'
import type { DunnedItem, DunningLetter, DunningLevel, LetterReason } from '../dunning/types.js'
import type { CreditLocale } from '../locales/types.js'
import { itemOfReason } from './checkPlanLevels.js'
import { shownMoney } from './shownFacts.js'

/** The least interval there is between two letters: no item gets two on one day. */
const ONE_DAY = 'P1D'

/** What is said of a letter and its items alike. */
interface Telling {
  readonly asOf: string
  readonly levels: readonly DunningLevel[]
  readonly locale: CreditLocale
  readonly inMoney: (amount: string) => string
}

/** Says what a letter asks for; of each item why it has its level, and what stops the next one; and what is charged. */
export function explainLetter(letter: DunningLetter, asOf: string, levels: readonly DunningLevel[], locale: CreditLocale): string[] {
  const { customer, level, items, open, total, reasons } = letter
  const inMoney = (amount: string): string => shownMoney(amount, letter.currency, locale)
  const telling = { asOf, levels, locale, inMoney }
  const ofItems = groupByItem(reasons)
  return [
    formatMessage(locale.dunning.letter, { customer, letter: letter.letter, level, total: inMoney(total), open: inMoney(open) }),
    ...items.flatMap((item) => [
      ...(ofItems.get(item.id) ?? []).map((reason) => explainReason(reason, { open: inMoney(item.open) }, telling)),
      explainNext({ ...item }, telling),
    ]),
    ...reasons.filter((reason) => itemOfReason(reason) === undefined).map((reason) => explainReason(reason, {}, telling)),
  ]
}

/** The reasons that are about one item each, by item. */
function groupByItem(reasons: readonly LetterReason[]): Map<string, LetterReason[]> {
  const groups = new Map<string, LetterReason[]>()
  for (const reason of reasons) {
    const item = itemOfReason(reason)
    if (item === undefined) continue
    const group = groups.get(item)
    if (group === undefined) groups.set(item, [reason])
    else group.push(reason)
  }
  return groups
}

function explainReason(reason: LetterReason, facts: { readonly [name: string]: string }, telling: Telling): string {
  const { asOf, locale } = telling
  return formatMessage(locale.dunning.letterReasons[reason.code], { ...reason.params, asOf, ...facts, ...shownParams(reason, telling) })
}

/** The days and amounts among the parameters of a reason, as they are shown. */
function shownParams({ code, params }: LetterReason, { locale, inMoney }: Telling): { readonly [name: string]: string } {
  switch (code) {
    case 'level-reached':
      return { days: shownDays(params.daysOverdue, locale.core), afterDays: shownDays(params.afterDays, locale.core) }
    case 'level-not-reached-yet':
      return { afterDays: shownDays(params.afterDays, locale.core) }
    case 'fee-charged':
      return { fee: inMoney(params.fee) }
    case 'interest-charged':
      return { interest: inMoney(params.interest) }
    case 'credits-deducted':
      return { credits: inMoney(sizeOf(params.credits)) }
    default:
      return {}
  }
}

/** Says what stops the next level of an item, or that there is none. */
function explainNext({ id, level, next }: DunnedItem, { levels, locale }: Telling): string {
  const { next: nextLevel, blocks, last, beyondCalendar } = locale.dunning
  if (next === undefined) {
    const isBlocked = levels.some((one) => one.level === level && one.block === true)
    return formatMessage(isBlocked ? blocks : levels.at(-1)?.level === level ? last : beyondCalendar, { item: id, level })
  }
  const { afterDays, minimumInterval = ONE_DAY } = levels.find((one) => one.level === next.level) as DunningLevel
  const interval = shownDuration(isNothing(minimumInterval) ? ONE_DAY : minimumInterval, locale.core)
  return formatMessage(nextLevel, { item: id, level: next.level, on: next.on, afterDays: shownDays(afterDays, locale.core), interval })
}

function isNothing(duration: string): boolean {
  const { months, days } = parseDuration(duration) as CalendarDuration
  return months === 0 && days === 0
}
