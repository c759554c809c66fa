import type { Issue, Path } from '@clientele/core'
import { checkDecimal, checkUnique } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'

/** What holds from a value on; null is below every value. */
export interface FromValue {
  readonly from: Decimal | null
}

/** Reads the value that something holds from, or adds an issue and returns undefined. */
export function readFrom(value: unknown, path: Path, issues: Issue[]): Decimal | null | undefined {
  return value === null ? null : checkDecimal(value, path, issues)
}

/** Whether all values differ; adds an issue for every one that stands earlier in the list already. Undefined is one that is wrong. */
export function checkFromOnce(values: readonly (Decimal | null | undefined)[], path: Path, issues: Issue[]): boolean {
  const before = issues.length
  const texts = Array.from(values, (from) => (from === null ? 'null' : from === undefined ? undefined : decimalText(from)))
  checkUnique(texts, (index) => [...path, index, 'from'], issues)
  return issues.length === before
}

/** The same, the lowest first. */
export function sortByFrom<Each extends FromValue>(list: readonly Each[]): Each[] {
  return [...list].sort((a, b) => (a.from === null ? -1 : b.from === null ? 1 : a.from.cmp(b.from)))
}

/** The index of what holds of `dividend / divisor` in a list with the lowest first; -1 where it is below all. The divisor is above 0. */
export function indexReached(list: readonly FromValue[], dividend: Decimal, divisor: Decimal): number {
  return list.filter(({ from }) => from === null || from.times(divisor).lte(dividend)).length - 1
}
