import { logGammaRise } from '../numbers/gammaFunctions.js'
import type { Surface } from '../numbers/maximize.js'
import { softplus } from '../numbers/softplus.js'
import { sumSurfaces, type WeighedSurface } from '../numbers/sumSurfaces.js'
import type { AlikeRows } from './groupAlike.js'
import type { BgNbdParameters } from './types.js'

type Parameters = Pick<BgNbdParameters, 'r' | 'alpha' | 'a' | 'b'>

/**
 * The log-likelihood of BG/NBD, and its derivatives with respect to the logarithms of the parameters.
 *
 * ln L = [ln Γ(r + x) − ln Γ(r)] + [ln Γ(b + x) − ln Γ(b)] − [ln Γ(a + b + x) − ln Γ(a + b)] − r ln (1 + T ÷ α) − x ln (α + T) + ln (1 + A), where A,
 * the odds that the customer has stopped, is a ÷ (b + x − 1) × ((α + T) ÷ (α + t)) ** (r + x) for x > 0, and 0 for x = 0.
 *
 * @param groups - Customers by repeat purchases x, age at the last of these t, and age T, sorted.
 * @param logarithms - Of r, α, a and b.
 * @see P. S. Fader, B. G. S. Hardie & K. L. Lee, "'Counting your customers' the easy way", *Marketing Science* 24, 2005, equation 6.
 */
export function bgNbdLikelihood(groups: readonly AlikeRows[], logarithms: readonly number[]): Surface {
  const [r, alpha, a, b] = logarithms.map(Math.exp) as [number, number, number, number]
  return sumSurfaces(4, partsOf(groups, { r, alpha, a, b }))
}

/** What depends on the number of purchases alone is found once for all who made as many. */
function* partsOf(groups: readonly AlikeRows[], parameters: Parameters): Iterable<WeighedSurface> {
  let made = 0
  let customers = 0
  for (const { numbers, count } of groups) {
    const [x, last, age] = numbers as [number, number, number]
    if (x !== made) {
      yield [countPart(parameters, made), customers]
      made = x
      customers = 0
    }
    customers += count
    yield [timePart(parameters, x, age), count]
    if (x > 0) yield [stopPart(parameters, x, last, age), count]
  }
  yield [countPart(parameters, made), customers]
}

/** The first three terms. */
function countPart({ r, a, b }: Parameters, x: number): Surface {
  const buying = logGammaRise(r, x)
  const staying = logGammaRise(b, x)
  const either = logGammaRise(a + b, x)
  const forR = r * buying.slope
  const forA = -a * either.slope
  const forB = b * (staying.slope - either.slope)
  const mixed = -a * b * either.curvature
  return {
    value: buying.value + staying.value - either.value,
    size: Math.abs(buying.value) + Math.abs(staying.value) + Math.abs(either.value),
    gradient: [forR, 0, forA, forB],
    hessian: [
      [forR + r * r * buying.curvature, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, forA - a * a * either.curvature, mixed],
      [0, 0, mixed, forB + b * b * (staying.curvature - either.curvature)],
    ],
  }
}

/** −r ln (1 + T ÷ α) − x ln (α + T). */
function timePart({ r, alpha }: Parameters, x: number, age: number): Surface {
  const total = alpha + age
  const growth = Math.log1p(age / alpha)
  const mixed = (r * age) / total
  const pace = x * Math.log(total)
  return {
    value: -r * growth - pace,
    size: r * growth + Math.abs(pace),
    gradient: [-r * growth, mixed - (x * alpha) / total, 0, 0],
    hessian: [
      [-r * growth, mixed, 0, 0],
      [mixed, -((r + x) / total) * (alpha / total) * age, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
  }
}

/** ln (1 + A), from ln A and its derivatives: `stopped` is the probability, A ÷ (1 + A). */
function stopPart({ r, alpha, a, b }: Parameters, x: number, last: number, age: number): Surface {
  const silent = (age - last) / (alpha + last)
  const growth = Math.log1p(silent)
  const logOdds = Math.log(a / (b + (x - 1))) + (r + x) * growth
  const stopped = 1 / (1 + Math.exp(-logOdds))
  const ofAlpha = -(silent * alpha) / (alpha + age)
  const ofB = b / (b + (x - 1))
  const slopes = [r * growth, (r + x) * ofAlpha, 1, -ofB]
  const bends = [
    [r * growth, r * ofAlpha, 0, 0],
    [r * ofAlpha, (r + x) * ofAlpha * (1 - alpha / (alpha + age) - alpha / (alpha + last)), 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, -ofB * (1 - ofB)],
  ]
  const value = softplus(logOdds)
  return {
    value,
    size: value,
    gradient: slopes.map((slope) => stopped * slope),
    hessian: bends.map((row, i) => row.map((bend, j) => stopped * (bend + (1 - stopped) * (slopes[i] as number) * (slopes[j] as number)))),
  }
}
