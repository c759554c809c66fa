import { type CalendarDate, type Issue, isCalendarDate } from '@clientele/core'
import { checkCalendarDate } from '@clientele/core/checks'
import type { DateForm } from '../config/types.js'
import { createPortfolioIssue } from '../issues/createPortfolioIssue.js'

/** Of each form that is not ISO 8601's, what it looks like and which of its three numbers are year, month and day. */
const forms: { readonly [Form in Exclude<DateForm, 'YYYY-MM-DD'>]: { readonly pattern: RegExp; readonly order: readonly [number, number, number] } } =
  {
    'M/D/YYYY': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: [3, 1, 2] },
    'D/M/YYYY': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: [3, 2, 1] },
    'D.M.YYYY': { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, order: [3, 2, 1] },
  }

/** Reads a date that exists and is written in one form and no other, or adds an issue and returns undefined. */
export function readDate(text: string, form: DateForm, column: string, issues: Issue[]): CalendarDate | undefined {
  if (form === 'YYYY-MM-DD') return checkCalendarDate(text, [column], issues) ? text : undefined
  const { pattern, order } = forms[form]
  const numbers = pattern.exec(text)
  const date = numbers === null ? '' : order.map((place) => (numbers[place] as string).padStart(2, '0')).join('-')
  if (isCalendarDate(date)) return date
  issues.push(createPortfolioIssue('date-unreadable', [column], { form, actual: JSON.stringify(text) }))
  return undefined
}
