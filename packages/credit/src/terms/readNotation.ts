import type { Issue } from '@clientele/core'
import { addIssuesAt, checkDecimal, createIssue, describeValue } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { checkTerms } from './checkTerms.js'
import type { NotedTerms } from './noteTerms.js'
import type { TermsStart } from './types.js'

/** What one part of the notation says, and what stands behind it of the start. */
type Part =
  | { readonly type: 'discount'; readonly withinDays: number; readonly percent: string; readonly start?: TermsStart }
  | { readonly type: 'net'; readonly netDays: number; readonly start?: TermsStart }

// Of a plain text, in which whitespace is single spaces. More than 99 digits are no number of days.
const GAP = /[ ,;、]*/y
const CHUNK = /[^ ,;、]*/y
const DISCOUNT = /(\d+(?:\.\d+)?) ?%? ?\/ ?(\d{1,99})(?: ?(?:days?|[天日]))?(?=[ ,;、]|$)/iy
const NET = /(?:n(?:et)?(?: ?\/)?|(月[结結])|([货貨]到)) ?(\d{1,99})(?: ?(?:days?|[天日]))?(?=[ ,;、]|$)/iy
const DAYS = /(\d{1,99}) ?(?:days?|[天日])(?=[ ,;、]|$)/iy
const SUFFIX = /(?:(eom)|rog)(?=[ ,;、]|$)/iy

/** Reads terms in their notation, or adds issues and returns undefined. */
export function readNotation(text: string, issues: Issue[]): NotedTerms | undefined {
  const before = issues.length
  const parts = readParts(narrow(text), issues)
  if (issues.length > before) return undefined
  const start = startOfAll(parts, text, issues)
  const netDays = netDaysOf(parts, issues)
  if (issues.length > before) return undefined
  const discounts = parts.flatMap((part) => (part.type === 'discount' ? [{ withinDays: part.withinDays, percent: part.percent }] : []))
  discounts.sort((a, b) => a.withinDays - b.withinDays)
  const noted = { discounts, netDays, ...(start === undefined ? {} : { start }) }
  const found = checkTerms({ kind: 'credit-terms', id: 'noted', version: '1', ...noted })
  addIssuesAt(['text'], found, issues)
  return found.length === 0 ? (noted as NotedTerms) : undefined
}

/** Full-width forms become ASCII, and all whitespace single spaces. */
function narrow(text: string): string {
  return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\s+/g, ' ')
}

function readParts(text: string, issues: Issue[]): Part[] {
  const parts: Part[] = []
  let at = endOf(GAP, text, 0)
  while (at < text.length) {
    const read = readPart(text, at)
    const suffix = read === undefined ? matchAt(SUFFIX, text, at) : null
    const last = parts.at(-1)
    if (read !== undefined) parts.push(read.part)
    else if (suffix !== null && last !== undefined && last.start === undefined) {
      parts[parts.length - 1] = { ...last, start: suffix[1] === undefined ? 'delivery-date' : 'end-of-month' }
    } else {
      const actual = describeValue(text.slice(at, endOf(CHUNK, text, at)))
      issues.push(createIssue('unreadable', ['text'], { expected: '"2/15, 1/20, N/30"', actual }))
    }
    at = endOf(GAP, text, read?.end ?? endOf(CHUNK, text, at))
  }
  return parts
}

function readPart(text: string, at: number): { readonly part: Part; readonly end: number } | undefined {
  const discount = matchAt(DISCOUNT, text, at)
  if (discount !== null) {
    const [whole, percent = '', days] = discount
    return { part: { type: 'discount', withinDays: Number(days), percent: canonicalPercent(percent) }, end: at + whole.length }
  }
  const net = matchAt(NET, text, at)
  if (net !== null) {
    const [whole, endOfMonth, delivery, days] = net
    const start: TermsStart | undefined = endOfMonth !== undefined ? 'end-of-month' : delivery !== undefined ? 'delivery-date' : undefined
    return { part: { type: 'net', netDays: Number(days), ...(start === undefined ? {} : { start }) }, end: at + whole.length }
  }
  const days = matchAt(DAYS, text, at)
  return days === null ? undefined : { part: { type: 'net', netDays: Number(days[1]) }, end: at + days[0].length }
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at
  return sticky.exec(text)
}

/** The end of what is matched there, which may be nothing. */
function endOf(sticky: RegExp, text: string, at: number): number {
  matchAt(sticky, text, at)
  return sticky.lastIndex
}

/** The canonical text of a percentage, or what is left of it for the check of the terms to refuse. */
function canonicalPercent(digits: string): string {
  const text = digits.replace(/^0+(?=\d)/, '')
  const percent = checkDecimal(text, [], [])
  return percent === undefined ? text : decimalText(percent)
}

/** The start of all parts: what stands behind the last of them, if nothing stands behind the others, or the same behind each. */
function startOfAll(parts: readonly Part[], text: string, issues: Issue[]): TermsStart | undefined {
  const start = parts.at(-1)?.start
  const others = parts.slice(0, -1)
  if (others.every((part) => part.start === undefined) || others.every((part) => part.start === start)) return start
  issues.push(createIssue('unreadable', ['text'], { expected: '"2/10, N/30 EOM"', actual: describeValue(text) }))
  return undefined
}

function netDaysOf(parts: readonly Part[], issues: Issue[]): number | undefined {
  const [first, second] = parts.flatMap((part, index) => (part.type === 'net' ? [{ netDays: part.netDays, index }] : []))
  if (second !== undefined && first !== undefined) {
    issues.push(createIssue('duplicate', ['text', 'netDays'], { value: `N/${first.netDays}`, first: first.index }))
  }
  return first?.netDays
}
