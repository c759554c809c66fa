import type { Issue, Path } from '@clientele/core'
import { checkDecimal, checkList, checkRecord, checkText, throwIssues } from '@clientele/core/checks'

/** Throws where a result lacks a measure of 0 or more, or its bands lack numbers. */
export function checkBandedResult(result: unknown, name: string, measure: string, numbers: readonly string[]): void {
  const issues: Issue[] = []
  if (checkRecord(result, [name], issues)) {
    const { [measure]: measured, bands } = { ...result }
    checkDecimal(measured, [name, measure], issues, { minimum: '0' })
    if (checkList(bands, [name, 'bands'], issues)) {
      Array.from(bands).forEach((band, index) => checkNumbers(band, numbers, [name, 'bands', index], issues))
    }
  }
  throwIssues(issues)
}

function checkNumbers(band: unknown, numbers: readonly string[], path: Path, issues: Issue[]): void {
  if (!checkRecord(band, path, issues)) return
  const own = { ...band }
  if (own['id'] !== undefined) checkText(own['id'], [...path, 'id'], issues)
  for (const key of numbers) checkDecimal(own[key], [...path, key], issues)
}
