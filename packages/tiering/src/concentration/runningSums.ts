/** The sums of the first 0, 1, 2, … of some units. */
export function runningSums(units: readonly bigint[]): readonly bigint[] {
  const sums = [0n]
  let sum = 0n
  for (const unit of units) {
    sum += unit
    sums.push(sum)
  }
  return sums
}
