import type { Issue } from '@clientele/core'
import { addIssuesAt, checkInteger, createIssue } from '@clientele/core/checks'
import { checkRfmScheme, checkTierScheme } from '@clientele/tiering'

/** Finds everything that is wrong with what a config says of tiers and of recency, frequency and monetary value, each part in itself. */
export function checkTiering({ tiers, averageMonths, rfm }: { readonly [key: string]: unknown }, issues: Issue[]): void {
  if (tiers !== undefined) addIssuesAt(['tiers'], checkTierScheme(tiers), issues)
  else if (averageMonths !== undefined) issues.push(createIssue('missing', ['tiers'], {}))
  if (averageMonths !== undefined) checkInteger(averageMonths, ['averageMonths'], issues, { minimum: 1 })
  if (rfm !== undefined) addIssuesAt(['rfm'], checkRfmScheme(rfm), issues)
}
