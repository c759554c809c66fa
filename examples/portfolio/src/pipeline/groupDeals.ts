import type { DealAttribute } from '../config/types.js'
import type { Deal } from './types.js'

/** Which group a deal is in, as the measure tells groups apart: a blank attribute is none. */
export function groupDeals(by: DealAttribute, regions: ReadonlyMap<string, string>): (deal: Deal) => string | null {
  return (deal) => {
    const attribute = by === 'region' ? (regions.get(deal.owner) ?? '') : deal[by]
    return attribute === '' ? null : attribute
  }
}
