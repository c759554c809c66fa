import type { Distribution } from './types.js'

/** How likely it is a value or more. */
export function atLeast({ values, atMost, draws }: Distribution<ArrayLike<number | bigint>>, value: number | bigint): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number | bigint) >= value) high = middle
    else low = middle + 1
  }
  if (low === 0) return 1
  const share = 1 - (atMost[low - 1] as number)
  // Of so many draws it is a whole number.
  return draws === 0 ? share : Math.round(share * draws) / draws
}
