import type { DecimalString, Issue, Path } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { moneyText } from '../money/moneyText.js'
import { toUnits } from '../money/readAmount.js'
import type { PreparedDiscount } from '../terms/prepared.js'

/** How many decimal places percentages and bases have. */
export const SKONTO_DIGITS = 2

/** The percentages of discounts as the line states them; one of more than two decimal places is an issue. */
export function statePercents(discounts: readonly PreparedDiscount[], issues: Issue[]): DecimalString[] {
  return discounts.map(({ percent }, index) => {
    const units = toUnits(new Decimal(percent), SKONTO_DIGITS, ['terms', 'discounts', index, 'percent'], issues)
    return units === undefined ? percent : moneyText(units, SKONTO_DIGITS)
  })
}

/** States one discount, with its line break; percentage and base have two decimal places. */
export function skontoLine(withinDays: number, percent: DecimalString, base: DecimalString | undefined): string {
  return `#SKONTO#TAGE=${withinDays}#PROZENT=${percent}#${base === undefined ? '' : `BASISBETRAG=${base}#`}\n`
}

/** The lines of a text, each with its line break: LF, CRLF or CR, as XML reads them (XML 1.0, 2.11). */
export function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
}

/** Whether a line is kept for discounts: it begins with `#`, whatever whitespace stands before. */
export function isReserved(line: string): boolean {
  return /^[ \t]*#/.test(line)
}

/**
 * The index of the last line with a `#…#`, or -1, and whether what follows its last `#` is more than a line break: where anything states a
 * discount, the rule looks at that place.
 */
export function findLastMarks(lines: readonly string[]): { readonly index: number; readonly isOpen: boolean } {
  const index = lines.map((line) => line.lastIndexOf('#') - line.indexOf('#') > 1).lastIndexOf(true)
  const line = lines[index] ?? ''
  return { index, isOpen: index >= 0 && !/^[ \t]*[\r\n]/.test(line.slice(line.lastIndexOf('#') + 1)) }
}

/** Adds the issue that no line break follows the last marks of a line. */
export function reportOpenMarks(line: string, path: Path, issues: Issue[]): void {
  issues.push(createIssue('no-line-break', path, { value: '#', actual: describeValue(line) }))
}
