import type { DecimalString } from '@clientele/core'
import type { StageChange } from '@clientele/funnel'
import type { Deal, PipelineSettings } from './types.js'

/** What the lists beside the deals say of them. */
export interface DealFacts {
  /** By owner. */
  readonly regions: ReadonlyMap<string, string>
  /** By what deals call the product; empty where the config asks for no prices. */
  readonly prices: ReadonlyMap<string, DecimalString>
}

/**
 * The changes that rows tell of: a deal enters the first stage on its date, worth the list price of its product where there is one, and is won or lost on the
 * day it is closed. What has no date is in no log.
 */
export function stageLogOf(deals: readonly Deal[], { regions, prices }: DealFacts, { document }: PipelineSettings): StageChange[] {
  const first = document.stages[0]?.id as string
  return deals.flatMap(({ deal, date, status, closed, amount, owner, product, account }): StageChange[] => {
    if (date === null) return []
    const attributes = { region: regions.get(owner) ?? null, product, account, owner }
    const price = prices.get(product)
    const entering: StageChange = { deal, at: date, to: first, attributes, ...(price === undefined ? {} : { amount: price }) }
    if (closed === null || amount === null) return [entering]
    return [entering, { deal, at: closed, to: status === 'Won' ? document.won : document.lost, amount }]
  })
}
