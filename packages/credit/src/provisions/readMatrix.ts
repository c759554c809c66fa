import type { DecimalInput, Issue, PolicyReference } from '@clientele/core'
import { addIssuesAt, checkDecimal, policyReference } from '@clientele/core/checks'
import { Decimal, decimalText, ratio } from '@clientele/core/decimal'
import { checkProvisionMatrix } from './checkProvisionMatrix.js'
import type { ProvisionMatrix, ProvisionRate } from './types.js'

/** The loss that is expected of a bucket's debits: the fraction `part / whole` of integers, and the nearest number. */
export interface ReadLossRate {
  readonly part: bigint
  readonly whole: bigint
  readonly rate: number
}

/** A provision matrix, checked and read. */
export interface ReadMatrix {
  /** By bucket, in the matrix's order. */
  readonly rates: ReadonlyMap<string, ReadLossRate>
  readonly policy: PolicyReference
}

/** Checks and reads a provision matrix, or adds issues and returns undefined. */
export function readMatrix(value: unknown, issues: Issue[]): ReadMatrix | undefined {
  const found = checkProvisionMatrix(value)
  addIssuesAt(['matrix'], found, issues)
  return found.length === 0 ? prepare({ ...(value as ProvisionMatrix) }) : undefined
}

function prepare(matrix: ProvisionMatrix): ReadMatrix {
  return { rates: new Map(matrix.rates.map((rate) => [rate.bucket, prepareRate({ ...rate })])), policy: policyReference(matrix) }
}

function prepareRate(rate: ProvisionRate): ReadLossRate {
  const [lost, of] = 'percent' in rate ? [read(rate.percent), new Decimal(100)] : [read(rate.lost), read(rate.of)]
  const scale = new Decimal(10).pow(Math.max(lost.decimalPlaces(), of.decimalPlaces()))
  const [part, whole] = [lost, of].map((one) => BigInt(decimalText(one.times(scale)))) as [bigint, bigint]
  return { part, whole, rate: ratio(lost, of) as number }
}

function read(value: DecimalInput): Decimal {
  return checkDecimal(value, [], []) as Decimal
}
