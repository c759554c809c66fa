import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord } from '@clientele/core/checks'
import type { Fraction } from '../numbers/fraction.js'
import { readDaysInYear, readFigure, readPercent, readShareOfAll } from './readFigure.js'

/** What credit sales tie up and cost, checked and read; percentages are the fractions they are. */
export interface ReadReceivablesCost {
  readonly dailySales: Fraction
  readonly collectionDays: Fraction
  readonly variableCost: Fraction
  readonly costOfCapital: Fraction
  readonly management: Fraction
  readonly badDebt: Fraction
  readonly daysInYear: Fraction
}

const FIGURES = ['dailySales', 'collectionDays', 'variableCostPercent', 'costOfCapitalPercent', 'managementCost', 'badDebtPercent']
const KEYS = [...FIGURES, 'daysInYear']
const USUAL_YEAR = 360

/** Checks and reads what credit sales tie up and cost, or adds issues and returns undefined. */
export function readReceivablesCost(value: unknown, path: Path, issues: Issue[]): ReadReceivablesCost | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  const figures = { ...value }
  checkKeys(figures, KEYS, path, issues)
  const { daysInYear = USUAL_YEAR } = figures
  const read = {
    dailySales: readFigure(figures['dailySales'], [...path, 'dailySales'], issues),
    collectionDays: readFigure(figures['collectionDays'], [...path, 'collectionDays'], issues),
    variableCost: readPercent(figures['variableCostPercent'], [...path, 'variableCostPercent'], issues),
    costOfCapital: readPercent(figures['costOfCapitalPercent'], [...path, 'costOfCapitalPercent'], issues),
    management: readFigure(figures['managementCost'], [...path, 'managementCost'], issues),
    badDebt: readShareOfAll(figures['badDebtPercent'], [...path, 'badDebtPercent'], issues),
    daysInYear: readDaysInYear(daysInYear, [...path, 'daysInYear'], issues),
  }
  return issues.length > before ? undefined : (read as ReadReceivablesCost)
}
