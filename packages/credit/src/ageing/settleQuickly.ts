import { parseDay } from '@clientele/core/days'
import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'
import { quickAmount } from '../money/quickAmount.js'
import { isPlainRecord } from './plainRecords.js'

/** What settles one item; one object for one item after the other. */
export interface QuickSettled {
  /** What settles it up to the day of the answer, in minor units; NaN where anything is not as plain as most are. */
  units: number
  /** How many applications are dated later. */
  later: number
}

/** Adds up what settles an item up to a day. */
export function settleQuickly(
  settled: QuickSettled,
  applications: unknown,
  digits: number,
  asOf: number,
  prototype: object | null | undefined,
): void {
  settled.units = Number.NaN
  settled.later = 0
  if (!Array.isArray(applications)) return
  let units = 0
  for (let index = 0; index < applications.length; index++) {
    const application: unknown = applications[index]
    if (!isPlainRecord(application, prototype)) return
    const { date, type, settles, payment, amount } = application
    const day = parseDay(date)
    const settling = quickAmount(settles, digits)
    if (Number.isNaN(day) || Number.isNaN(settling) || !isType(type)) return
    if (payment !== undefined && (typeof payment !== 'string' || payment === '')) return
    if (amount !== undefined && Number.isNaN(quickAmount(amount, digits))) return
    if (countKeys(application) !== 3 + (payment === undefined ? 0 : 1) + (amount === undefined ? 0 : 1)) return
    if (day > asOf) settled.later += 1
    else units += settling
    if (!(Math.abs(units) < EXACT_INTEGER_LIMIT)) return
  }
  settled.units = units
}

function isType(type: unknown): boolean {
  return type === 'payment' || type === 'discount' || type === 'credit-note' || type === 'write-off'
}

/** How many of its keys an application has, or NaN where it has others. */
function countKeys(application: object): number {
  let count = 0
  for (const key in application) {
    if (key !== 'date' && key !== 'type' && key !== 'settles' && key !== 'payment' && key !== 'amount') return Number.NaN
    count++
  }
  return count
}
