import type { Issue } from '@clientele/core'
import { rateCandidate } from '../score/rateCandidate.js'
import type { PreparedScorecard, ReadRating } from '../scorecard/prepared.js'

/** A candidate whose ratings are read. */
export interface ReadCandidate {
  readonly id: string
  readonly ratings: readonly ReadRating[]
}

/** Reads one row of candidates. */
export function readCandidate(card: PreparedScorecard): (row: unknown, index: number, issues: Issue[]) => ReadCandidate | undefined {
  return (row, index, issues) => rateCandidate(row, card, ['candidates', index], issues)
}
