/** Among so few values the median is found by sorting them. */
const FEW = 1024
const BUCKETS = 1024

/**
 * The median of integers from 0, the mean of the two in the middle where there are as many on either side; null where there are none. Sorting a million takes ten times as
 * long: values are counted by buckets of equal width, and looked for in the one that has the middle, again and again. It takes O(n) for n values.
 */
export function selectMedian(values: Float64Array): number | null {
  const { length } = values
  if (length === 0) return null
  const rank = (length - 1) >> 1
  const { lower, next } = selectRank(values, rank)
  if (length % 2 === 1) return lower
  return (lower + (next ?? leastAbove(values, lower))) / 2
}

/** The value that so many others come before once they are sorted, and the one after it; undefined where that is not near, and above it. */
function selectRank(values: Float64Array, rank: number): { readonly lower: number; readonly next: number | undefined } {
  let [kept, left] = [values, rank]
  const counts = new Int32Array(BUCKETS + 1)
  while (kept.length > FEW) {
    const { least, greatest } = boundsOf(kept)
    if (least === greatest) return { lower: least, next: left + 1 < kept.length ? least : undefined }
    const scale = BUCKETS / (greatest - least + 1)
    counts.fill(0)
    for (let index = 0; index < kept.length; index += 1) {
      const bucket = (((kept[index] as number) - least) * scale) | 0
      counts[bucket] = (counts[bucket] as number) + 1
    }
    let bucket = 0
    for (; left >= (counts[bucket] as number); bucket += 1) left -= counts[bucket] as number
    kept = gatherBucket(kept, counts[bucket] as number, least, scale, bucket)
  }
  const sorted = kept.slice().sort()
  return { lower: sorted[left] as number, next: sorted[left + 1] }
}

function gatherBucket(values: Float64Array, count: number, least: number, scale: number, bucket: number): Float64Array {
  const gathered = new Float64Array(count)
  let place = 0
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number
    if ((((value - least) * scale) | 0) === bucket) gathered[place++] = value
  }
  return gathered
}

function boundsOf(values: Float64Array): { readonly least: number; readonly greatest: number } {
  let least = values[0] as number
  let greatest = least
  for (let index = 1; index < values.length; index += 1) {
    const value = values[index] as number
    if (value < least) least = value
    else if (value > greatest) greatest = value
  }
  return { least, greatest }
}

/** The least of the values that are above one. */
function leastAbove(values: Float64Array, lower: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number
    if (value > lower && value < least) least = value
  }
  return least
}
