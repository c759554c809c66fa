import { type DecimalString, sumDecimals } from '@clientele/core'
import { Decimal, ratio } from '@clientele/core/decimal'
import type { ListedSales, PipelineBook, PipelineSettings } from './types.js'

/** How far what deals were won for is from what their products are listed for, as of a day. */
export function weighListPrices(
  { deals }: PipelineBook,
  prices: ReadonlyMap<string, DecimalString>,
  { asOf, listPrices }: PipelineSettings,
): ListedSales {
  const won = deals.used.flatMap(({ status, closed, amount, product }) => {
    const price = prices.get(product)
    return status !== 'Won' || closed === null || closed > asOf || amount === null || price === undefined ? [] : [{ amount, price }]
  })
  const listed = new Decimal(sumDecimals(won.map(({ price }) => price)))
  const brought = new Decimal(sumDecimals(won.map(({ amount }) => amount)))
  return { names: listPrices?.names ?? {}, deals: won.length, share: listed.isZero() ? null : ratio(brought, listed) }
}
