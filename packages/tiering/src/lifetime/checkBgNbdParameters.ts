import type { Issue } from '@clientele/core'
import { readBgNbd } from './readParameters.js'

/**
 * Finds everything that is wrong with parameters of BG/NBD, such as a host stored.
 *
 * @param value - Anything; {@link BgNbdParameters} says what such parameters are. `r`, `a` and `b` are from 1e-9 to 1e9, `alpha` is from 1e-9 to
 * 1e15.
 * @returns The issues, none for parameters that {@link expectedPurchases} takes; their paths start at the document.
 * @example
 * import { checkBgNbdParameters } from '@clientele/tiering'
 *
 * const issues = checkBgNbdParameters({ model: 'bg-nbd', unit: 'month', r: 0.243, alpha: 0, a: 0.793, b: 2.426 })
 * issues.map(({ code, path }) => `${path.join('.')}: ${code}`) //=> ['unit: not-allowed', 'alpha: too-small']
 */
export function checkBgNbdParameters(value: unknown): Issue[] {
  const issues: Issue[] = []
  readBgNbd(value, [], issues)
  return issues
}
