import type { DecimalString } from '@clientele/core'
import type { PipelineBook, PipelineSettings } from './types.js'

/** What products are listed for, by what deals call them; empty where the config asks for no prices. */
export function listPricesOf({ deals, products }: PipelineBook, { listPrices }: PipelineSettings): ReadonlyMap<string, DecimalString> {
  if (listPrices === undefined || products === null) return new Map()
  const listed = new Map(products.used.map(({ name, price }) => [name, price]))
  const names = listPrices.names ?? {}
  const listedName = (product: string): string => (Object.hasOwn(names, product) ? (names[product] as string) : product)
  return new Map(
    deals.used.flatMap(({ product }) => {
      const price = listed.get(listedName(product)) ?? null
      return price === null ? [] : [[product, price] as const]
    }),
  )
}
