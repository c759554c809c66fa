const SHARE = 1 / 40

/** So many days after the last decision a curve is drawn at least: what happened on the last day could not be seen otherwise. */
export function marginDays(throughDays: number): number {
  return Math.max(1, throughDays * SHARE)
}
