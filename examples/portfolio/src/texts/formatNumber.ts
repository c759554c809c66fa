import { type DecimalInput, type DecimalString, multiplyDecimals, roundDecimal } from '@clientele/core'

/** Writes an exact decimal with at least so many decimal places: `'9800'` with 2 is `'9800.00'`. */
export function padDecimals(value: DecimalString, digits: number): DecimalString {
  const [whole, fraction = ''] = value.split('.') as [string, string?]
  return digits === 0 && fraction === '' ? whole : `${whole}.${fraction.padEnd(digits, '0')}`
}

/** Writes a decimal for people: thousands apart, and a real minus sign. */
export function groupThousands(value: DecimalInput): string {
  const [whole, fraction] = String(value).split('.') as [string, string?]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** Writes counts for people, each under its name. */
export function groupCounts(counts: { readonly [name: string]: number }): { readonly [name: string]: string } {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, groupThousands(count)]))
}

/** Writes a share as a percentage with one decimal place; a dash where there is none. */
export function formatShare(share: number | null): string {
  return formatShareTo(share, 1)
}

/** Writes a share as a percentage with so many decimal places; a dash where there is none. */
export function formatShareTo(share: number | null, digits: number): string {
  return share === null ? '–' : `${groupThousands(padDecimals(roundDecimal(multiplyDecimals(share, 100), digits), digits))}%`
}

/** Writes a number of days with one decimal place; a dash where there is none. */
export function formatDays(days: number | null): string {
  return days === null ? '–' : formatRounded(days, 1)
}

/** Writes a number with so many decimal places. */
export function formatRounded(value: number, digits: number): string {
  return groupThousands(padDecimals(roundDecimal(value, digits), digits))
}
