import type { DecimalString, Issue, Path } from '@clientele/core'
import { checkDecimal, createIssue, describeValue, reportType, throwIssues } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { findLastMarks, isReserved, reportOpenMarks, splitLines } from './skontoLines.js'
import type { Skonto, SkontoDiscount } from './types.js'

const LINE = /^[ \t]*#SKONTO#TAGE=([0-9]+)#PROZENT=([0-9]+\.[0-9]{2})#(?:BASISBETRAG=(-?[0-9]+\.[0-9]{2})#)?[ \t\r\n]*$/
const PIECES: readonly RegExp[] = [/^SKONTO$/, /^TAGE=[0-9]+$/, /^PROZENT=[0-9]+\.[0-9]{2}$/, /^BASISBETRAG=-?[0-9]+\.[0-9]{2}$/]
const EXPECTED = '"#SKONTO#TAGE=14#PROZENT=2.25#"'
const EXPECTED_WITH_BASE = '"#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=-5.53#"'

/**
 * Reads the discounts and the text of an e-invoice's payment terms (BT-20), as XRechnung states them: `#SKONTO#TAGE=14#PROZENT=2.25#`, one a line.
 *
 * As in the rule's own tests, spaces and tabs may stand around a discount, and discounts may stand between lines of text. Line breaks are LF,
 * CRLF or CR, as XML reads them.
 *
 * @param text - The payment terms.
 * @returns The discounts in the order of the text, canonical percents and bases, also of 0 % or of more than 100 %: the rule knows no bounds. The text is
 * every other line with its line break.
 * @throws {@link InputError} if a line that begins with `#` is no discount, or anything but spaces and a line break follows the last `#…#` of a text
 * with discounts, or days are beyond 2⁵³ or a number has more than 1,000 digits; the path ends in the line's index, from 0.
 * @see KoSIT, *Schematron rules for XRechnung* 3.0, BR-DE-18 and XR-SKONTO-REGEX, https://github.com/itplr-kosit/xrechnung-schematron.
 * @example
 * import { parseSkonto } from '@clientele/credit'
 *
 * const { discounts, text } = parseSkonto('#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=357.90#\n60 Tage netto')
 * discounts //=> [{ withinDays: 14, percent: '2.25', base: '357.9' }]
 * text //=> '60 Tage netto'
 */
export function parseSkonto(text: string): Skonto {
  const issues: Issue[] = []
  if (typeof text !== 'string') reportType(text, ['text'], issues, 'string')
  throwIssues(issues)
  const lines = splitLines(text)
  const { index: lastMarks, isOpen } = findLastMarks(lines)
  const isAnyReserved = lines.some(isReserved)
  const discounts: SkontoDiscount[] = []
  const texts: string[] = []
  lines.forEach((line, index) => {
    const before = issues.length
    if (!isReserved(line)) texts.push(line)
    else discounts.push(...readDiscount(line, ['text', index], issues))
    if (isAnyReserved && isOpen && index === lastMarks && issues.length === before) reportOpenMarks(line, ['text', index], issues)
  })
  throwIssues(issues)
  return { discounts, text: texts.join('') }
}

/** The discount of a line, or none with issues. */
function readDiscount(line: string, path: Path, issues: Issue[]): SkontoDiscount[] {
  const match = LINE.exec(line)
  if (match === null) {
    issues.push(createIssue('unreadable', path, findFault(line)))
    return []
  }
  const [, days = '', percent = '', base] = match
  const withinDays = Number(days)
  if (!Number.isSafeInteger(withinDays)) {
    issues.push(createIssue('too-large', path, { maximum: String(Number.MAX_SAFE_INTEGER), actual: describeValue(days) }))
  }
  const off = canonical(percent, path, issues)
  return [{ withinDays, percent: off, ...(base === undefined ? {} : { base: canonical(base, path, issues) }) }]
}

/** The first piece between two `#` that is not as it should be, or the whole line. */
function findFault(line: string): { readonly expected: string; readonly actual: string } {
  const body = line.replace(/[\r\n]+$/, '')
  const pieces = body.slice(body.indexOf('#') + 1).split('#')
  const isEnd = (piece: string, index: number): boolean => index === pieces.length - 1 && /^[ \t]*$/.test(piece)
  const fault = pieces.find((piece, index) => !PIECES[index]?.test(piece) && !isEnd(piece, index))
  return { expected: fault?.startsWith('BASIS') ? EXPECTED_WITH_BASE : EXPECTED, actual: describeValue(fault || body) }
}

function canonical(digits: string, path: Path, issues: Issue[]): DecimalString {
  const decimal = checkDecimal(digits.replace(/^(-?)0+(?=\d)/, '$1'), path, issues)
  return decimal === undefined ? digits : decimalText(decimal)
}
