import type { Issue } from '@clientele/core'

/** One thing put wrong, and what is to be told of it: where, and with which codes. */
export type BadField = readonly [field: string, value: unknown, code: string]

const texts: readonly (readonly [unknown, string])[] = [
  [undefined, 'missing'],
  [null, 'wrong-type'],
  [7, 'wrong-type'],
  ['', 'empty'],
]
const dates: readonly (readonly [unknown, string])[] = [
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
const amounts: readonly (readonly [unknown, string])[] = [
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
const currencies: readonly (readonly [unknown, string])[] = [
  [undefined, 'missing'],
  [null, 'unknown-currency'],
  ['', 'unknown-currency'],
  ['cny', 'unknown-currency'],
  ['XXX', 'unknown-currency'],
  ['__proto__', 'unknown-currency'],
]

const inField = (field: string, cases: readonly (readonly [unknown, string])[]): BadField[] => cases.map(([value, code]) => [field, value, code])

/** Each field of an invoice of 10.00 CNY wrong in turn. */
export const badInvoiceFields: readonly BadField[] = [
  ...inField('id', texts),
  ...inField('date', dates),
  ...inField('amount', amounts),
  ...inField('currency', currencies),
  ...inField('tax', [...amounts.slice(1), ['-0.01', 'out-of-range'], ['10.01', 'out-of-range']] as const),
  ...inField('deliveryDate', dates.slice(1)),
]

/** Each field of a payment in CNY wrong in turn. */
export const badPaymentFields: readonly BadField[] = [
  ...inField('id', texts),
  ...inField('date', dates),
  ...inField('amount', amounts),
  ...inField('currency', [
    [undefined, 'missing'],
    [null, 'not-allowed'],
    ['cny', 'not-allowed'],
    ['USD', 'not-allowed'],
  ]),
]

/** What is no object with keys, and the issue of it. */
export const badRecords: readonly (readonly [unknown, Issue['code']])[] = [
  [undefined, 'missing'],
  [null, 'wrong-type'],
  ['x', 'wrong-type'],
  [7, 'wrong-type'],
  [[], 'wrong-type'],
  [new Map(), 'wrong-type'],
]

/** What is no list, and the issue of it. */
export const badLists: readonly (readonly [unknown, Issue['code']])[] = [
  [null, 'wrong-type'],
  ['x', 'wrong-type'],
  [{ length: 0 }, 'wrong-type'],
  [new Set(), 'wrong-type'],
]
