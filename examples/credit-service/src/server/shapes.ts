import type { Issue } from '@clientele/core'
import { checkCurrency, checkInteger, checkText } from '@clientele/core/checks'
import { calendarDateSchema, checkedSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import { createOwnIssue, type OwnIssueCode } from './ownIssues.js'

/** Letters and digits of any script, and `.`, `_`, `-` after the first: it stands in an address. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u

/** Without control characters and halves of surrogate pairs, which PostgreSQL does not keep. */
const TEXT = /^[^\p{Cc}\p{Cs}]{1,200}$/u

const MONEY = /^(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?$/

export const idShape = textLike(ID, 'not-an-id')

/** For people. */
export const textShape = textLike(TEXT, 'not-a-plain-text')

/** Money is a string, for a number may be rounded by whoever reads or writes the JSON. */
export const moneyShape = textLike(MONEY, 'not-money')

export const currencyShape = checkedSchema(z.string(), (value) => collect((issues) => checkCurrency(value, [], issues)))

export const dateShape = calendarDateSchema

/** A policy's version: a number that counts, or any text that may be an id. */
export const versionShape: z.ZodType<string | number> = checkedSchema(z.union([z.string(), z.int()]), (value) =>
  collect((issues) => (typeof value === 'number' ? checkInteger(value, [], issues, { minimum: 1 }) : checkPattern(value, ID, 'not-an-id', issues))),
)

/** Of a request that says everything in its address. */
export const noBody = z.strictObject({})

function textLike(pattern: RegExp, code: OwnIssueCode): z.ZodType<string> {
  return checkedSchema(z.string(), (value) => collect((issues) => checkPattern(value, pattern, code, issues)))
}

function checkPattern(value: unknown, pattern: RegExp, code: OwnIssueCode, issues: Issue[]): void {
  if (checkText(value, [], issues) && !pattern.test(value)) issues.push(createOwnIssue(code, []))
}

function collect(check: (issues: Issue[]) => unknown): Issue[] {
  const issues: Issue[] = []
  check(issues)
  return issues
}
