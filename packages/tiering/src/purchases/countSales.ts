import type { ReadSale } from '../sales/readSale.js'

/** How many transactions are something else than a usual purchase. */
export interface SalesCounts {
  /** Dated later than the last day that counts. */
  readonly later: number
  readonly zeros: number
  readonly refunds: number
}

/** Counts what is to be known about transactions, those up to a day apart from later ones. */
export function countSales(sales: readonly ReadSale[], until: number): SalesCounts {
  let [later, zeros, refunds] = [0, 0, 0]
  for (const { day, amount } of sales) {
    if (day > until) later += 1
    else if (amount.units === 0n) zeros += 1
    else if (amount.units < 0n) refunds += 1
  }
  return { later, zeros, refunds }
}
