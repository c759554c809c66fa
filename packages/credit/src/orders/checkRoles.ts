import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkLocalizedText, checkMembers } from '@clientele/core/checks'

/** Adds an issue for everything that is wrong with the titles of a policy's roles. */
export function checkRoles(value: unknown, path: Path, issues: Issue[]): void {
  checkMembers(value, path, issues, ({ title, ...others }, place) => {
    checkKeys(others, ['id', 'title'], place, issues)
    checkLocalizedText(title, [...place, 'title'], issues)
  })
}
