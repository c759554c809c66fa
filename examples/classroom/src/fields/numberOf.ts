/** The number that a text is, for verbs that take no texts; what is no number stays as it is, and the verb says so. */
export function numberOf(text: string): number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : (text as unknown as number)
}
