import type { Issue } from '@clientele/core'
import { readRows } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { readCandidate } from '../rows/readCandidate.js'
import type { Candidate } from '../score/types.js'
import type { PreparedScorecard } from '../scorecard/prepared.js'
import type { Scorecard } from '../scorecard/types.js'
import { weightStability } from '../stability/weightStability.js'
import { createAdvice } from './createAdvice.js'

/** Advises of weights that can never change the order of these candidates. */
export function adviseWeights(candidates: readonly Candidate[], scorecard: Scorecard, card: PreparedScorecard): Issue[] {
  const { criteria } = weightStability(candidates, scorecard, { detail: 'criteria' })
  const { read } = readRows(candidates, 'candidates', 'throw', readCandidate(card))
  if (read.length < 2) return []
  return criteria.flatMap(({ orderHolds: { from, to, tiedAtFrom } }, index) => {
    const path = ['criteria', index, 'weight']
    const [first, ...others] = read.map(({ ratings }) => ratings[index]?.rating)
    if (first !== undefined && others.every((rating) => rating?.eq(first))) {
      return [createAdvice('ratings-all-equal', path, { rating: decimalText(first) })]
    }
    const holdsAlways = from === 0 && to === null && tiedAtFrom.length === 0
    return holdsAlways ? [createAdvice('weight-cannot-change-order', path, {})] : []
  })
}
