import type { CalendarDuration } from '@clientele/core/checks'
import { dayAfter, dayBefore, formatDay } from '@clientele/core/days'
import type { Finding } from './finding.js'
import type { ReadContract, SignalOf } from './prepared.js'

/** Looks for a last day that is so long ago. */
export function findSilence(last: number | undefined, silentFor: CalendarDuration, asOf: number): Exclude<Finding, 'too-short'> {
  if (last === undefined) return undefined
  const tooLong = dayAfter(last, silentFor)
  if (tooLong > asOf) return undefined
  return { observed: asOf - last, expected: tooLong - last, since: formatDay(last) as string }
}

/**
 * Looks for silence before a contract ends without another after it, since the last interaction but not since before the contract. Of the contracts in
 * force only those count that end last; of them, where not renewed, the one that began first.
 */
export function findSilenceBeforeEnd(
  lastSeen: number | undefined,
  contracts: readonly ReadContract[],
  { silentFor, within }: SignalOf<'silent-before-contract-end'>,
  asOf: number,
): Finding {
  const inForce = contracts.filter(({ from, to }) => from <= asOf && asOf <= to)
  const end = inForce.reduce((last, { to }) => Math.max(last, to), asOf)
  const isFollowed = contracts.some(({ from, to }) => to > end && from <= end + 1)
  if (isFollowed || dayBefore(end, within) > asOf) return undefined
  const begin = inForce.reduce((first, { from, to, renewed }) => (to === end && !renewed ? Math.min(first, from) : first), Number.POSITIVE_INFINITY)
  // Who was last seen before the contract is not more silent than who was never seen.
  const silence = begin <= asOf ? findSilence(Math.max(lastSeen ?? begin, begin), silentFor, asOf) : undefined
  return silence && { ...silence, contractEnd: formatDay(end) as string }
}
