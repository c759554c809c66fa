import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'

/** Adds what was found in a document, however much, to the issues of what the document stands in, at `path`. */
export function addIssuesAt(path: Path, found: readonly Issue[], issues: Issue[]): void {
  for (const issue of found) issues.push({ ...issue, path: [...path, ...issue.path] })
}
