import type { Issue } from '@clientele/core'
import { checkKeys, checkList, checkRecord, checkText, checkUnique } from '@clientele/core/checks'

/** What the columns of a projection or an equity stand for. */
export interface TierNames {
  /** From the top, as they were given. */
  readonly tiers: readonly string[]
}

/** Adds an issue for all that is wrong with the names of tiers. */
export function checkTierNames(options: unknown, issues: Issue[]): void {
  if (!checkRecord(options, ['options'], issues)) return
  const { tiers, ...others } = { ...options }
  const path = ['options', 'tiers']
  checkKeys(others, ['tiers'], ['options'], issues)
  if (!checkList(tiers, path, issues, { filled: true })) return
  const names = Array.from(tiers, (tier, index) => (checkText(tier, [...path, index], issues) ? tier : undefined))
  checkUnique(names, (index) => [...path, index], issues)
}
