import type { Issue, Path } from '@clientele/core'
import { checkDecimal, checkList, createIssue } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'

const SMALLEST = '0.000000001'
const GREATEST = '1000000000'

/** A reciprocal may be rounded to as few decimal places. */
const FEWEST_DIGITS = 2

/** What a float64 cannot hold, relative to its size. */
const HAIR = 1e-12

const SHOWN_DIGITS = 6

/** Finds everything that is wrong with a matrix of pairwise judgements. */
export function checkPairwiseMatrix(matrix: unknown, path: Path, issues: Issue[]): void {
  if (!checkList(matrix, path, issues, { filled: true })) return
  const rows = Array.from(matrix, (row, index) => checkRow(row, index, matrix.length, path, issues))
  rows.forEach((row, index) => {
    row.slice(0, index).forEach((judgement, column) => {
      const opposite = rows[column]?.[index]
      if (judgement !== undefined && opposite !== undefined) checkReciprocal(judgement, opposite, [...path, index, column], issues)
    })
  })
}

/** The row's judgements that can be read. */
function checkRow(row: unknown, index: number, expected: number, path: Path, issues: Issue[]): (Decimal | undefined)[] {
  const place = [...path, index]
  if (!checkList(row, place, issues)) return []
  if (row.length !== expected) issues.push(createIssue('wrong-length', place, { expected, actual: row.length }))
  return Array.from(row, (judgement, column) => checkJudgement(judgement, [...place, column], issues, column === index))
}

function checkJudgement(value: unknown, path: Path, issues: Issue[], ofItself: boolean): Decimal | undefined {
  const judgement = checkDecimal(value, path, issues)
  if (judgement === undefined) return undefined
  const actual = decimalText(judgement)
  if (ofItself && !judgement.eq(1)) issues.push(createIssue('not-allowed', path, { allowed: ['1'], actual }))
  else if (judgement.lte(0)) issues.push(createIssue('not-above', path, { bound: '0', actual }))
  else if (judgement.lt(SMALLEST) || judgement.gt(GREATEST)) {
    issues.push(createIssue('out-of-range', path, { minimum: SMALLEST, maximum: GREATEST, actual }))
  } else return judgement
  return undefined
}

function checkReciprocal(judgement: Decimal, opposite: Decimal, path: Path, issues: Issue[]): void {
  const [smaller, greater] = judgement.lt(opposite) ? [judgement, opposite] : [opposite, judgement]
  const reciprocal = 1 / greater.toNumber()
  const halfUnit = 0.5 * 10 ** -Math.max(FEWEST_DIGITS, smaller.decimalPlaces())
  if (Math.abs(smaller.toNumber() - reciprocal) <= halfUnit + HAIR * reciprocal) return
  const expected = decimalText(new Decimal(1 / opposite.toNumber()).toSignificantDigits(SHOWN_DIGITS))
  issues.push(createIssue('not-reciprocal', path, { expected, actual: decimalText(judgement) }))
}
