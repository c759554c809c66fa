import type { Issue } from '@clientele/core'
import { readGammaGamma } from './readParameters.js'

/**
 * Finds everything that is wrong with parameters of Gamma-Gamma, such as a host stored.
 *
 * @param value - Anything; {@link GammaGammaParameters} says what such parameters are. `p` and `q` are from 1e-9 to 1e9, `v` is from 1e-9 to 1e15.
 * @returns The issues, none for parameters that {@link expectedSpend} takes; their paths start at the document.
 * @example
 * import { checkGammaGammaParameters } from '@clientele/tiering'
 *
 * checkGammaGammaParameters({ model: 'gamma-gamma', p: 6.25, q: '3.74', v: 15.44 }).map(({ code, path }) => `${path.join('.')}: ${code}`)
 * //=> ['q: wrong-type']
 */
export function checkGammaGammaParameters(value: unknown): Issue[] {
  const issues: Issue[] = []
  readGammaGamma(value, [], issues)
  return issues
}
