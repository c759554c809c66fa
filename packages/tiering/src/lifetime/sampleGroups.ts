import type { AlikeRows } from './groupAlike.js'

/**
 * A book with no more than so many groups whose first number is 0, and so many others: of neighbours, which are almost alike, the one in the middle
 * stands for all.
 *
 * @param groups - Sorted, as {@link groupAlike} gives them.
 */
export function sampleGroups(groups: readonly AlikeRows[], most: number): readonly AlikeRows[] {
  const isRepeating = ({ numbers }: AlikeRows): boolean => numbers[0] !== 0
  return [
    ...thinOut(
      groups.filter((group) => !isRepeating(group)),
      most,
    ),
    ...thinOut(groups.filter(isRepeating), most),
  ]
}

function thinOut(groups: readonly AlikeRows[], most: number): readonly AlikeRows[] {
  if (groups.length <= most) return groups
  const start = (part: number): number => Math.floor((part * groups.length) / most)
  return Array.from({ length: most }, (_, part) => {
    const neighbours = groups.slice(start(part), start(part + 1))
    const { numbers } = neighbours[neighbours.length >> 1] as AlikeRows
    return { numbers, count: neighbours.reduce((sum, { count }) => sum + count, 0) }
  })
}
