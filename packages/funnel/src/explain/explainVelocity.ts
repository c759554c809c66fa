import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, isNil, shownPart } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { SalesVelocity } from '../velocity/types.js'
import { checkVelocity } from './checkVelocity.js'
import { fillTemplate } from './fillTemplate.js'
import { saidMoney, shownCycle, shownMoney, shownNumber } from './shownMoney.js'

/**
 * Says in sentences how much a pipeline brings.
 *
 * @param velocity - What {@link salesVelocity} returned.
 * @param locale - The language; English unless given.
 * @returns What the deals bring a day; what that comes of; and what they bring over the time that it takes to win one. Amounts are rounded to the minor digits of their currency, or to two
 * decimal places.
 * @throws {@link InputError} if the velocity is not as stated, such as one that is not what its factors make.
 * @example
 * import { salesVelocity } from '@clientele/funnel'
 * import { explainVelocity } from '@clientele/funnel/explain'
 *
 * const velocity = salesVelocity({ deals: 40, winRate: '0.25', averageValue: 25000, cycleDays: 90 }, { currency: 'EUR' })
 * explainVelocity(velocity).sentences
 * //=> ['The deals bring 2777.78 EUR a day.', 'Deals: 40; win rate: 25%; value of a won deal: 25000 EUR; time until it is won: 90 days.', 'Over that time they bring 250000 EUR.']
 */
export function explainVelocity(velocity: SalesVelocity, locale: FunnelLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkVelocity(velocity, issues)
  throwIssues(issues)
  const { perDay, nothing, factors, cycle } = locale.velocity
  const { currency, expectedValue } = velocity
  const { deals, winRate, averageValue, cycleDays } = velocity.factors
  const facts = {
    deals: shownNumber(deals),
    winRate: shownPart(winRate, '1'),
    averageValue: shownMoney(averageValue, currency, locale),
    days: shownCycle(cycleDays, locale),
  }
  const told = formatMessage(factors, facts)
  if (isNil(expectedValue)) return { sentences: [nothing, told] }
  return {
    sentences: [
      fillTemplate(perDay, { perDay: saidMoney(velocity.perDay, currency, locale) }),
      told,
      fillTemplate(cycle, { expectedValue: saidMoney(expectedValue, currency, locale) }),
    ],
  }
}
