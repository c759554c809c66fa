/** The 97.5 % point of the standard normal distribution, for two-sided intervals of 95 %. */
export const NORMAL_95 = 1.959963984540054

/**
 * The 95 % score interval of a share of independent trials: unlike the textbook interval it never leaves 0 to 1, and says something where nothing or everything succeeded.
 *
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927).
 *
 * @param successes - A whole number, 0 to `trials`.
 * @param trials - A whole number, 0 or more.
 * @returns The lower and the upper end; null without trials.
 */
export function wilsonInterval(successes: number, trials: number): readonly [low: number, high: number] | null {
  if (trials === 0) return null
  const z2 = NORMAL_95 * NORMAL_95
  const share = successes / trials
  const middle = successes + z2 / 2
  const half = NORMAL_95 * Math.sqrt(successes * (1 - share) + z2 / 4)
  const low = successes === 0 ? 0 : Math.max(0, (middle - half) / (trials + z2))
  const high = successes === trials ? 1 : Math.min(1, (middle + half) / (trials + z2))
  return [low, high]
}
