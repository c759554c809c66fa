import type { Issue, Path } from '@clientele/core'
import { createIssue, formatPath } from '@clientele/core/checks'

/** Adds an issue where a fact stands elsewhere already; `places`, which is added to, tells where each one stands first. */
export function checkGivenOnce(fact: string, places: Map<string, Path>, path: Path, issues: Issue[]): void {
  const earlier = places.get(fact)
  if (earlier === undefined) places.set(fact, path)
  else issues.push(createIssue('given-elsewhere', path, { value: fact, place: formatPath(earlier) }))
}
