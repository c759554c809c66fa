import type { ReadReport } from '../accounts/readJudgement.js'
import type { Situation } from './situation.js'

/** The account's report; one of a later day is not there yet. */
export function reportOf({ account, asOf }: Situation): ReadReport | undefined {
  return account.report !== undefined && account.report.day <= asOf ? account.report : undefined
}
