import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord } from '@clientele/core/checks'
import { readDay } from './readDay.js'

/** Reads the day of the answer from options that have nothing else, or adds issues and returns undefined. */
export function readAsOf(options: unknown, issues: Issue[]): number | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  const { asOf, ...others } = { ...options }
  checkKeys(others, ['asOf'], ['options'], issues)
  return readDay(asOf, ['options', 'asOf'], issues)
}
