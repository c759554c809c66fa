import type { Issue, Path } from '@clientele/core'
import { checkCurrency, checkDecimal, checkKeys, checkRecord, createIssue, describeValue, ownValue } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'

/** What amounts are turned into one currency by. */
export interface ReadCurrencyRates {
  readonly to: string
  /** How much of `to` one of each currency is worth; `to` itself is among them. */
  readonly rates: ReadonlyMap<string, Decimal>
}

/** Reads rates, or adds issues and returns undefined. */
export function readCurrencyRates(value: unknown, path: Path, issues: Issue[]): ReadCurrencyRates | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  checkKeys(value, ['to', 'rates'], path, issues)
  const to = ownValue(value, 'to')
  const isCurrency = checkCurrency(to, [...path, 'to'], issues) !== undefined
  const given = ownValue(value, 'rates')
  if (!checkRecord(given, [...path, 'rates'], issues)) return undefined
  const rates = new Map<string, Decimal>()
  for (const [currency, stated] of Object.entries(given)) {
    const rate = readRate(stated, currency, [...path, 'rates', currency], issues)
    if (rate !== undefined) rates.set(currency, rate)
  }
  const own = isCurrency ? rates.get(to as string) : undefined
  if (own !== undefined && !own.eq(1)) {
    issues.push(createIssue('not-allowed', [...path, 'rates', to as string], { allowed: ['1'], actual: describeValue(decimalText(own)) }))
  }
  if (issues.length > before) return undefined
  return { to: to as string, rates: rates.set(to as string, new Decimal(1)) }
}

function readRate(value: unknown, currency: string, path: Path, issues: Issue[]): Decimal | undefined {
  checkCurrency(currency, path, issues)
  const rate = checkDecimal(value, path, issues)
  if (rate !== undefined && !rate.gt(0)) issues.push(createIssue('not-above', path, { bound: '0', actual: decimalText(rate) }))
  return rate
}
