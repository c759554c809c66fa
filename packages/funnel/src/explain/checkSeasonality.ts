import type { Issue } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkCount,
  checkInteger,
  checkShare,
  codedBy,
  createIssue,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import type { Seasonality, SeasonalityDiagnosis } from '../seasons/types.js'
import { ROUNDING } from './checkConversion.js'

const LEAST_PERIOD = 2

const history = { needed: checkCount, there: checkCount }

const diagnoses: CodeChecks<SeasonalityDiagnosis> = { 'insufficient-history': history, 'nothing-sold': history }

const checkPeriod: Check = (value, path, issues) => {
  checkInteger(value, path, issues, { minimum: LEAST_PERIOD })
}

const checkShape: Check = membersOf({
  period: checkPeriod,
  indices: orNull(listOf(checkShare)),
  samples: listOf(checkCount),
  diagnoses: listOf(codedBy<SeasonalityDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with the indices of a season, such as a mean that is not 1. */
export function checkSeasonality(value: unknown, issues: Issue[]): void {
  const before = issues.length
  checkShape(value, ['seasonality'], issues)
  if (issues.length > before) return
  const { period, indices, samples, diagnoses: told } = value as Seasonality
  const hasLength = ({ length: actual }: readonly number[], name: string): boolean => {
    if (actual !== period) issues.push(createIssue('wrong-length', ['seasonality', name], { expected: period, actual }))
    return actual === period
  }
  hasLength(samples, 'samples')
  if ((indices === null) !== told.length > 0) checkAgrees(told.length, indices === null ? 1 : 0, ['seasonality', 'diagnoses'], issues)
  if (indices === null || !hasLength(indices, 'indices')) return
  const sum = indices.reduce((total, index) => total + index, 0)
  if (Math.abs(sum - period) > ROUNDING * period) {
    issues.push(createIssue('sum-differs', ['seasonality', 'indices'], { expected: String(period), actual: String(sum) }))
  }
}
