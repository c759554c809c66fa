import type { Issue } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'
import { sumOfSquares } from '../numbers/deviations.js'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import type { ReadTable } from '../tables/readTable.js'
import { greatestOf, leastOf, type MethodColumn } from './methodTable.js'
import type { Normalisation } from './types.js'

/** A column of which more is better: a normalised value is `(offset + values[row]) / divisor`, and differences need no offset. */
export interface ComparableColumn {
  readonly values: readonly number[]
  readonly offset: number
  readonly divisor: number
}

/**
 * Makes a column comparable with the others. One that normalisation cannot divide tells nothing: all its values are 0.
 *
 * @see N. Vafaei, R. A. Ribeiro, L. M. Camarinha-Matos, "Normalization techniques for multi-criteria decision making", 2016.
 */
export function makeComparable(column: MethodColumn, normalisation: Normalisation): ComparableColumn {
  const comparable = divide(column, normalisation)
  return comparable.divisor === 0 ? { values: column.values.map(() => 0), offset: 0, divisor: 1 } : comparable
}

function divide({ values, scale, cost }: MethodColumn, normalisation: Normalisation): ComparableColumn {
  const turned = cost ? values.map((value) => -value) : values
  switch (normalisation) {
    case 'none':
      return { values: turned, offset: 0, divisor: scale }
    case 'min-max': {
      const least = leastOf(turned)
      return { values: turned, offset: -least, divisor: greatestOf(turned) - least }
    }
    case 'sum': {
      const shares = cost ? values.map((value) => 1 / value) : values
      return { values: shares, offset: 0, divisor: sumPrecisely(shares) }
    }
    case 'max': {
      const greatest = greatestOf(values)
      return { values: turned, offset: cost ? greatest : 0, divisor: greatest }
    }
    case 'vector': {
      const length = Math.sqrt(sumOfSquares(values))
      return { values: turned, offset: cost ? length : 0, divisor: length }
    }
  }
}

/** The normalised value of a row. */
export function normalisedOf({ values, offset, divisor }: ComparableColumn, row: number): number {
  return (offset + (values[row] as number)) / divisor + 0
}

/** Whether the least and the greatest value of a column are all that a normalisation takes from it. */
export function isByExtremes(normalisation: Normalisation): boolean {
  return normalisation === 'max' || normalisation === 'min-max' || normalisation === 'none'
}

/** Whether a normalisation can take a value: shares of negative numbers mean nothing, and 0 has no reciprocal. */
export function isNormalisable(value: number, cost: boolean, normalisation: Normalisation): boolean {
  if (normalisation === 'sum') return cost ? value > 0 : value >= 0
  return normalisation !== 'max' || value >= 0
}

/** Adds an issue for every value that a normalisation cannot take. */
export function checkNormalisable({ criteria, rows }: ReadTable, normalisation: Normalisation, issues: Issue[]): void {
  rows.forEach((row, alternative) => {
    row.forEach((value, index) => {
      const cost = criteria[index]?.cost ?? false
      if (isNormalisable(value, cost, normalisation)) return
      const path = ['table', 'values', alternative, index]
      const actual = describeValue(value)
      issues.push(
        cost && normalisation === 'sum'
          ? createIssue('not-above', path, { bound: '0', actual })
          : createIssue('too-small', path, { minimum: '0', actual }),
      )
    })
  })
}
