import type { Issue, Path } from '@clientele/core'
import { checkList, checkRecord, checkText, ownValue, readJson } from '@clientele/core/checks'
import type { StageEffect } from './types.js'

/** Reads what a host is to do, copies good only where no issue is added. */
export function readEffects(value: unknown, path: Path, issues: Issue[]): readonly StageEffect[] {
  if (!checkList(value, path, issues)) return []
  return Array.from(value, (effect, index) => {
    const place = [...path, index]
    if (!checkRecord(effect, place, issues)) return { effect: '' }
    checkText(ownValue(effect, 'effect'), [...place, 'effect'], issues)
    return readJson(effect, place, issues) as StageEffect
  })
}
