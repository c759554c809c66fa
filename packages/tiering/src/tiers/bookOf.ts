import type { RejectedRow } from '@clientele/core'
import type { ValueFacts } from './diagnoseTiers.js'
import type { ReadValues } from './readValues.js'
import { type SortedValues, sortValues } from './sortValues.js'
import { sumUnits } from './tierCustomers.js'
import type { ValueFigures } from './tierLimits.js'
import type { TierDiagnosis } from './types.js'
import { type ValueTexts, valueTexts } from './valueTexts.js'

/** Customers sorted by value, ready to be placed under any scheme. */
export interface ValueBook extends SortedValues {
  readonly figures: ValueFigures
  readonly facts: ValueFacts
  readonly texts: ValueTexts
  /** What every result says of it. */
  readonly head: { readonly currency?: string; readonly months?: number }
  readonly rejected: readonly RejectedRow[]
  /** What is to be known of the rows, and of the result that they were taken from. */
  readonly diagnoses: readonly TierDiagnosis[]
}

/** Sorts customers and adds up what is known of all of them. */
export function bookOf({ values, months, currency, rejected, source }: ReadValues): ValueBook {
  const sorted = sortValues(values)
  const { customers, units, digits } = sorted
  const count = units.length
  const total = sumUnits(units, 0, count)
  const found = units.findIndex((one) => one < 0n)
  const firstBelowZero = found === -1 ? count : found
  const rowsRejected: TierDiagnosis = { code: 'rows-rejected', params: { rejected: rejected.length, read: count } }
  return {
    ...sorted,
    figures: { digits, months: months ?? 1, total, count },
    facts: {
      count,
      total,
      first: customers[0],
      greatest: units[0] ?? 0n,
      least: units.at(-1) ?? 0n,
      countBelowZero: count - firstBelowZero,
      sumBelowZero: sumUnits(units, firstBelowZero, count),
    },
    texts: valueTexts(units, digits, months, currency),
    head: { ...(currency === undefined ? {} : { currency }), ...(months === undefined ? {} : { months }) },
    rejected,
    diagnoses: [...(rejected.length === 0 ? [] : [rowsRejected]), ...source],
  }
}
