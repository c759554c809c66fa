import { logBeta, logGammaRise, trigamma } from '../numbers/gammaFunctions.js'
import type { Surface } from '../numbers/maximize.js'
import { softplus } from '../numbers/softplus.js'
import { sumSurfaces } from '../numbers/sumSurfaces.js'
import type { AlikeRows } from './groupAlike.js'

/**
 * The log-likelihood of Gamma-Gamma, and its derivatives with respect to the logarithms of the parameters.
 *
 * ln f = −ln B(p x, q) − q ln (1 + x m ÷ v) − p x ln (1 + v ÷ (x m)) − ln m.
 *
 * @param groups - Customers by repeat purchases x and their mean spend m, both above 0, sorted.
 * @param logarithms - Of p, q and v.
 * @see P. S. Fader & B. G. S. Hardie, "The Gamma-Gamma model of monetary value", 2013, equation 1a.
 */
export function gammaGammaLikelihood(groups: readonly AlikeRows[], logarithms: readonly number[]): Surface {
  return sumSurfaces(
    3,
    groups.map(({ numbers, count }) => [partOf(numbers as [number, number], logarithms as [number, number, number]), count]),
  )
}

function partOf([x, mean]: readonly [number, number], [logP, logQ, logV]: readonly [number, number, number]): Surface {
  const shape = Math.exp(logP) * x
  const q = Math.exp(logQ)
  const ratio = logV - Math.log(x) - Math.log(mean)
  /** v ÷ (v + x m) and the rest. */
  const [ofRate, ofSpend] = [1 / (1 + Math.exp(-ratio)), 1 / (1 + Math.exp(ratio))]
  const [logOfSpend, logOfRate] = [-softplus(ratio), -softplus(-ratio)]
  const rise = logGammaRise(shape, q)
  const other = logGammaRise(q, shape)
  const forP = shape * (rise.slope + logOfSpend)
  const forQ = q * (other.slope + logOfRate)
  const mixed = shape * q * trigamma(shape + q)
  const terms = [q * logOfRate, shape * logOfSpend, -logBeta(shape, q), -Math.log(mean)] as const
  return {
    value: terms[0] + terms[1] + terms[2] + terms[3],
    size: Math.abs(terms[0]) + Math.abs(terms[1]) + Math.abs(terms[2]) + Math.abs(terms[3]),
    gradient: [forP, forQ, q * ofSpend - shape * ofRate],
    hessian: [
      [forP + shape * shape * rise.curvature, mixed, -shape * ofRate],
      [mixed, forQ + q * q * other.curvature, q * ofSpend],
      [-shape * ofRate, q * ofSpend, -(shape + q) * ofRate * ofSpend],
    ],
  }
}
