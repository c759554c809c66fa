/** The rank of each value, 1 for the least; equal values share the mean of their places. It takes O(n log n). */
export function averageRanks(values: readonly number[]): number[] {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number))
  const ranks = values.map(() => 0)
  let start = 0
  for (let place = 1; place <= order.length; place += 1) {
    if (place < order.length && values[order[place] as number] === values[order[start] as number]) continue
    for (const index of order.slice(start, place)) ranks[index] = (start + 1 + place) / 2
    start = place
  }
  return ranks
}
