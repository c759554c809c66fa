import { currencyDigits, type Issue, type Path } from '@clientele/core'
import { checkCurrency, createIssue, describeValue, throwIssues } from '@clientele/core/checks'

/** Stands for no currency in a list of currencies. */
const NONE = '—'

/** Reads the currency that a row may state; where one is expected, it must be that one. */
export function readCurrency(value: unknown, expected: string | undefined, path: Path, issues: Issue[]): string | undefined {
  if (value === undefined || value === expected) return value as string | undefined
  if (expected !== undefined) issues.push(createIssue('not-allowed', path, { allowed: [`"${expected}"`], actual: describeValue(value) }))
  else if (checkCurrency(value, path, issues) !== undefined) return value as string
  return undefined
}

/** The one currency of rows, if they have any: that of their policy, or the one that all of them state. Throws where they are of several. */
export function agreeOnCurrency(
  rows: readonly { readonly currency: string | undefined }[],
  expected: string | undefined,
  path: Path,
): string | undefined {
  if (expected !== undefined) return expected
  const found = new Set(rows.map(({ currency }) => currency))
  if (found.size > 1) throwIssues([createIssue('mixed-currencies', path, { currencies: [...found].map((code) => code ?? NONE).sort() })])
  return [...found][0]
}

/** How many decimal places money of a currency is shown with at least. */
export function shownDigits(currency: string | undefined): number {
  return currency === undefined ? 0 : currencyDigits(currency)
}
