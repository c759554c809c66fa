/** The number that a text is, for verbs that take no texts; what is no number stays as it is, and the verb says so. */
export function numberOf(text: string): number {
  const number = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  // Very many digits are more than a number can be.
  return Number.isFinite(number) ? number : (text as unknown as number)
}
