import type { AlikeRows } from './groupAlike.js'
import type { FitDiagnosis } from './types.js'

/** A rule of thumb: of fewer, each parameter would rest on a handful of customers. */
const LEAST_REPEAT_BUYERS = 30

/** What is to be known of the customers that a model is fitted to, whichever model. */
export function diagnoseBook(groups: readonly AlikeRows[], customers: number, repeatBuyers: number): FitDiagnosis[] {
  const diagnoses: FitDiagnosis[] = []
  if (repeatBuyers > 0 && repeatBuyers < LEAST_REPEAT_BUYERS) {
    diagnoses.push({ code: 'few-repeat-buyers', params: { count: repeatBuyers, least: LEAST_REPEAT_BUYERS } })
  }
  if (customers > 1 && groups.length === 1) diagnoses.push({ code: 'all-alike', params: { customers } })
  return diagnoses
}

/** That rows were rejected, if they were. */
export function diagnoseRows(rejected: number, read: number): FitDiagnosis[] {
  return rejected > 0 ? [{ code: 'rows-rejected', params: { rejected, read } }] : []
}
