/** What each player adds, over a common divisor. */
export interface ShapleyValues {
  readonly dividends: readonly bigint[]
  readonly divisor: bigint
}

/**
 * How much each player of a game adds: the mean, over all orders in which they may join, of what the game is worth more once it has joined. Together the values are the worth of all
 * players less that of none.
 *
 * Source: L. S. Shapley, "A Value for n-Person Games", in *Contributions to the Theory of Games II*, 1953, (12).
 *
 * @param players - How many: 1 to about 15, for every coalition is looked at.
 * @param worth - What a coalition is worth, given as a bit mask: bit i is set where player i is in it.
 * @returns The value of each player: its dividend by the common divisor, `players!`.
 */
export function shapley(players: number, worth: (coalition: number) => bigint): ShapleyValues {
  const factorials = [1n]
  for (let count = 1; count <= players; count += 1) factorials.push((factorials.at(-1) as bigint) * BigInt(count))
  const worths = Array.from({ length: 1 << players }, (_, coalition) => worth(coalition))
  const dividends = Array.from({ length: players }, () => 0n)
  worths.forEach((without, coalition) => {
    const size = membersOf(coalition)
    const orders = (factorials[size] as bigint) * (factorials[players - size - 1] ?? 0n)
    for (let player = 0; player < players; player += 1) {
      const joined = coalition | (1 << player)
      if (joined !== coalition) dividends[player] = (dividends[player] as bigint) + orders * ((worths[joined] as bigint) - without)
    }
  })
  return { dividends, divisor: factorials[players] as bigint }
}

function membersOf(coalition: number): number {
  let count = 0
  for (let left = coalition; left > 0; left >>= 1) count += left & 1
  return count
}
