import type { RejectedRow } from '@clientele/core'
import { policyReference } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import type { AgeingRun } from './ageingRun.js'
import { composeCurrencies } from './composeCurrencies.js'
import type { ItemGroups } from './itemGroups.js'
import type { Ageing, AgeingDiagnosis } from './types.js'

/** All that is told of so many items but the items themselves; `laterApplications` are those of the items that were counted. */
export function composeAgeing(
  run: AgeingRun,
  groups: ItemGroups,
  length: number,
  laterApplications: number,
  rejected: readonly RejectedRow[],
): Omit<Ageing, 'items'> {
  const diagnoses: AgeingDiagnosis[] = []
  if (rejected.length > 0) {
    diagnoses.push({ code: 'rows-rejected', params: { rejected: rejected.length, items: length - rejected.length } })
  }
  const counts = {
    'items-after-as-of': run.later,
    'applications-after-as-of': laterApplications,
    'items-settled': countSettled(run),
    'settled-beyond-amount': run.beyond,
  }
  for (const [code, count] of Object.entries(counts)) {
    if (count > 0) diagnoses.push({ code: code as keyof typeof counts, params: { count } })
  }
  return {
    asOf: formatDay(run.asOf) as string,
    currencies: composeCurrencies(run.sums, groups, run.prepared.buckets),
    rejected,
    diagnoses,
    policies: run.prepared.policies.map(policyReference),
  }
}

function countSettled({ sums: { width, capacity, counts } }: AgeingRun): number {
  return counts.subarray((width - 1) * capacity).reduce((settled, count) => settled + count, 0)
}
