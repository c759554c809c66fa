import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, checkText, isRecord, reportType } from '@clientele/core/checks'
import { REPORT_DEPTHS } from '../investigation/reportDepths.js'
import type { ReportDepth } from '../investigation/types.js'
import { readDay } from '../invoices/readInvoice.js'
import { checkOwner } from './checkOwner.js'

/** The report that an account rests on, checked and read. */
export interface ReadReport {
  readonly depth: ReportDepth
  /** Days since 1970-01-01. */
  readonly day: number
}

/** A grade, checked and read; whether it meets the standard is known of a rating only. */
export interface ReadGrade {
  readonly grade: string
  readonly meetsStandard: boolean | undefined
}

/** Checks and reads the depth and date of a report on the account's customer; its sections may be there, and are not looked at. */
export function readReport(value: unknown, owner: unknown, path: Path, issues: Issue[]): ReadReport | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { depth, date, customer, ...others } = { ...value }
  checkKeys(others, ['depth', 'date', 'customer', 'sections'], path, issues)
  checkOwner(customer, owner, path, issues)
  const isDepth = checkChoice(depth, REPORT_DEPTHS, [...path, 'depth'], issues)
  const day = readDay(date, [...path, 'date'], issues)
  return isDepth && day !== undefined ? { depth, day } : undefined
}

/** Checks and reads a grade, or a rating of the account's customer; what else a rating has is not looked at. */
export function readGrade(value: unknown, owner: unknown, path: Path, issues: Issue[]): ReadGrade | undefined {
  if (typeof value === 'string') return checkText(value, path, issues) ? { grade: value, meetsStandard: undefined } : undefined
  if (!isRecord(value)) {
    reportType(value, path, issues, 'string-or-object')
    return undefined
  }
  const { customer, grade, meetsStandard } = { ...value }
  checkOwner(customer, owner, path, issues)
  const isText = checkText(grade, [...path, 'grade'], issues)
  if (typeof meetsStandard !== 'boolean') reportType(meetsStandard, [...path, 'meetsStandard'], issues, 'boolean')
  return isText && typeof meetsStandard === 'boolean' ? { grade, meetsStandard } : undefined
}
