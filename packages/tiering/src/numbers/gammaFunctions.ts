/** B(2k) ÷ (2k (2k − 1)) for k = 1 to 8: the coefficients of Stirling's series for ln Γ. */
const STIRLING: readonly number[] = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400]

/** From here on eight terms of the series leave out less than a number can hold. */
const FAR = 10

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2

/**
 * The natural logarithm of the gamma function.
 *
 * @param x - Above 0, down to 1e-300.
 * @returns To about 15 digits, and where it is near 0 to about 15 decimals.
 * @see M. Abramowitz & I. A. Stegun, *Handbook of Mathematical Functions*, 1964, 6.1.41, once 6.1.15 has taken x to 10 or above.
 */
export function logGamma(x: number): number {
  const steps = stepsToFar(x)
  const far = x + steps
  let product = 1
  for (let step = 0; step < steps; step++) product *= x + step
  return (far - 0.5) * Math.log(far) - far + HALF_LOG_TWO_PI + stirlingSeries(far).value - Math.log(product)
}

/**
 * The trigamma function: the second derivative of ln Γ.
 *
 * @param x - Above 0, down to 1e-150.
 * @see M. Abramowitz & I. A. Stegun, *Handbook of Mathematical Functions*, 1964, 6.4.12, once 6.4.6 has taken x to 10 or above.
 */
export function trigamma(x: number): number {
  const steps = stepsToFar(x)
  const far = x + steps
  let sum = 0
  for (let step = 0; step < steps; step++) sum += 1 / (x + step) ** 2
  return 1 / far + 0.5 / far ** 2 + stirlingSeries(far).curvature + sum
}

/**
 * The natural logarithm of the beta function, Γ(a) Γ(b) ÷ Γ(a + b).
 *
 * @param a - Above 0, as is b.
 * @returns To about 15 digits, and where it is near 0 to about 14 decimals.
 * @see A. R. DiDonato & A. H. Morris, "Significant digit computation of the incomplete beta function ratios", *ACM Transactions on Mathematical
 * Software* 18, 1992.
 */
export function logBeta(a: number, b: number): number {
  const [less, more] = a < b ? [a, b] : [b, a]
  if (less < FAR) return logGamma(less) - logGammaRise(more, less).value
  const remainder = stirlingSeries(less).value + stirlingSeries(more).value - stirlingSeries(a + b).value
  return (0.5 - less) * Math.log1p(more / less) - more * Math.log1p(less / more) - 0.5 * Math.log(more) + HALF_LOG_TWO_PI + remainder
}

/** A number and its first two derivatives. */
export interface Curve {
  readonly value: number
  readonly slope: number
  readonly curvature: number
}

/**
 * How far ln Γ rises from `from` to `from + by`, and the first two derivatives of that with respect to `from`. Where `by` is an integer, it is the
 * logarithm of the rising factorial, `from` × (`from` + 1) × … × (`from` + `by` − 1).
 *
 * The two Stirling series are subtracted term by term, so that nothing is lost where `by` is small beside `from`, or the other way round. In the
 * derivatives the steps that take `from` to 10 or above add up without cancelling.
 *
 * @param from - Above 0, as far down as 1e-150.
 * @param by - From 0 to 1e15, no integer in particular.
 * @returns To about 14 digits, the value where it is near 0 to as many decimals; where `by` is below 0.001, to as many decimals of it.
 */
export function logGammaRise(from: number, by: number): Curve {
  const steps = stepsToFar(from)
  let { value, slope, curvature } = farRise(from + steps, by)
  let product = 1
  for (let step = 0; step < steps; step++) {
    const low = from + step
    const high = low + by
    product *= high / low
    slope += by / low / high
    curvature -= (by / low / high) * (1 / low + 1 / high)
  }
  value -= Math.log(product)
  return { value, slope, curvature }
}

/** The same for `low` of at least 10. */
function farRise(low: number, by: number): Curve {
  const high = low + by
  const [atLow, atHigh] = [stirlingSeries(low), stirlingSeries(high)]
  const growth = Math.log1p(by / low)
  const inverses = by / low / high
  return {
    value: (low - 0.5) * growth + by * (Math.log(high) - 1) + (atHigh.value - atLow.value),
    slope: growth + inverses / 2 + (atHigh.slope - atLow.slope),
    curvature: -inverses - (inverses / 2) * (1 / low + 1 / high) + (atHigh.curvature - atLow.curvature),
  }
}

function stepsToFar(x: number): number {
  return Math.max(0, Math.ceil(FAR - x))
}

/** What ln Γ is above (x − ½) ln x − x + ½ ln 2π, and the derivatives of that: Σ c(k) ÷ x ** (2k − 1), for x of at least 10. */
function stirlingSeries(x: number): Curve {
  const square = 1 / (x * x)
  let [value, slope, curvature] = [0, 0, 0]
  for (let index = STIRLING.length - 1; index >= 0; index--) {
    const coefficient = STIRLING[index] as number
    const power = 2 * index + 1
    value = value * square + coefficient
    slope = slope * square - coefficient * power
    curvature = curvature * square + coefficient * power * (power + 1)
  }
  return { value: value / x, slope: slope * square, curvature: (curvature * square) / x }
}
