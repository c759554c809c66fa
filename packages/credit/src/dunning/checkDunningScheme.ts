import type { Issue, Path } from '@clientele/core'
import {
  addIssuesAt,
  checkInteger,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkPolicyHeader,
  checkRecord,
  checkText,
  createIssue,
  policyKeys,
  readDuration,
} from '@clientele/core/checks'
import { checkInterestRate } from '../interest/checkInterestRate.js'
import { readAmountByCurrency } from '../money/readAmountByCurrency.js'
import { readFlag } from '../receivables/readFlag.js'

type Document = { readonly [key: string]: unknown }

const KEYS = [...policyKeys, 'title', 'levels', 'minimumAmount', 'skipDisputed', 'interest']
const LEVEL_KEYS = ['level', 'afterDays', 'minimumInterval', 'letter', 'feeAmount', 'block']

/**
 * Finds everything that is wrong with a dunning scheme, whichever items it is for.
 *
 * @param value - Anything; {@link DunningScheme} says what a dunning scheme is.
 * @returns The issues, none for a scheme that {@link planDunning} takes; their paths start at the scheme. A fee or a minimum that has no currency
 * may still have more decimal places than a currency of the items, which only `planDunning` can tell.
 * @example
 * import { checkDunningScheme } from '@clientele/credit'
 *
 * const levels = [{ level: 1, afterDays: 20, letter: 'reminder' }, { level: 2, afterDays: 5, letter: 'final-notice' }]
 * const issues = checkDunningScheme({ kind: 'dunning-scheme', id: 'usual', version: 1, levels })
 * issues.map(({ path, message }) => ({ path, message })) //=> [{ path: ['levels', 1, 'afterDays'], message: 'must be above 20, not 5' }]
 */
export function checkDunningScheme(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(value: Document, issues: Issue[]): void {
  checkKeys(value, KEYS, [], issues)
  checkPolicyHeader(value, 'dunning-scheme', [], issues)
  if (value['title'] !== undefined) checkLocalizedText(value['title'], ['title'], issues)
  checkLevels(value['levels'], issues)
  if (value['minimumAmount'] !== undefined) readAmountByCurrency(value['minimumAmount'], ['minimumAmount'], issues)
  readFlag(value['skipDisputed'], ['skipDisputed'], issues)
  if (value['interest'] !== undefined) addIssuesAt(['interest'], checkInterestRate(value['interest']), issues)
}

function checkLevels(value: unknown, issues: Issue[]): void {
  if (!checkList(value, ['levels'], issues, { filled: true })) return
  const levels = Array.from(value, (level, index) => checkLevel(level, ['levels', index], issues))
  checkAscending(levels, 'level', issues)
  checkAscending(levels, 'afterDays', issues)
}

/** Checks a level, and gives a copy of its own properties, none where it is no object. */
function checkLevel(value: unknown, path: Path, issues: Issue[]): Document {
  if (!checkRecord(value, path, issues)) return {}
  const level = { ...value }
  checkKeys(level, LEVEL_KEYS, path, issues)
  checkInteger(level['level'], [...path, 'level'], issues, { minimum: 1 })
  checkInteger(level['afterDays'], [...path, 'afterDays'], issues, { minimum: 1 })
  if (level['minimumInterval'] !== undefined) readDuration(level['minimumInterval'], [...path, 'minimumInterval'], issues)
  checkText(level['letter'], [...path, 'letter'], issues)
  if (level['feeAmount'] !== undefined) readAmountByCurrency(level['feeAmount'], [...path, 'feeAmount'], issues)
  readFlag(level['block'], [...path, 'block'], issues)
  return level
}

/** Each must be above all before it; what is no integer of 1 or more has its own issue. */
function checkAscending(levels: readonly Document[], key: 'level' | 'afterDays', issues: Issue[]): void {
  let greatest: number | undefined
  for (const [index, level] of levels.entries()) {
    const value = level[key]
    if (!checkInteger(value, [], [], { minimum: 1 })) continue
    if (greatest !== undefined && value <= greatest) {
      issues.push(createIssue('not-above', ['levels', index, key], { bound: String(greatest), actual: String(value) }))
    }
    greatest = Math.max(value, greatest ?? value)
  }
}
