/** Below this part of what stood on the diagonal, what is left of it is rounding. */
const SINGULAR = 1e-13

/**
 * Solves M x = v for a symmetric matrix M, or returns undefined where M is not positive definite. It takes O(n³) for n rows.
 *
 * @see G. H. Golub & C. F. Van Loan, *Matrix Computations*, 4th ed. 2013, §4.2: Cholesky's factors, in the form L D Lᵀ, which takes no roots.
 */
export function solvePositive(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] | undefined {
  const rows = matrix.map((row) => [...row])
  const solution = [...vector]
  const size = rows.length
  const at = (row: number, column: number): number => rows[row]?.[column] as number
  for (let pivot = 0; pivot < size; pivot++) {
    if (!(at(pivot, pivot) > SINGULAR * (matrix[pivot]?.[pivot] as number))) return undefined
    for (let row = pivot + 1; row < size; row++) {
      const factor = at(row, pivot) / at(pivot, pivot)
      rows[row] = (rows[row] as number[]).map((value, column) => value - factor * at(pivot, column))
      solution[row] = (solution[row] as number) - factor * (solution[pivot] as number)
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let value = solution[row] as number
    for (let column = row + 1; column < size; column++) value -= at(row, column) * (solution[column] as number)
    solution[row] = value / at(row, row)
  }
  return solution
}
