import type { InvalidRows, Issue } from '@clientele/core'
import { checkCurrency, isRecord, ownValue, readOptions } from '@clientele/core/checks'
import { readDay } from '../invoices/readInvoice.js'
import { toUnits } from '../money/readAmount.js'
import type { PreparedTerms } from '../terms/prepared.js'

/** The options of {@link settleColumns}, and the terms' cash step in minor units of their currency. */
export interface ColumnSettings {
  readonly asOf: number
  readonly currency: string
  readonly digits: number
  readonly step: bigint
  readonly invalid: InvalidRows
}

/** Reads the options of `settleColumns`, or adds issues and returns undefined. */
export function readSettings(options: unknown, { cashStep }: PreparedTerms, issues: Issue[]): ColumnSettings | undefined {
  const invalid = readOptions(options, ['asOf', 'currency', 'invalid'], issues)
  if (!isRecord(options)) return undefined
  const currency = ownValue(options, 'currency')
  const asOf = readDay(ownValue(options, 'asOf'), ['options', 'asOf'], issues)
  const digits = checkCurrency(currency, ['options', 'currency'], issues)
  if (digits === undefined) return undefined
  const step = cashStep === undefined ? 1n : toUnits(cashStep, digits, ['terms', 'cashStep'], issues)
  return asOf === undefined || step === undefined ? undefined : { asOf, currency: currency as string, digits, step, invalid }
}
