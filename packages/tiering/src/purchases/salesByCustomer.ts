import type { ReadSale } from '../sales/readSale.js'

/** What there is of one customer. */
export interface CustomerSales {
  readonly customer: string
  readonly sales: readonly ReadSale[]
}

/** Sales up to a day by customer, in the order of UTF-16 code units of the ids. */
export function salesByCustomer(sales: readonly ReadSale[], until: number): CustomerSales[] {
  const lists = new Map<string, ReadSale[]>()
  for (const sale of sales) {
    if (sale.day > until) continue
    const list = lists.get(sale.customer)
    if (list === undefined) lists.set(sale.customer, [sale])
    else list.push(sale)
  }
  return Array.from(lists, ([customer, list]) => ({ customer, sales: list })).sort((a, b) => (a.customer < b.customer ? -1 : 1))
}
