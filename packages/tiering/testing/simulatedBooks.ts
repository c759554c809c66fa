/** Numbers from 0 to 1 that a seed decides: mulberry32 by T. Ettinger, 2017. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A number of a gamma distribution with rate 1: G. Marsaglia & W. W. Tsang, "A simple method for generating gamma variables", 2000. */
function gammaNumber(shape: number, random: () => number): number {
  if (shape < 1) return gammaNumber(shape + 1, random) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - random()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Customers who buy as BG/NBD says, known for different times up to `longest`. */
export function simulatePurchases(
  seed: number,
  count: number,
  longest: number,
  { r, alpha, a, b }: { r: number; alpha: number; a: number; b: number },
): { repeatPurchases: number; lastPurchaseAge: number; age: number }[] {
  const random = randomNumbers(seed)
  return Array.from({ length: count }, () => {
    const rate = gammaNumber(r, random) / alpha
    const [stops, stays] = [gammaNumber(a, random), gammaNumber(b, random)]
    const age = longest * (0.5 + random() / 2)
    let [repeatPurchases, lastPurchaseAge] = [0, 0]
    const pause = (): number => -Math.log(1 - random()) / rate
    let next = pause()
    while (next <= age) {
      repeatPurchases += 1
      lastPurchaseAge = next
      next = random() < stops / (stops + stays) ? Number.POSITIVE_INFINITY : next + pause()
    }
    return { repeatPurchases, lastPurchaseAge, age }
  })
}

/** Customers who spend as Gamma-Gamma says, on 1 to 12 repeat purchases. */
export function simulateSpend(
  seed: number,
  count: number,
  { p, q, v }: { p: number; q: number; v: number },
): { repeatPurchases: number; meanSpend: number }[] {
  const random = randomNumbers(seed)
  return Array.from({ length: count }, () => {
    const repeatPurchases = 1 + Math.floor(12 * random() ** 2)
    const rate = gammaNumber(q, random) / v
    return { repeatPurchases, meanSpend: gammaNumber(p * repeatPurchases, random) / rate / repeatPurchases }
  })
}
