import type { Issue } from '@clientele/core'
import { type Check, checkDay, checkMadeByPolicy, checkQuantity, checkShare, checkText, codedBy, listOf, membersOf } from '@clientele/core/checks'
import { Decimal, ratio } from '@clientele/core/decimal'
import { digitsOf } from '@clientele/core/explain'
import { checkProvisionMatrix } from '../provisions/checkProvisionMatrix.js'
import { type ReadLossRate, type ReadMatrix, readMatrix } from '../provisions/readMatrix.js'
import type { AllowanceBucket, AllowanceDiagnosis, LossAllowance, LossRates } from '../provisions/types.js'
import { checkAgrees } from './checkAgrees.js'
import { itemDiagnoses } from './itemDiagnoses.js'

const setAside = { debits: checkQuantity, rate: checkShare, allowance: checkQuantity }

/** Checks what {@link measureLossAllowance} returned. */
export const checkAllowance: Check = membersOf({
  asOf: checkDay,
  diagnoses: listOf(codedBy<AllowanceDiagnosis>({ 'rows-rejected': itemDiagnoses['rows-rejected'] })),
  currencies: listOf(membersOf({ currency: checkText, ...setAside, buckets: listOf(membersOf({ id: checkText, ...setAside })) })),
})

/** Adds an issue for all that is wrong with an allowance or its matrix, and where another matrix made it, also one of the same version. */
export function checkAllowanceOfMatrix(allowance: unknown, matrix: unknown, issues: Issue[]): void {
  checkMadeByPolicy(allowance, 'allowance', checkAllowance, { name: 'matrix', document: matrix, check: checkProvisionMatrix }, issues)
  if (issues.length === 0) checkRates(allowance as LossAllowance, readMatrix(matrix, issues) as ReadMatrix, issues)
}

/** Adds an issue for each bucket that has another rate or allowance than the matrix gives it. */
function checkRates({ currencies }: LossAllowance, { rates }: ReadMatrix, issues: Issue[]): void {
  currencies.forEach(({ buckets }, index) => {
    buckets.forEach((bucket, at) => {
      const place = ['allowance', 'currencies', index, 'buckets', at] as const
      const rate = rates.get(bucket.id)
      checkAgrees(bucket.rate, rate?.rate, [...place, 'rate'], issues)
      if (bucket.rate === rate?.rate) checkAgrees(bucket.allowance, allowanceOf(bucket, rate), [...place, 'allowance'], issues)
    })
  })
}

function allowanceOf({ debits, allowance }: AllowanceBucket, { part, whole }: ReadLossRate): string {
  const digits = digitsOf(allowance)
  return new Decimal(debits).times(String(part)).div(String(whole)).toDecimalPlaces(digits).toFixed(digits)
}

const checkRatesGiven: Check = membersOf({
  rates: listOf(membersOf({ bucket: checkText, lost: checkQuantity, of: checkQuantity, rate: checkShare })),
})

/** Adds an issue for all that is wrong with what {@link lossRatesFromRollRates} returned, and where a rate is not that of what is lost. */
export function checkLossRates(value: unknown, issues: Issue[]): void {
  checkRatesGiven(value, ['rates'], issues)
  if (issues.length > 0) return
  const { rates } = value as LossRates
  rates.forEach(({ lost, of, rate }, index) =>
    checkAgrees(rate, ratio(new Decimal(lost), new Decimal(of)), ['rates', 'rates', index, 'rate'], issues),
  )
}
