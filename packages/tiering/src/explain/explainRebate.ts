import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, isBelowNil, isNil, sizeOf, titleOf, titlesOf } from '@clientele/core/explain'
import type { LossRebate, Rebate } from '../levels/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { checkRebateOfProgramme } from './checkRebate.js'
import { shownAmount } from './shownAmount.js'

/**
 * Says in sentences how much of a loss is given back, and in what.
 *
 * @param rebate - What {@link rebateOnLosses} returned.
 * @param programme - The programme that made it; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns The percentage of the level, and what is given back, or why nothing is.
 * @throws {@link InputError} if the programme is not one, or not the one that made the rebate: one of other percentages is refused, also of the same
 * version.
 * @example
 * import { rebateOnLosses } from '@clientele/tiering'
 * import { explainRebate } from '@clientele/tiering/explain'
 * import { casinoRebate } from '@clientele/tiering/templates'
 *
 * explainRebate(rebateOnLosses({ level: 'gold', loss: '20000' }, casinoRebate), casinoRebate).sentences
 * //=> ['Under the programme "Casino rebate on losses", the level "gold" gets 15% of losses back.', 'Of a loss of 20000, 3000 is given back, in goods and services.']
 */
export function explainRebate(rebate: Rebate, programme: LossRebate, locale: TieringLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkRebateOfProgramme(rebate, programme, issues)
  throwIssues(issues)
  const { rate } = locale.rebate
  const { level, percent } = rebate
  const own = { ...programme }
  const facts = { programme: titleOf(own, locale), level: titlesOf(own.levels, locale)(level), percent }
  return { sentences: [formatMessage(rate, facts), explainAmount({ ...rebate }, locale)] }
}

function explainAmount({ loss, amount, currency, inKind }: Rebate, locale: TieringLocale): string {
  const { inKind: goods, inMoney, won, nothingLost } = locale.rebate
  const show = (value: string): string => shownAmount(value, { currency }, locale)
  if (isNil(loss)) return nothingLost
  if (isBelowNil(loss)) return formatMessage(won, { won: show(sizeOf(loss)) })
  return formatMessage(inKind ? goods : inMoney, { loss: show(loss), amount: show(amount) })
}
