import type { Issue } from '@clientele/core'
import { readBenefitProgramme } from './readBenefitProgramme.js'

/**
 * Finds everything that is wrong with a programme of benefits by tier.
 *
 * @param value - Anything; {@link BenefitProgramme} says what a programme of benefits is.
 * @returns The issues, none for a programme that {@link benefitsFor} takes; their paths start at the programme. {@link lintLadder} tells what is odd
 * about a ladder that is taken.
 * @example
 * import { checkBenefitProgramme } from '@clientele/tiering'
 *
 * const ladder = { type: 'all-units', steps: [{ from: '100', percent: '5' }, { from: '50', percent: '3' }] }
 * const tiers = [{ tier: 'A', terms: 'N/30', ladder, services: [], owner: 'account manager' }]
 * const issues = checkBenefitProgramme({ kind: 'benefit-programme', id: 'usual', version: 1, tiers })
 * issues.map(({ path, message }) => ({ path, message }))
 * //=> [{ path: ['tiers', 0, 'ladder', 'steps', 1, 'from'], message: 'must be above 100, not 50' }]
 */
export function checkBenefitProgramme(value: unknown): Issue[] {
  const issues: Issue[] = []
  readBenefitProgramme(value, [], issues)
  return issues
}
