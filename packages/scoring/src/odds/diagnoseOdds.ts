import type { OddsDiagnosis, OutcomeCounts } from './types.js'

/** Says what is to be known about a history: rows that it lacks, and counts that let nothing be compared. */
export function diagnoseOdds({ won, lost }: OutcomeCounts, rejected: number): OddsDiagnosis[] {
  const records = won + lost
  const diagnoses: OddsDiagnosis[] = []
  if (rejected > 0) diagnoses.push({ code: 'rows-rejected', params: { rejected, records } })
  if (records === 0) diagnoses.push({ code: 'no-history', params: {} })
  else if (won === 0 || lost === 0) diagnoses.push({ code: 'only-one-outcome', params: { outcome: won === 0 ? 'lost' : 'won', records } })
  return diagnoses
}
