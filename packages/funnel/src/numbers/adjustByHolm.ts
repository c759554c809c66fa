/**
 * P-values corrected for how many were looked at: that any of those below a level is due to chance alone is then no likelier than that level, whichever they are.
 *
 * Source: S. Holm, *A Simple Sequentially Rejective Multiple Test Procedure*, Scandinavian Journal of Statistics 6, 1979.
 *
 * @param pValues - 0 to 1 each, in any order.
 * @returns In the same order each, times the number of those that are not smaller, at most 1, and never less than that of a smaller one.
 */
export function adjustByHolm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((one, other) => (pValues[one] as number) - (pValues[other] as number))
  const adjusted = pValues.map(() => 0)
  let least = 0
  order.forEach((index, place) => {
    least = Math.max(least, Math.min(1, (pValues[index] as number) * (pValues.length - place)))
    adjusted[index] = least
  })
  return adjusted
}
