import type { Issue } from '@clientele/core'
import {
  checkChoice,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkPolicyHeader,
  checkRecord,
  policyKeys,
  roundingModes,
} from '@clientele/core/checks'
import { checkAbove } from '../money/checkAbove.js'
import { checkDateStep } from './checkDateStep.js'
import { checkShare, checkSharesTogether, type ReadShare } from './checkShare.js'

const KEYS = [...policyKeys, 'title', 'rounding', 'cashStep', 'lines']

/**
 * Finds everything that is wrong with an instalment plan, whichever amount it is for.
 *
 * The lines must take the whole of any amount: a line of the type `rest` stands last, or there is none and the percentages add up to exactly
 * 100, all of the total and without fixed amounts, or all of what fixed amounts leave.
 *
 * @param value - Anything; {@link InstalmentPlan} says what an instalment plan is.
 * @returns The issues, none for a plan that {@link planInstalments} takes; their paths start at the plan.
 * @example
 * import { checkInstalmentPlan } from '@clientele/credit'
 *
 * const half = { share: { type: 'percent', percent: '50', of: 'total' }, due: [] }
 * const third = { share: { type: 'percent', percent: '30', of: 'total' }, due: [{ addMonths: 1 }] }
 * const issues = checkInstalmentPlan({ kind: 'instalment-plan', id: 'two', version: 1, lines: [half, third] })
 * issues.map(({ code, path, params }) => [code, path, params]) //=> [['shares-not-whole', ['lines', 1, 'share'], { actual: '80' }]]
 */
export function checkInstalmentPlan(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(value: { readonly [key: string]: unknown }, issues: Issue[]): void {
  checkKeys(value, KEYS, [], issues)
  checkPolicyHeader(value, 'instalment-plan', [], issues)
  if (value['title'] !== undefined) checkLocalizedText(value['title'], ['title'], issues)
  if (value['rounding'] !== undefined) checkChoice(value['rounding'], roundingModes, ['rounding'], issues)
  if (value['cashStep'] !== undefined) checkAbove(value['cashStep'], '0', ['cashStep'], issues)
  if (!checkList(value['lines'], ['lines'], issues, { filled: true })) return
  const shares = Array.from(value['lines'], (line, index) => checkLine(line, index, issues))
  checkSharesTogether(shares, ['lines'], issues)
}

/** Checks a line, and reads its share where nothing is wrong with that. */
function checkLine(value: unknown, index: number, issues: Issue[]): ReadShare | undefined {
  const path = ['lines', index]
  if (!checkRecord(value, path, issues)) return undefined
  const { share, due, ...others } = { ...value }
  checkKeys(others, ['share', 'due'], path, issues)
  const read = checkShare(share, [...path, 'share'], issues)
  if (checkList(due, [...path, 'due'], issues)) Array.from(due).forEach((step, place) => checkDateStep(step, [...path, 'due', place], issues))
  return read
}
