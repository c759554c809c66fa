import type { Distribution } from './types.js'

/** What rounding may take from a probability: a share that is reached exactly is not to be missed by it. */
const ROUNDING = 1e-12

/**
 * The least value that is reached or fallen short of in a share of all cases.
 *
 * @param share - 0 to 1: 0.5 for the median.
 */
export function quantileOf<Sums extends ArrayLike<number | bigint>>({ values, atMost }: Distribution<Sums>, share: number): Sums[number] {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((atMost[middle] as number) >= share - ROUNDING) high = middle
    else low = middle + 1
  }
  return values[low] as Sums[number]
}
