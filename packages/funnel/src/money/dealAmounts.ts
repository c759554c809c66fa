import type { DecimalInput, DecimalString, Issue } from '@clientele/core'
import { currencyDigits } from '@clientele/core'
import { Decimal, decimalText, sumExactly } from '@clientele/core/decimal'
import type { CurrencyAmount } from './types.js'

/** What each deal is worth. */
export interface DealAmounts {
  /** In the order of their codes, null for none last. */
  readonly currencies: readonly (string | null)[]
  /** The currency of each deal's amount, an index; -1 where it states no amount. */
  readonly currency: Int16Array
  /** Each deal's amount in units of `10 ** -digits`; of no meaning where it states none. */
  readonly values: ArrayLike<DecimalInput>
  readonly digits: number
}

/** The canonical text of an amount, with at least the minor digits of its currency. */
export function moneyText(amount: Decimal, currency: string | null): DecimalString {
  const digits = currency === null ? 0 : currencyDigits(currency)
  return amount.decimalPlaces() > digits ? decimalText(amount) : amount.toFixed(digits)
}

/** What some deals are worth together, by currency. */
export function sumAmounts({ currencies, currency, values, digits }: DealAmounts, deals: Int32Array): CurrencyAmount[] {
  return currencies.flatMap((code, index) => {
    const chosen = chooseValues(values, (deal) => currency[deal] === index, deals)
    if (chosen.length === 0) return []
    const sum = sumAll(chosen)
    return [{ currency: code, amount: moneyText(digits === 0 ? sum : sum.div(new Decimal(10).pow(digits)), code) }]
  })
}

/** The values of some of the deals; numbers stay numbers side by side. */
function chooseValues(values: DealAmounts['values'], isChosen: (deal: number) => boolean, deals: Int32Array): ArrayLike<DecimalInput> {
  if (!(values instanceof Float64Array)) return Array.from(deals.filter(isChosen), (deal) => values[deal] as DecimalInput)
  const chosen = new Float64Array(deals.length)
  let count = 0
  for (let place = 0; place < deals.length; place += 1) {
    const deal = deals[place] as number
    if (!isChosen(deal)) continue
    chosen[count] = values[deal] as number
    count += 1
  }
  return chosen.subarray(0, count)
}

/** Amounts that were turned into another currency may have more digits than any that is stated. */
function sumAll(amounts: ArrayLike<DecimalInput>): Decimal {
  const tooLong: Issue[] = []
  const sum = sumExactly(amounts, [], tooLong)
  return tooLong.length === 0 ? sum : Array.from(amounts).reduce((total: Decimal, amount) => total.plus(amount), new Decimal(0))
}
