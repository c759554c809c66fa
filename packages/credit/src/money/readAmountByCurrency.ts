import type { DecimalString, Issue, Path } from '@clientele/core'
import { checkCurrency, checkDecimal, createIssue, isRecord } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { toUnits } from './readAmount.js'

/** An amount by currency, checked and read. */
export interface PreparedAmount {
  /** For whichever currency: integer units of so many digits after the point. */
  readonly any?: { readonly units: bigint; readonly digits: number; readonly text: DecimalString }
  /** In minor units of each currency that is named. */
  readonly named: ReadonlyMap<string, bigint>
}

/** No amount in any currency. */
export const nothing: PreparedAmount = { named: new Map() }

/** Reads an amount of 0 or more in whichever currency, or one for each; what is wrong becomes an issue. */
export function readAmountByCurrency(value: unknown, path: Path, issues: Issue[]): PreparedAmount {
  if (isRecord(value)) return { named: readNamed({ ...value }, path, issues) }
  const amount = checkDecimal(value, path, issues, { minimum: '0' })
  if (amount === undefined) return nothing
  const digits = amount.decimalPlaces()
  return { ...nothing, any: { units: toUnits(amount, digits, path, issues) as bigint, digits, text: decimalText(amount) } }
}

function readNamed(amounts: { readonly [currency: string]: unknown }, path: Path, issues: Issue[]): Map<string, bigint> {
  const named = new Map<string, bigint>()
  for (const [currency, value] of Object.entries(amounts)) {
    const place = [...path, currency]
    const digits = checkCurrency(currency, place, issues)
    const amount = value === undefined ? undefined : checkDecimal(value, place, issues, { minimum: '0' })
    const units = amount === undefined || digits === undefined ? undefined : toUnits(amount, digits, place, issues)
    if (units !== undefined) named.set(currency, units)
  }
  return named
}

/** Whether an amount tells how much it is in a currency. */
export function isNamed({ any, named }: PreparedAmount, currency: string): boolean {
  return any !== undefined || named.has(currency)
}

/** Adds an issue where an amount for whichever currency has more decimal places than one of so many minor digits. */
export function checkFits({ any }: PreparedAmount, maximum: number, path: Path, issues: Issue[]): void {
  if (any !== undefined && any.digits > maximum) issues.push(createIssue('too-many-decimal-places', path, { maximum, actual: any.text }))
}

/** An amount that fits, in minor units of a currency. */
export function amountIn({ any, named }: PreparedAmount, currency: string, digits: number): bigint {
  return any === undefined ? (named.get(currency) ?? 0n) : any.units * 10n ** BigInt(digits - any.digits)
}
