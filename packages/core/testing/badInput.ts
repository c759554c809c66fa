import type { Issue } from '../src/index.js'

/** Values, each with the code of the issue that is to be told of it. */
type BadCases = readonly (readonly [value: unknown, code: Issue['code']])[]

/** One thing put wrong, and what is to be told of it: where, and with which codes. */
export type BadField = readonly [field: string, value: unknown, code: string]

/** What is no text, or none at all, and the issue of it. */
export const badTexts: BadCases = [
  [undefined, 'missing'],
  [null, 'wrong-type'],
  [7, 'wrong-type'],
  ['', 'empty'],
]

/** What is no calendar date, and the issue of it. */
export const badDates: BadCases = [
  [undefined, 'missing'],
  [null, 'not-a-calendar-date'],
  ['2024-02-30', 'not-a-calendar-date'],
  ['2023-02-29', 'not-a-calendar-date'],
  ['2024-3-1', 'not-a-calendar-date'],
  ['2024-03-01T00:00:00Z', 'not-a-calendar-date'],
  ['0000-01-01', 'not-a-calendar-date'],
  [20240301, 'not-a-calendar-date'],
  [new Date(0), 'not-a-calendar-date'],
]

/** What is no amount of a currency with two decimal places, and the issue of it. */
export const badAmounts: BadCases = [
  [undefined, 'missing'],
  [null, 'not-a-decimal'],
  [Number.NaN, 'not-a-decimal'],
  [Number.POSITIVE_INFINITY, 'not-a-decimal'],
  ['abc', 'not-a-decimal'],
  [' 1 ', 'not-a-decimal'],
  ['0x3', 'not-a-decimal'],
  ['１２', 'not-a-decimal'],
  ['1,000', 'not-a-decimal'],
  [true, 'not-a-decimal'],
  ['10.001', 'too-many-decimal-places'],
  ['1e1000', 'too-many-digits'],
]

/** What is no currency, and the issue of it. */
export const badCurrencies: BadCases = [
  [undefined, 'missing'],
  [null, 'unknown-currency'],
  ['', 'unknown-currency'],
  ['cny', 'unknown-currency'],
  ['XXX', 'unknown-currency'],
  ['__proto__', 'unknown-currency'],
]

/** A field put wrong in every one of some ways. */
export const inField = (field: string, cases: readonly (readonly [unknown, string])[]): BadField[] =>
  cases.map(([value, code]) => [field, value, code])

/** What is no object with keys, and the issue of it. */
export const badRecords: BadCases = [
  [undefined, 'missing'],
  [null, 'wrong-type'],
  ['x', 'wrong-type'],
  [7, 'wrong-type'],
  [[], 'wrong-type'],
  [new Map(), 'wrong-type'],
]

/** What is no list, and the issue of it. */
export const badLists: BadCases = [
  [null, 'wrong-type'],
  ['x', 'wrong-type'],
  [{ length: 0 }, 'wrong-type'],
  [new Set(), 'wrong-type'],
]
