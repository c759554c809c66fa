import { UNIT_DAYS } from './ageUnits.js'
import type { AgeUnit, CustomerPurchases } from './types.js'

/** When a customer bought, as the models take it, from the days with a purchase: at least one, the earliest first, and none after `asOf`. */
export function purchaseTimes(
  days: readonly number[],
  asOf: number,
  unit: AgeUnit,
): Pick<CustomerPurchases, 'repeatPurchases' | 'lastPurchaseAge' | 'age'> {
  const first = days[0] as number
  const last = days.at(-1) as number
  return { repeatPurchases: days.length - 1, lastPurchaseAge: (last - first) / UNIT_DAYS[unit], age: (asOf - first) / UNIT_DAYS[unit] }
}
