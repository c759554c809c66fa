/** Rows with the same numbers. */
export interface AlikeRows {
  readonly numbers: readonly number[]
  readonly count: number
}

/** Groups rows of as many numbers each, in the order of the first number, then of the second and so on, whatever the order of the rows. */
export function groupAlike(rows: readonly (readonly number[])[]): AlikeRows[] {
  const sorted = [...rows].sort(compareRows)
  const groups: AlikeRows[] = []
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const numbers = sorted[start] as readonly number[]
    for (end = start + 1; end < sorted.length && compareRows(numbers, sorted[end] as readonly number[]) === 0; end++) {}
    groups.push({ numbers, count: end - start })
  }
  return groups
}

function compareRows(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] as number)
    if (difference !== 0) return difference
  }
  return 0
}
