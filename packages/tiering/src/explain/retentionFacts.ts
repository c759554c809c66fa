import { formatMessage } from '@clientele/core/explain'
import type { TieringLocale } from '../locales/types.js'
import type { RetentionDiagnosis, RetentionRates } from '../retention/types.js'

/** What sentences about customers by period have in common. */
type Counted = Pick<RetentionRates, 'asOf' | 'basis' | 'diagnoses'>

/** The day, and what a period is called. */
export function retentionFacts({ asOf, basis }: Counted, { retention }: TieringLocale): { readonly asOf: string; readonly basis: string } {
  return { asOf, basis: retention.basis[basis] }
}

/** What is to be known about the counts; that there are no customers is said elsewhere, and so is what is `told` already. */
export function explainRetentionDiagnoses(counted: Counted, locale: TieringLocale, told?: RetentionDiagnosis['code']): string[] {
  return counted.diagnoses.flatMap((diagnosis) => (diagnosis.code === told ? [] : explainRetentionDiagnosis(diagnosis, counted, locale)))
}

function explainRetentionDiagnosis({ code, params }: RetentionDiagnosis, counted: Counted, locale: TieringLocale): string[] {
  return code === 'no-customers' ? [] : [formatMessage(locale.retention.diagnoses[code], { ...retentionFacts(counted, locale), ...params })]
}
