import type { ReadSale } from '../sales/readSale.js'

/** The different days with a purchase, the earliest first; a refund is none. */
export function purchaseDays(sales: readonly ReadSale[]): number[] {
  const days = new Set<number>()
  for (const { day, amount } of sales) if (amount.units >= 0n) days.add(day)
  return [...days].sort((a, b) => a - b)
}
