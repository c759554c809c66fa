import type { StageChange } from '@clientele/funnel'
import type { Deal, PipelineSettings } from './types.js'

/** The changes that rows tell of: a deal enters the first stage on its date, and is won or lost on the day it is closed. What has no date is in no log. */
export function stageLogOf(deals: readonly Deal[], regions: ReadonlyMap<string, string>, { document }: PipelineSettings): StageChange[] {
  const first = document.stages[0]?.id as string
  return deals.flatMap(({ deal, date, status, closed, amount, owner, product, account }): StageChange[] => {
    if (date === null) return []
    const attributes = { region: regions.get(owner) ?? null, product, account, owner }
    const entering: StageChange = { deal, at: date, to: first, attributes }
    if (closed === null || amount === null) return [entering]
    return [entering, { deal, at: closed, to: status === 'Won' ? document.won : document.lost, amount }]
  })
}
