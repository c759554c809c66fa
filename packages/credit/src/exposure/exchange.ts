import { currencyDigits, type Issue, type RoundingMode } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { divideRounded } from '../money/divideRounded.js'
import { moneyText } from '../money/moneyText.js'

/** An amount in minor units of its currency. */
export interface Money {
  readonly currency: string
  readonly amount: bigint
}

/** How amounts of several currencies are put into one, exactly: as fine units, into which a minor unit of every currency is divided without rest. */
export interface Exchange {
  readonly currency: string
  /** The currency's minor digits. */
  readonly digits: number
  /** How many fine units a minor unit of the currency has. */
  readonly scale: bigint
  /** How many fine units a minor unit of each currency is worth. */
  readonly factors: ReadonlyMap<string, bigint>
  /** How much of the currency one unit of each currency is worth. */
  readonly rates: ReadonlyMap<string, Decimal>
}

/** Prepares the exchange of the given currencies into one, or adds an issue for each that has no rate and returns undefined. */
export function openExchange(
  from: ReadonlySet<string>,
  currency: string,
  given: ReadonlyMap<string, Decimal>,
  issues: Issue[],
): Exchange | undefined {
  const rates = new Map([...given, [currency, new Decimal(1)]])
  const lacking = [...from].filter((code) => !rates.has(code)).sort()
  for (const code of lacking) {
    issues.push(createIssue('no-exchange-rate', ['policy', 'exposure', 'convert', 'rates', code], { from: code, to: currency }))
  }
  if (lacking.length > 0) return undefined
  const digits = currencyDigits(currency)
  const worths = [...from, currency].map((code) => [code, (rates.get(code) as Decimal).times(powerOfTen(digits - currencyDigits(code)))] as const)
  const scale = powerOfTen(Math.max(...worths.map(([, worth]) => worth.decimalPlaces())))
  const factors = new Map(worths.map(([code, worth]) => [code, integer(worth.times(scale))]))
  return { currency, digits, scale: integer(scale), factors, rates }
}

/** Amounts together, in fine units. */
export function convert(amounts: Iterable<Money>, { factors }: Exchange): bigint {
  let sum = 0n
  for (const { currency, amount } of amounts) sum += amount * (factors.get(currency) as bigint)
  return sum
}

/** Fine units as money, rounded half-up unless told otherwise. */
export function showMoney(units: bigint, { scale, digits }: Exchange, mode: RoundingMode = 'half-up'): string {
  return moneyText(divideRounded(units, scale, mode), digits)
}

function powerOfTen(exponent: number): Decimal {
  return new Decimal(10).pow(exponent)
}

function integer(value: Decimal): bigint {
  return BigInt(decimalText(value))
}
