/** Up to which times expected purchases are looked at, and how much each look counts. */
export interface DiscountPlan {
  readonly times: readonly number[]
  readonly weights: readonly number[]
  /** How much the purchases up to the horizon count. */
  readonly last: number
}

/** Up to so many units, the end of each is looked at. */
const EACH_UNTIL = 32
/** Beyond, each stretch of units ends at so many times its beginning, and so many looks stand for it: a polynomial errs by 3⁻³² there. */
const STRETCH = 4
const LOOKS = 32
/** What is left out of a sum, as a part of it, at most. */
const NEGLIGIBLE = 1e-17

/**
 * Up to which times to look at the purchases E(t) expected up to t, so that all together they are the purchases of each unit, discounted by its
 * number.
 *
 * With v = 1 / (1 + `discountRate`) and a last part of a unit up to the horizon h, Σ (E(n) − E(n − 1)) vⁿ is vʰ E(h) + Σ E(n) (vⁿ − vᵐ), where m
 * is n + 1, at most h. There nothing is subtracted that nearly cancels out. To the right of 0, E has no singularity, so of long stretches a
 * polynomial through few looks gives each unit. Looks are the same for all customers, and few however long the horizon is; to find them takes O(h).
 *
 * @see J.-P. Berrut and L. N. Trefethen, "Barycentric Lagrange interpolation", *SIAM Review* 46, 2004.
 */
export function discountPlan(horizon: number, discountRate: number): DiscountPlan {
  const logRate = Math.log1p(discountRate)
  const last = Math.exp(-horizon * logRate)
  const times: number[] = []
  const weights: number[] = []
  const weightOf = (unit: number): number => Math.exp(-unit * logRate) * -Math.expm1((unit - Math.min(unit + 1, horizon)) * logRate)
  // All weights together are less than 1 − last.
  const whole = -Math.expm1(-horizon * logRate) <= NEGLIGIBLE ? 0 : Math.floor(horizon)
  // E(t) is at most t E(1), which counts for v at least: so this is more than what counts from a unit on, as a part of all.
  const restOf = (unit: number): number => (unit + 1 + 1 / discountRate) * Math.exp((1 - unit) * logRate)
  for (let from = 1; from <= whole && restOf(from) > NEGLIGIBLE; ) {
    const until = Math.min(whole, Math.max(EACH_UNTIL, STRETCH * from))
    if (from <= EACH_UNTIL || until - from < LOOKS) {
      for (let unit = from; unit <= until; unit++) {
        times.push(unit)
        weights.push(weightOf(unit))
      }
    } else {
      const looks = looksOf(from, until)
      times.push(...looks)
      weights.push(...weightsOfLooks(looks, from, until, weightOf))
    }
    from = until + 1
  }
  return { times, weights, last }
}

/** Chebyshev points of a stretch, both ends among them. */
function looksOf(from: number, until: number): number[] {
  return Array.from({ length: LOOKS }, (_, index) => from + (until - from) * Math.sin((Math.PI * index) / (2 * (LOOKS - 1))) ** 2)
}

/** How much each look counts, where the polynomial through all of them is taken at each unit of the stretch. */
function weightsOfLooks(looks: readonly number[], from: number, until: number, weightOf: (unit: number) => number): Float64Array {
  const weights = new Float64Array(LOOKS)
  const parts = new Float64Array(LOOKS)
  for (let unit = from; unit <= until; unit++) {
    const weight = weightOf(unit) / fillParts(parts, looks, unit)
    for (let index = 0; index < LOOKS; index++) weights[index] = (weights[index] as number) + weight * (parts[index] as number)
  }
  return weights
}

/** Fills in which part each look has in the polynomial at a unit, and gives the parts' sum. */
function fillParts(parts: Float64Array, looks: readonly number[], unit: number): number {
  let sum = 0
  for (let index = 0; index < LOOKS; index++) {
    const distance = unit - (looks[index] as number)
    if (distance === 0) {
      parts.fill(0)[index] = 1
      return 1
    }
    // Signs alternate, and both ends count half.
    const size = index === 0 || index === LOOKS - 1 ? 0.5 : 1
    const part = (index % 2 === 0 ? size : -size) / distance
    parts[index] = part
    sum += part
  }
  return sum
}
