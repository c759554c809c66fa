/** The index of the last value that is not above a bound, of values that never fall; -1 where all are above. */
export function lastNotAfter(values: ArrayLike<number>, bound: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) <= bound) low = middle + 1
    else high = middle
  }
  return low - 1
}
