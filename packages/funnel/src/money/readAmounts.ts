import type { DecimalInput, Issue } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import type { DealAmounts } from './dealAmounts.js'
import type { ReadCurrencyRates } from './readCurrencyRates.js'

/** The amount of a deal; null where it states none. */
export type StatedAmount = { readonly value: DecimalInput; readonly currency: string | null } | null

/** The amounts of deals, in one currency where there are rates. Throws where one is in a currency that has none. */
export function readAmounts(stated: readonly StatedAmount[], rates: ReadCurrencyRates | null): DealAmounts {
  const told = rates === null ? stated : convert(stated, rates)
  const currencies = [...new Set(told.flatMap((amount) => (amount === null ? [] : [amount.currency])))].sort(compareCurrencies)
  const places = new Map(currencies.map((currency, place) => [currency, place]))
  return {
    currencies,
    currency: Int16Array.from(told, (amount) => (amount === null ? -1 : (places.get(amount.currency) as number))),
    values: told.map((amount) => amount?.value ?? 0),
    digits: 0,
  }
}

function compareCurrencies(one: string | null, other: string | null): number {
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}

function convert(stated: readonly StatedAmount[], { to, rates }: ReadCurrencyRates): StatedAmount[] {
  const lacking = new Set<string>()
  const converted = stated.map((amount) => {
    if (amount === null || amount.currency === null) return amount
    const rate = rates.get(amount.currency)
    if (rate === undefined) lacking.add(amount.currency)
    return rate === undefined ? null : { value: decimalText(new Decimal(amount.value).times(rate)), currency: to }
  })
  throwIssues([...lacking].sort().map((from): Issue => createIssue('no-exchange-rate', ['options', 'currencyRates', 'rates', from], { from, to })))
  return converted
}
