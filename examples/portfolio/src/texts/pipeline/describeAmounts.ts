import type { CurrencyAmount } from '@clientele/funnel'
import { groupThousands } from '../formatNumber.js'
import type { Texts } from '../types.js'

/** What deals are worth, by currency where there is one; 0 where none states an amount. */
export function describeAmounts(amounts: readonly CurrencyAmount[], { listSeparator }: Texts): string {
  if (amounts.length === 0) return '0'
  return amounts.map(({ currency, amount }) => [groupThousands(amount), currency].filter((part) => part !== null).join(' ')).join(listSeparator)
}
