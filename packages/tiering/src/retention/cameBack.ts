import type { PeriodRetention, RetentionDiagnosis } from './types.js'

/** Sums counts up over all periods. */
export function sumPeriods(periods: readonly PeriodRetention[]): Pick<PeriodRetention, 'retained' | 'lost' | 'reactivated'> {
  const sumOf = (key: 'retained' | 'lost' | 'reactivated'): number => periods.reduce((sum, period) => sum + period[key], 0)
  return { retained: sumOf('retained'), lost: sumOf('lost'), reactivated: sumOf('reactivated') }
}

/** Where customers came back who had counted as lost, that churn rates tell of pauses too. */
export function diagnoseCameBack({ lost, reactivated }: Pick<PeriodRetention, 'lost' | 'reactivated'>): RetentionDiagnosis[] {
  return reactivated === 0 ? [] : [{ code: 'lost-came-back', params: { lost, reactivated } }]
}
