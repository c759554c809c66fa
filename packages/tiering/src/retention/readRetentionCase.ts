import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, createIssue } from '@clientele/core/checks'
import { compareQuantities, type Quantity, quantityOf, quantityText, readQuantity } from '../numbers/quantity.js'
import type { RetentionCase } from './types.js'

/** A customer who stays with the same probability each period, checked and read. */
export interface ReadRetentionCase {
  readonly margin: Quantity
  readonly retentionRate: Quantity
  readonly discountRate: Quantity
  readonly from: RetentionCase['from']
}

const KEYS = ['margin', 'retentionRate', 'discountRate', 'from']
/** When the first margin may come in. */
export const STARTS: readonly RetentionCase['from'][] = ['now', 'next-period']
const PATH: Path = ['retention']

/** Checks and reads a case, or adds issues and returns undefined. */
export function readRetentionCase(value: unknown, issues: Issue[]): ReadRetentionCase | undefined {
  if (!checkRecord(value, PATH, issues)) return undefined
  const { margin, retentionRate, discountRate, from, ...others } = { ...(value as Partial<RetentionCase>) }
  checkKeys(others, KEYS, PATH, issues)
  const marginRead = readQuantity(margin, [...PATH, 'margin'], issues)
  const rate = readQuantity(retentionRate, [...PATH, 'retentionRate'], issues, { minimum: '0', maximum: '1' })
  const discount = readQuantity(discountRate, [...PATH, 'discountRate'], issues, { minimum: '0' })
  const isKnown = checkChoice(from, STARTS, [...PATH, 'from'], issues)
  if (marginRead === undefined || rate === undefined || discount === undefined || !isKnown) return undefined
  if (discount.units === 0n && compareQuantities(rate, quantityOf('1')) === 0) {
    issues.push(createIssue('not-above', [...PATH, 'discountRate'], { bound: '0', actual: quantityText(discount) }))
    return undefined
  }
  return { margin: marginRead, retentionRate: rate, discountRate: discount, from }
}
