import type { Distribution } from './types.js'

/** How likely it is a value or more. */
export function atLeast({ values, atMost }: Distribution, value: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) >= value) high = middle
    else low = middle + 1
  }
  return low === 0 ? 1 : 1 - (atMost[low - 1] as number)
}
