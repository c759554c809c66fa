import { compareText } from './compareText.js'
import type { ParetoBar } from './types.js'

/** A bar and whose it is; null for complaints of which that is not known. */
export type NamedBar = ParetoBar & { readonly name: string | null }

/** Counts names: the most frequent first, the alphabetical one of those equally frequent, null last of all. */
export function paretoOf(names: readonly (string | null)[]): NamedBar[] {
  const counts = new Map<string | null, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  let sum = 0
  return [...counts].sort(inOrder).map(([name, count]) => {
    // Of whole numbers, so that the last one is exactly 1.
    sum += count
    return { name, count, share: count / names.length, cumulative: sum / names.length }
  })
}

type Counted = readonly [name: string | null, count: number]

function inOrder([name, count]: Counted, [otherName, otherCount]: Counted): number {
  if (name === null || otherName === null) return name === null ? 1 : -1
  return otherCount - count || compareText(name, otherName)
}
