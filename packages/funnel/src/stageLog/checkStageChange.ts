import type { Issue, Path } from '@clientele/core'
import { readZone, type Zone } from '@clientele/core/clocks'
import { readChange } from './readChange.js'

/** Checks a change by itself: whether a pipeline has what it leads to is another matter. */
export function checkStageChange(value: unknown, path: Path, issues: Issue[]): void {
  const zone = readZone('UTC', [], []) as Zone
  readChange(value, { pipeline: null, zone }, path, issues)
}
