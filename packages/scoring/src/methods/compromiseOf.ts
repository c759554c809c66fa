import { type Placed, RELATIVE_TOLERANCE } from './placeAlternatives.js'

interface Compromise {
  /** The alternatives' rows in the table, in the order of the ranking. */
  readonly rows: readonly number[]
  readonly acceptable: { readonly advantage: boolean; readonly stability: boolean }
}

/**
 * The compromise of a VIKOR ranking. Alternatives that share the first place, or the second, are in it together: ids decide nothing.
 *
 * @see S. Opricovic, G.-H. Tzeng, 2004, section 2.2, conditions C1 and C2.
 */
export function compromiseOf(
  placed: readonly Placed[],
  { q, sShare, rShare }: { readonly q: readonly number[]; readonly sShare: readonly number[]; readonly rShare: readonly number[] },
): Compromise {
  const [first, second] = placed
  if (first === undefined || second === undefined) return { rows: placed.map(({ row }) => row), acceptable: { advantage: true, stability: true } }
  const least = 1 / (placed.length - 1)
  const isBehind = ({ row }: Placed): boolean => (q[row] as number) - (q[first.row] as number) >= least - RELATIVE_TOLERANCE
  const advantage = isBehind(second)
  const leaders = placed.filter(({ rank }) => rank === 1)
  const stability = leaders.every(({ row }) => sShare[row] === 0 || rShare[row] === 0)
  const chosen = advantage ? placed.filter(({ rank }) => rank === 1 || (!stability && rank === second.rank)) : placed.filter((one) => !isBehind(one))
  return { rows: chosen.map(({ row }) => row), acceptable: { advantage, stability } }
}
