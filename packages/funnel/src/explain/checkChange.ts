import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  checkAgrees,
  checkLocalizedText,
  checkNumber,
  checkSameList,
  checkShare,
  checkText,
  checkUnique,
  createIssue,
  filled,
  listOf,
  membersOf,
  oneOf,
  optional,
  orNull,
} from '@clientele/core/checks'
import type { ChangeDecomposition, ChangeFactor, ChangePart, GroupChange } from '../change/types.js'
import { checkPart } from './checkConversion.js'
import { checkPartDifference, checkWithin } from './checkRates.js'
import { checkCurrencyOrNone, checkPositive } from './checkSums.js'

/** Below it a number has lost digits, and none may be left. */
const SMALLEST = 1e-290

const FACTORS: readonly ChangeFactor[] = ['volume', 'mix', 'rate', 'value', 'speed']

const checkGroup = membersOf({
  group: orNull(checkText),
  shareBefore: orNull(checkPart),
  shareAfter: orNull(checkPart),
  rateBefore: orNull(checkPart),
  rateAfter: orNull(checkPart),
  mix: checkPartDifference,
  rate: checkPartDifference,
  contribution: checkPartDifference,
})

const checkShape: Check = membersOf({
  of: oneOf(['value', 'rate']),
  before: checkShare,
  after: checkShare,
  difference: checkNumber,
  parts: filled(
    membersOf({
      factor: oneOf(FACTORS),
      amount: checkNumber,
      before: orNull(checkShare),
      after: orNull(checkShare),
      change: orNull(checkNumber),
    }),
  ),
  groups: optional(listOf(checkGroup)),
  subject: optional((value, path, issues) => {
    checkLocalizedText(value, path, issues)
  }),
  currency: checkCurrencyOrNone,
  counted: oneOf(['leads', 'deals']),
})

/** Adds an issue for all that is wrong with why something changed, such as parts that do not add up. */
export function checkChange(value: unknown, issues: Issue[]): void {
  const start = issues.length
  checkShape(value, ['change'], issues)
  if (issues.length > start) return
  const change = value as ChangeDecomposition
  const { of, before, after, difference, parts, groups } = change
  checkSameList(
    parts.map(({ factor }) => factor),
    factorsOf(change),
    ['change', 'parts'],
    issues,
  )
  if (issues.length > start) return
  if (of === 'rate') for (const [name, rate] of Object.entries({ before, after })) checkPart(rate, ['change', name], issues)
  const sum = parts.reduce((total, { amount }) => total + amount, 0)
  if (sum !== difference) issues.push(createIssue('sum-differs', ['change', 'parts'], { expected: String(difference), actual: String(sum) }))
  const size = parts.reduce((total, { amount }) => total + Math.abs(amount), before + after + SMALLEST)
  checkWithin(difference, after - before, size, ['change', 'difference'], issues)
  parts.forEach((part, index) => checkFactor(part, groups !== undefined, ['change', 'parts', index], issues))
  if (groups !== undefined) checkGroups(groups, change, issues)
}

/** The factors that there must be. */
function factorsOf({ of, parts, groups }: ChangeDecomposition): readonly ChangeFactor[] {
  if (of === 'rate') return groups === undefined ? [] : ['mix', 'rate']
  const isTimed = parts.some(({ factor }) => factor === 'speed')
  return FACTORS.filter((factor) => (factor !== 'mix' || groups !== undefined) && (factor !== 'speed' || isTimed))
}

/** By how much a factor rose follows of what it was and is; the mix of groups, and their rates, are no single number. */
function checkFactor({ factor, before, after, change }: ChangePart, hasGroups: boolean, path: Path, issues: Issue[]): void {
  if (factor === 'mix' || (factor === 'rate' && hasGroups)) {
    checkAgrees({ before, after, change }, { before: null, after: null, change: null }, path, issues)
    return
  }
  const start = issues.length
  const check = factor === 'rate' ? checkPart : factor === 'speed' ? checkPositive : checkShare
  check(before, [...path, 'before'], issues)
  check(after, [...path, 'after'], issues)
  if (issues.length > start || before === null || after === null) return
  const [is, was] = factor === 'speed' ? [before, after] : [after, before]
  if (was >= SMALLEST && Number.isFinite(is / was)) checkWithin(change, is / was - 1, Math.max(1, is / was), [...path, 'change'], issues)
}

/** What groups contribute adds up to the difference in the rate. */
function checkGroups(groups: readonly GroupChange[], { of, before, parts }: ChangeDecomposition, issues: Issue[]): void {
  const path: Path = ['change', 'groups']
  checkUnique(
    groups.map(({ group }) => JSON.stringify(group)),
    (index) => [...path, index, 'group'],
    issues,
  )
  groups.forEach(({ mix, rate, contribution }, index) => checkWithin(contribution, mix + rate, 1, [...path, index, 'contribution'], issues))
  const sumOf = (part: (group: GroupChange) => number): number => groups.reduce((sum, group) => sum + part(group), 0)
  const sides = (['Before', 'After'] as const).filter((side) => groups.some((group) => group[`share${side}`] !== null))
  for (const side of sides)
    checkWithin(
      sumOf((group) => group[`share${side}`] ?? 0),
      1,
      1,
      path,
      issues,
    )
  if (of === 'rate') {
    for (const { factor, amount } of parts)
      checkWithin(
        sumOf((group) => group[factor === 'mix' ? 'mix' : 'rate']),
        amount,
        1,
        path,
        issues,
      )
    checkWithin(sumOf(convertedBefore), before, 1, ['change', 'before'], issues)
  }
  if (sides.length < 2) return
  const rise = sumOf((group) => (group.shareAfter ?? 0) * (group.rateAfter ?? 0) - convertedBefore(group))
  checkWithin(
    sumOf(({ contribution }) => contribution),
    rise,
    1,
    path,
    issues,
  )
}

/** Which share of all that entered was of the group and converted. */
function convertedBefore({ shareBefore, rateBefore }: GroupChange): number {
  return (shareBefore ?? 0) * (rateBefore ?? 0)
}
