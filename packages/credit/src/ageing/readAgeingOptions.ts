import type { InvalidRows, Issue } from '@clientele/core'
import { checkChoice, isRecord, ownValue, readOptions } from '@clientele/core/checks'
import { readDay } from '../invoices/readInvoice.js'

/** How receivables are aged, checked and read. */
export interface AgeingSettings {
  readonly asOf: number
  readonly invalid: InvalidRows
  readonly withItems: boolean
}

/** Reads the options of an ageing, or adds issues and returns undefined; columns have no `detail`. */
export function readAgeingOptions(options: unknown, keys: readonly string[], issues: Issue[]): AgeingSettings | undefined {
  const invalid = readOptions(options, keys, issues)
  if (!isRecord(options)) return undefined
  const asOf = readDay(ownValue(options, 'asOf'), ['options', 'asOf'], issues)
  const detail = keys.includes('detail') ? ownValue(options, 'detail') : undefined
  if (detail !== undefined) checkChoice(detail, ['customers', 'items'], ['options', 'detail'], issues)
  return asOf === undefined ? undefined : { asOf, invalid, withItems: detail === 'items' }
}
