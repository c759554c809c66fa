/** The tiers where somebody who begins in one of some tiers is or will ever be. */
export function reachableFrom(tiers: Iterable<number>, rates: readonly (readonly bigint[])[]): ReadonlySet<number> {
  const reached = new Set(tiers)
  // A set is also walked through what is added on the way.
  for (const from of reached) for (const [to, rate] of (rates[from] as readonly bigint[]).entries()) if (rate > 0n) reached.add(to)
  return reached
}
