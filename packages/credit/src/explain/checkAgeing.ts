import type { Issue } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkCount,
  checkDay,
  checkMadeByPolicy,
  checkQuantity,
  checkText,
  codedBy,
  listOf,
  membersOf,
} from '@clientele/core/checks'
import { checkAgeingScheme, NOT_DUE } from '../ageing/checkAgeingScheme.js'
import type { Ageing, AgeingDiagnosis, AgeingScheme } from '../ageing/types.js'
import { checkAgrees } from './checkAgrees.js'
import { itemDiagnoses } from './itemDiagnoses.js'

const diagnoses: CodeChecks<AgeingDiagnosis> = {
  ...itemDiagnoses,
  'items-settled': { count: checkCount },
  'settled-beyond-amount': { count: checkCount },
  'applications-rejected': { count: checkCount },
}

const bucket = membersOf({ id: checkText, count: checkCount, amount: checkQuantity, debits: checkQuantity, credits: checkQuantity })

const balance = { total: checkQuantity, debits: checkQuantity, credits: checkQuantity, disputed: checkQuantity, buckets: listOf(bucket) }

/** Checks what {@link ageReceivables} returned, but for its items. */
export const checkAgeing: Check = membersOf({
  asOf: checkDay,
  currencies: listOf(membersOf({ currency: checkText, ...balance, customers: listOf(membersOf({ customer: checkText, ...balance })) })),
  diagnoses: listOf(codedBy<AgeingDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with an ageing or its scheme, and where another scheme made it, also one of the same version. */
export function checkAgeingOfScheme(ageing: unknown, scheme: unknown, issues: Issue[]): void {
  checkMadeByPolicy(ageing, 'ageing', checkAgeing, { name: 'scheme', document: scheme, check: checkAgeingScheme }, issues)
  if (issues.length === 0) checkBuckets(ageing as Ageing, scheme as AgeingScheme, issues)
}

/** Adds an issue for the first bucket of each currency that is another than the scheme's. */
function checkBuckets({ currencies }: Ageing, { by, buckets }: AgeingScheme, issues: Issue[]): void {
  const ids = [...(by === 'due-date' ? [NOT_DUE] : []), ...buckets.map(({ id }) => id)]
  currencies.forEach((aged, index) => {
    const found = aged.buckets.map(({ id }) => id)
    const other = Array.from({ length: Math.max(ids.length, found.length) }, (_, at) => at).find((at) => found[at] !== ids[at])
    if (other !== undefined) checkAgrees(found[other], ids[other], ['ageing', 'currencies', index, 'buckets', other, 'id'], issues)
  })
}
