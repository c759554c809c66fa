import type { DecimalString, Issue, Path } from '@clientele/core'
import { checkDecimal, checkKeys, checkLocalizedText, checkMembers, createIssue } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { checkAtMost } from '../money/checkAtMost.js'
import { checkFromOnce, indexReached, readFrom, sortByFrom } from './fromValues.js'

/** A grade, checked and read. */
export interface ReadCreditGrade {
  readonly id: string
  /** Null is below every score. */
  readonly from: Decimal | null
  readonly expectedPercent: Decimal
}

/** A score, as what it is divided by gives it. */
export interface ScoreFraction {
  readonly points: Decimal
  /** Above 0. */
  readonly divisor: Decimal
}

interface PlacedGrade extends ReadCreditGrade {
  readonly index: number
}

const KEYS = ['id', 'title', 'from', 'expectedBadDebtPercent']
const SHOWN_UNITS = '1e20'

/** Reads grades, the worst first, which must cover every score from the `least` on, where that is known; what is wrong becomes issues. */
export function readGrades(value: unknown, least: ScoreFraction | undefined, path: Path, issues: Issue[]): ReadCreditGrade[] {
  const before = issues.length
  const froms: (Decimal | null | undefined)[] = []
  const read: PlacedGrade[] = []
  checkMembers(value, path, issues, (grade, place) => {
    const { id, title, from, expectedBadDebtPercent } = grade
    const index = place.at(-1) as number
    checkKeys(grade, KEYS, place, issues)
    if (title !== undefined) checkLocalizedText(title, [...place, 'title'], issues)
    froms[index] = readFrom(from, [...place, 'from'], issues)
    const expectedPercent = readPercent(expectedBadDebtPercent, [...place, 'expectedBadDebtPercent'], issues)
    if (froms[index] === undefined || expectedPercent === undefined) return
    read.push({ id: id as string, from: froms[index], expectedPercent, index })
  })
  const isOrdered = checkFromOnce(froms, path, issues)
  const grades = sortByFrom(read)
  const isRight = issues.length === before
  if (isOrdered) checkLosses(grades, path, issues)
  if (isRight && least !== undefined) checkCovered(grades, least, path, issues)
  return grades
}

/** Reads a percentage from 0 to 100, or adds issues. */
export function readPercent(value: unknown, path: Path, issues: Issue[]): Decimal | undefined {
  const percent = checkDecimal(value, path, issues, { minimum: '0' })
  checkAtMost(percent, new Decimal(100), path, issues)
  return percent
}

/** From the best grade down, none may have a smaller expected loss than one before it. */
function checkLosses(grades: readonly PlacedGrade[], path: Path, issues: Issue[]): void {
  let greatest: Decimal | undefined
  for (const { index, expectedPercent } of [...grades].reverse()) {
    if (greatest === undefined || expectedPercent.gte(greatest)) greatest = expectedPercent
    else {
      const params = { minimum: decimalText(greatest), actual: decimalText(expectedPercent) }
      issues.push(createIssue('too-small', [...path, index, 'expectedBadDebtPercent'], params))
    }
  }
}

function checkCovered(grades: readonly PlacedGrade[], least: ScoreFraction, path: Path, issues: Issue[]): void {
  const [lowest] = grades
  if (lowest === undefined || lowest.from === null || indexReached(grades, least.points, least.divisor) >= 0) return
  issues.push(createIssue('too-large', [...path, lowest.index, 'from'], { maximum: boundOf(least), actual: decimalText(lowest.from) }))
}

/** A score as text, rounded down to 20 places where it is divided, so that it is never above the score. */
function boundOf({ points, divisor }: ScoreFraction): DecimalString {
  if (divisor.eq(1)) return decimalText(points)
  const scaled = points.times(SHOWN_UNITS)
  const whole = scaled.divToInt(divisor)
  const floor = whole.times(divisor).gt(scaled) ? whole.minus(1) : whole
  return decimalText(floor.div(SHOWN_UNITS))
}
