import { reachableFrom } from './reachableFrom.js'

/** The tiers from which customers never get away for good: from wherever they can come, they can come back, and none vanishes. */
export function closedTiers(rates: readonly (readonly bigint[])[]): ReadonlySet<number> {
  const reached = rates.map((_, from) => reachableFrom([from], rates))
  const keeps = rates.map((row) => row.some((rate) => rate > 0n))
  const isClosed = (tier: number): boolean => {
    for (const other of reached[tier] as ReadonlySet<number>) if (!keeps[other] || !reached[other]?.has(tier)) return false
    return true
  }
  return new Set([...rates.keys()].filter(isClosed))
}
