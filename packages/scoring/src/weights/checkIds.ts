import type { Issue, Path } from '@clientele/core'
import { checkList, checkText, checkUnique } from '@clientele/core/checks'

/** Checks that a value is a list of at least one id, each of its own, or adds issues. */
export function checkIds(value: unknown, path: Path, issues: Issue[]): value is readonly string[] {
  if (!checkList(value, path, issues, { filled: true })) return false
  const ids = Array.from(value, (id, index) => (checkText(id, [...path, index], issues) ? id : undefined))
  checkUnique(ids, (index) => [...path, index], issues)
  return true
}
