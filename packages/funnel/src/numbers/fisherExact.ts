/** Tables as likely as the one at hand count as extreme: so near are their weights, worked out on different ways. R does the same. */
const AS_LIKELY = 1 + 1e-7

/** So little, beside what it would be added to, that a sum stays what it is. */
const NEGLIGIBLE = 1e-18

/** Below this a weight, and what is negligible beside it, can no longer be told from 0. */
const LEAST_WEIGHT = 1e-290

/** How likely tables of the same margins are: how many successes the first sample has of all of them. */
interface Margins {
  readonly trials: number
  readonly otherTrials: number
  readonly allSuccesses: number
  readonly least: number
  readonly most: number
  /** The likeliest number, or one next to it: the weight of others is told in terms of its own. */
  readonly likely: number
}

/**
 * How often chance alone would part the successes of two samples at least as unlikely as it did, if both were of one rate: Fisher's exact test, two-sided.
 *
 * The p-values of all tables with the same margins that are at most as likely are added up, as R's `fisher.test` does. Only the four basic operations are used, so that it is the same
 * everywhere; it takes as long as the square root of the counts.
 *
 * Source: R. A. Fisher, *The Design of Experiments*, 1935, II.
 *
 * @param successes - A whole number, 0 to `trials`.
 * @param trials - A whole number, 0 or more.
 * @param otherSuccesses - A whole number, 0 to `otherTrials`.
 * @param otherTrials - A whole number, 0 or more.
 * @returns The p-value, 0 to 1: 1 where either sample is empty, 0 where it is below 1e-290.
 */
export function fisherExact(successes: number, trials: number, otherSuccesses: number, otherTrials: number): number {
  const margins = marginsOf(trials, otherTrials, successes + otherSuccesses)
  const weight = weightOf(successes, margins)
  if (weight < LEAST_WEIGHT) return 0
  const bound = weight * AS_LIKELY
  const least = Math.min(1, weight) * NEGLIGIBLE
  const [above, extremeAbove] = sumAbove(margins, bound, least)
  const [below, extremeBelow] = sumBelow(margins, bound, least)
  const own = bound >= 1 ? 1 : 0
  return Math.min(1, (own + extremeAbove + extremeBelow) / (1 + above + below))
}

function marginsOf(trials: number, otherTrials: number, allSuccesses: number): Margins {
  const least = Math.max(0, allSuccesses - otherTrials)
  const most = Math.min(allSuccesses, trials)
  const likely = Math.floor(((allSuccesses + 1) / (trials + otherTrials + 2)) * (trials + 1))
  return { trials, otherTrials, allSuccesses, least, most, likely: Math.max(least, Math.min(most, likely)) }
}

/** How much likelier one success more is. */
function growth(successes: number, { trials, otherTrials, allSuccesses }: Margins): number {
  return (((allSuccesses - successes) / (successes + 1)) * (trials - successes)) / (otherTrials - allSuccesses + successes + 1)
}

/** How likely so many successes are beside the likeliest number; less than {@link LEAST_WEIGHT} where it is not worth telling. */
function weightOf(successes: number, margins: Margins): number {
  let weight = 1
  for (let at = margins.likely; at < successes && weight >= LEAST_WEIGHT; at += 1) weight *= growth(at, margins)
  for (let at = margins.likely; at > successes && weight >= LEAST_WEIGHT; at -= 1) weight /= growth(at - 1, margins)
  return weight
}

/** The weights of more successes than the likeliest number, and those among them that are at most a bound. */
function sumAbove(margins: Margins, bound: number, least: number): readonly [all: number, extreme: number] {
  let [weight, all, extreme] = [1, 0, 0]
  for (let at = margins.likely; at < margins.most; at += 1) {
    weight *= growth(at, margins)
    if (weight < least) break
    all += weight
    if (weight <= bound) extreme += weight
  }
  return [all, extreme]
}

/** The same of fewer successes. */
function sumBelow(margins: Margins, bound: number, least: number): readonly [all: number, extreme: number] {
  let [weight, all, extreme] = [1, 0, 0]
  for (let at = margins.likely; at > margins.least; at -= 1) {
    weight /= growth(at - 1, margins)
    if (weight < least) break
    all += weight
    if (weight <= bound) extreme += weight
  }
  return [all, extreme]
}
