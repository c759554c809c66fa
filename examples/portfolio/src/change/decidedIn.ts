import { sumDecimals } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import type { GroupConversion, SalesPeriod } from '@clientele/funnel'
import type { DatePeriod } from '../calendar/monthNumbers.js'
import type { Deal } from '../pipeline/types.js'

/** Digits of an average value: many more than a number has, so that deals × rate × value is what was sold. */
const DIGITS = 40

/**
 * What was decided in a period as the factors of its sales: of each group how many deals were decided and how many of them won, and what a won deal was worth on
 * average. Undefined where none was won.
 */
export function decidedIn(deals: readonly Deal[], { from, to }: DatePeriod, groupOf: (deal: Deal) => string | null): SalesPeriod | undefined {
  const decided = deals.filter(({ closed }) => closed !== null && from <= closed && closed <= to)
  const won = decided.filter(({ status }) => status === 'Won')
  if (won.length === 0) return undefined
  const groups = new Map<string | null, GroupConversion>()
  for (const deal of decided) {
    const group = groupOf(deal)
    const { entered, converted } = groups.get(group) ?? { entered: 0, converted: 0 }
    groups.set(group, { group, entered: entered + 1, converted: converted + (deal.status === 'Won' ? 1 : 0) })
  }
  const sold = new Decimal(sumDecimals(won.flatMap(({ amount }) => (amount === null ? [] : [amount]))))
  return { groups: [...groups.values()], averageValue: decimalText(sold.div(won.length).toSignificantDigits(DIGITS)) }
}
