import type { Issue } from '../issues/types.js'
import { readCalendar } from './readCalendar.js'

/**
 * Checks a business calendar with hours and a zone, as the verbs over business time do.
 *
 * @param value - A value that may be a {@link BusinessCalendar}.
 * @returns Everything that is wrong with it, with paths that start at the calendar; nothing where it is right.
 * @example
 * import { checkCalendar } from '@clientele/core/business-time'
 *
 * const calendar = { kind: 'business-calendar', id: 'office', version: 1, zone: 'Asia/Peking', windows: { mon: [['17:00', '09:00']] } }
 * checkCalendar(calendar).map(({ code, path }) => [code, path]) //=> [['not-above', ['windows', 'mon', 0, 1]], ['unknown-zone', ['zone']]]
 */
export function checkCalendar(value: unknown): Issue[] {
  const issues: Issue[] = []
  readCalendar(value, [], issues)
  return issues
}
