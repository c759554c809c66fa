import type { Issue } from '@clientele/core'
import { readLevelProgramme } from './readLevelProgramme.js'

/**
 * Finds everything that is wrong with a programme of levels.
 *
 * @param value - Anything; {@link LevelProgramme} says what a programme of levels is.
 * @returns The issues, none for a programme that {@link assignLevel} takes; their paths start at the programme.
 * @example
 * import { checkLevelProgramme } from '@clientele/tiering'
 *
 * const levels = [{ id: 'gold', from: '25000' }, { id: 'silver', from: '25000' }]
 * const issues = checkLevelProgramme({ kind: 'level-programme', id: 'airline', version: 1, period: 'P12M', levels })
 * issues.map(({ path, message }) => ({ path, message }))
 * //=> [{ path: ['levels', 1, 'from'], message: 'must be below 25000, not 25000' }]
 */
export function checkLevelProgramme(value: unknown): Issue[] {
  const issues: Issue[] = []
  readLevelProgramme(value, [], issues)
  return issues
}
