/** The most scores that fit a code without something between them. */
const MOST_OF_ONE_DIGIT = 9

/** Three scores as one text. */
export function rfmCode(r: number, f: number, m: number, bins: number): string {
  return bins > MOST_OF_ONE_DIGIT ? `${r}-${f}-${m}` : `${r}${f}${m}`
}
