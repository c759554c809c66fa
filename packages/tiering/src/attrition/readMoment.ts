import type { Issue, Path } from '@clientele/core'
import { checkMoment } from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'

const DATE_LENGTH = 10

/** The day of an ISO 8601 moment with its offset, as it is written, in days since 1970-01-01; or adds an issue and returns undefined. */
export function readMoment(value: unknown, path: Path, issues: Issue[]): number | undefined {
  return checkMoment(value, path, issues) ? parseDay(value.slice(0, DATE_LENGTH)) : undefined
}
