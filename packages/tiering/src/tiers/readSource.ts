import type { CalendarDate, Issue, Path } from '@clientele/core'
import { checkList, checkRecord, isRecord, ownValue } from '@clientele/core/checks'
import { readDay } from '../dates/readDay.js'
import type { TierDiagnosis } from './types.js'

type Result = { readonly [key: string]: unknown }

/** What is to be known of tiers because of the result that customers were taken from: rows that it rejected. */
export function readRejected(result: Result, path: Path, issues: Issue[]): TierDiagnosis[] {
  const rejected = ownValue(result, 'rejected')
  const isFilled = rejected !== undefined && checkList(rejected, [...path, 'rejected'], issues) && rejected.length > 0
  return isFilled ? [{ code: 'source-rows-rejected', params: { rejected: rejected.length } }] : []
}

/** What is to be known of tiers because of the averages that customers were taken from: a month that counts as a whole one and was not over. */
export function readMonthNotOver(averages: Result, path: Path, issues: Issue[]): TierDiagnosis[] {
  const diagnoses = ownValue(averages, 'diagnoses')
  const place = [...path, 'diagnoses']
  if (diagnoses === undefined || !checkList(diagnoses, place, issues)) return []
  const index = diagnoses.findIndex((diagnosis) => isRecord(diagnosis) && ownValue(diagnosis, 'code') === 'month-not-over')
  if (index === -1) return []
  const params = ownValue(diagnoses[index] as Result, 'params')
  const within = [...place, index, 'params']
  if (!checkRecord(params, within, issues)) return []
  const [asOf, to] = [readDate(params, 'asOf', within, issues), readDate(params, 'to', within, issues)]
  return asOf === undefined || to === undefined ? [] : [{ code: 'month-not-over', params: { asOf, to } }]
}

function readDate(params: Result, key: string, path: Path, issues: Issue[]): CalendarDate | undefined {
  const value = ownValue(params, key)
  return readDay(value, [...path, key], issues) === undefined ? undefined : (value as CalendarDate)
}
