import { type CreditPolicyFigures, compareCreditPolicies, type PolicyComparison, type PolicyComparisonOptions } from '@clientele/credit'

/** Where a policy is best, or several are that yield the same. */
export interface Region {
  readonly from: string
  readonly to: string
  readonly best: readonly string[]
}

/** How the answer turns while one figure moves and all else stays. */
export interface Turn {
  /** The cost of capital, or the collection period of the policy so called. */
  readonly figure: 'capital' | 'days'
  readonly policy: string
  /** The figure as it is typed. */
  readonly now: string
  /** Up to which value was tried. */
  readonly maximum: number
  readonly regions: readonly Region[]
}

/** Percent; it is tried in hundredths. */
export const HIGHEST_CAPITAL = 100
const HUNDREDTHS = 100

/** Days; whole ones are tried. */
export const LONGEST_PERIOD = 365

/** How the answer turns with the cost of capital, and with the collection period of each policy but the one in force. */
export function turnsOf(policies: readonly CreditPolicyFigures[], options: PolicyComparisonOptions): readonly Turn[] {
  if (policies.length < 2) return []
  const capital = {
    figure: 'capital',
    policy: '',
    now: String(options.costOfCapitalPercent),
    maximum: HIGHEST_CAPITAL,
    regions: regionsOf(HIGHEST_CAPITAL * HUNDREDTHS, HUNDREDTHS, (costOfCapitalPercent) =>
      compareCreditPolicies(policies, { ...options, costOfCapitalPercent }),
    ),
  } as const
  return [capital, ...policies.flatMap((policy, index) => (index === 0 || policy.collectionDays === undefined ? [] : [turnOfDays(index)]))]

  function turnOfDays(index: number): Turn {
    const { id, collectionDays: now } = policies[index] as CreditPolicyFigures
    const withDays = (collectionDays: string) => policies.map((policy, place) => (place === index ? { ...policy, collectionDays } : policy))
    const regions = regionsOf(LONGEST_PERIOD, 1, (days) => compareCreditPolicies(withDays(days) as CreditPolicyFigures[], options))
    return { figure: 'days', policy: id, now: String(now), maximum: LONGEST_PERIOD, regions }
  }
}

/**
 * Who is best from 0 to a number of steps. Each profit changes evenly with what moves, so each policy is best in one stretch: within it
 * halving finds where it ends.
 */
function regionsOf(steps: number, stepsInOne: number, compareAt: (value: string) => PolicyComparison): readonly Region[] {
  const known = new Map<number, readonly string[]>()
  const amountAt = (step: number) => String(step / stepsInOne)
  const bestAt = (step: number) => {
    const best = known.get(step) ?? bestOf(compareAt(amountAt(step)))
    known.set(step, best)
    return best
  }
  const isSame = (a: number, b: number) => bestAt(a).length === bestAt(b).length && bestAt(a).every((id, index) => id === bestAt(b)[index])
  const regions: Region[] = []
  for (let start = 0; start <= steps; ) {
    let end = isSame(start, steps) ? steps : start
    for (let beyond = steps; end + 1 < beyond; ) {
      const middle = Math.floor((end + beyond) / 2)
      if (isSame(start, middle)) end = middle
      else beyond = middle
    }
    regions.push({ from: amountAt(start), to: amountAt(end), best: bestAt(start) })
    start = end + 1
  }
  return regions
}

/** The policies that yield most; profits are texts in their only form. */
function bestOf({ best, policies }: PolicyComparison): readonly string[] {
  const most = policies.find(({ id }) => id === best)?.profit
  return policies.filter(({ profit }) => profit === most).map(({ id }) => id)
}
