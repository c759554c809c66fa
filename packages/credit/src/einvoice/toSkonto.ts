import type { DecimalString, Issue } from '@clientele/core'
import { checkDecimal, checkKeys, checkRecord, createIssue, describeValue, reportType, throwIssues } from '@clientele/core/checks'
import { moneyText } from '../money/moneyText.js'
import { toUnits } from '../money/readAmount.js'
import type { PreparedTerms } from '../terms/prepared.js'
import { readTerms } from '../terms/prepareTerms.js'
import type { CreditTerms } from '../terms/types.js'
import { findLastMarks, isReserved, reportOpenMarks, SKONTO_DIGITS, skontoLine, splitLines, statePercents } from './skontoLines.js'
import type { SkontoOptions } from './types.js'

/**
 * States the discounts of credit terms as XRechnung wants them in an invoice's payment terms (BT-20): `#SKONTO#TAGE=14#PROZENT=2.25#`, one a
 * line, each with its line break; below them the text for people, as it is.
 *
 * The net days are not part of it: they go into the due date (BT-9) or the text. Nor are rounding, a cash step and how part payments count: the
 * rule has no words for them.
 *
 * @param terms - The credit terms. Of discounts, percents have at most two decimal places, and days count from the invoice's date.
 * @param options - `text`: no line of it may begin with `#`, and where a discount is stated, nothing but a line break may follow the last
 * `#…#` in it; its line breaks (LF, CRLF or CR) stay as they are. `base`: what the discounts are taken off, where that is not the amount due:
 * at most two decimal places, any sign; required where the terms' discounts are taken off the amount without tax.
 * @returns The lines and the text; {@link parseSkonto} gives both back.
 * @throws {@link InputError} if the terms or an option are not as stated.
 * @see KoSIT, *Schematron rules for XRechnung* 3.0, BR-DE-18 and XR-SKONTO-REGEX, https://github.com/itplr-kosit/xrechnung-schematron.
 * @example
 * import { parseTerms, toSkonto } from '@clientele/credit'
 *
 * const terms = parseTerms('2.25/14, 1/28, N/60')
 * toSkonto(terms, { text: '60 Tage netto' }) //=> '#SKONTO#TAGE=14#PROZENT=2.25#\n#SKONTO#TAGE=28#PROZENT=1.00#\n60 Tage netto'
 */
export function toSkonto(terms: CreditTerms, options: SkontoOptions = {}): string {
  const issues: Issue[] = []
  const prepared = readTerms(terms, ['terms'], issues)
  const { text, base } = readSkontoOptions(options, prepared, issues)
  const percents = prepared === undefined ? [] : statePercents(prepared.discounts, issues)
  if (prepared !== undefined && prepared.discounts.length > 0 && prepared.start !== 'invoice-date') {
    issues.push(createIssue('not-allowed', ['terms', 'start'], { allowed: ['"invoice-date"'], actual: describeValue(prepared.start) }))
  }
  throwIssues(issues)
  const { discounts } = prepared as PreparedTerms
  return discounts.map(({ withinDays }, index) => skontoLine(withinDays, percents[index] as string, base)).join('') + text
}

function readSkontoOptions(
  options: unknown,
  prepared: PreparedTerms | undefined,
  issues: Issue[],
): { readonly text: string; readonly base: DecimalString | undefined } {
  if (!checkRecord(options, ['options'], issues)) return { text: '', base: undefined }
  const { text = '', base, ...others } = { ...options }
  checkKeys(others, ['text', 'base'], ['options'], issues)
  const hasDiscounts = prepared !== undefined && prepared.discounts.length > 0
  if (typeof text === 'string') checkFreeText(text, hasDiscounts, issues)
  else reportType(text, ['options', 'text'], issues, 'string')
  const isNeeded = hasDiscounts && prepared.isNetOfTax
  return { text: text as string, base: base === undefined && !isNeeded ? undefined : readBase(base, issues) }
}

function checkFreeText(text: string, hasDiscounts: boolean, issues: Issue[]): void {
  const path = ['options', 'text']
  const lines = splitLines(text)
  const reserved = lines.find(isReserved)
  if (reserved !== undefined) {
    issues.push(createIssue('reserved-start', path, { value: '#', actual: describeValue(reserved) }))
    return
  }
  const { index, isOpen } = findLastMarks(lines)
  if (hasDiscounts && isOpen) reportOpenMarks(lines[index] as string, path, issues)
}

function readBase(value: unknown, issues: Issue[]): DecimalString | undefined {
  const path = ['options', 'base']
  const base = checkDecimal(value, path, issues)
  const units = base === undefined ? undefined : toUnits(base, SKONTO_DIGITS, path, issues)
  return units === undefined ? undefined : moneyText(units, SKONTO_DIGITS)
}
