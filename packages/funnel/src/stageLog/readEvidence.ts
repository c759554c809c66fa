import type { Issue, Path } from '@clientele/core'
import { checkList, checkText, isRecord, ownValue } from '@clientele/core/checks'

/** Reads the ids of what is there to prove a change, good only where no issue is added. */
export function readEvidence(value: unknown, path: Path, issues: Issue[]): readonly string[] {
  if (!checkList(value, path, issues)) return []
  return Array.from(value, (evidence, index) => {
    const id = isRecord(evidence) ? ownValue(evidence, 'id') : evidence
    checkText(id, isRecord(evidence) ? [...path, index, 'id'] : [...path, index], issues)
    return id as string
  })
}
