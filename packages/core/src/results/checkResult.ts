import { checkCalendarDate } from '../checks/checkCalendarDate.js'
import { checkChoice, checkInteger, checkList, checkRecord, ownValue, reportType } from '../checks/checkShape.js'
import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'

/** Adds an issue for all that is said of a result, and is missing or of another kind; what else a result has is not looked at. */
export type Check = (value: unknown, path: Path, issues: Issue[]) => void

/** A check for every parameter of every code of a union of reasons or diagnoses. */
export type CodeChecks<Coded extends { readonly code: string; readonly params: object }> = {
  readonly [Code in Coded['code']]: { readonly [Name in keyof Extract<Coded, { readonly code: Code }>['params']]: Check }
}

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/

/** Checks an exact quantity as results have it: a decimal string without an exponent, of any length. */
export const checkQuantity: Check = (value, path, issues) => {
  if (typeof value !== 'string') reportType(value, path, issues, 'string')
  else if (!DECIMAL.test(value)) issues.push(createIssue('not-a-decimal', path, { actual: describeValue(value) }))
}

/** Checks a calendar date. */
export const checkDay: Check = (value, path, issues) => {
  checkCalendarDate(value, path, issues)
}

/** Checks an integer of 0 or more. */
export const checkCount: Check = (value, path, issues) => {
  checkInteger(value, path, issues, { minimum: 0 })
}

/** A check of a word out of a list. */
export function oneOf(choices: readonly string[]): Check {
  return (value, path, issues) => {
    checkChoice(value, choices, path, issues)
  }
}

/** A check of an object, by its members. */
export function membersOf(checks: { readonly [name: string]: Check }): Check {
  return (value, path, issues) => {
    if (!checkRecord(value, path, issues)) return
    for (const [name, check] of Object.entries(checks)) check(ownValue(value, name), [...path, name], issues)
  }
}

/** A check of a list, by its elements. */
export function listOf(check: Check): Check {
  return (value, path, issues) => {
    if (checkList(value, path, issues)) Array.from(value).forEach((member, index) => check(member, [...path, index], issues))
  }
}

/** A check of what may be left out. */
export function optional(check: Check): Check {
  return (value, path, issues) => {
    if (value !== undefined) check(value, path, issues)
  }
}

/** Checks a reason or a diagnosis: its code, and the parameters of that code. */
export function codedBy<Coded extends { readonly code: string; readonly params: object }>(params: CodeChecks<Coded>): Check {
  return (value, path, issues) => {
    if (!checkRecord(value, path, issues)) return
    const code = ownValue(value, 'code')
    if (checkChoice(code, Object.keys(params) as Coded['code'][], [...path, 'code'], issues))
      membersOf(params[code])(ownValue(value, 'params'), [...path, 'params'], issues)
  }
}
