import { checkDecimal } from '../checks/checkDecimal.js'
import type { Decimal } from '../decimal/Decimal.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import type { DecimalInput } from '../types.js'

/** Reads two decimals, or throws with what is wrong with either. */
export function readPair(a: DecimalInput, b: DecimalInput): [Decimal, Decimal] {
  const issues: Issue[] = []
  const first = checkDecimal(a, ['a'], issues)
  const second = checkDecimal(b, ['b'], issues)
  throwIssues(issues)
  return [first as Decimal, second as Decimal]
}

/** Reads one decimal, or throws with what is wrong with it. */
export function readOne(value: DecimalInput): Decimal {
  const issues: Issue[] = []
  const decimal = checkDecimal(value, ['value'], issues)
  throwIssues(issues)
  return decimal as Decimal
}
