import type { Ranking } from '@clientele/scoring'
import type { PortfolioReport } from '../report/types.js'

/** A ranking of which only a part is to be drawn or told. */
export function partOfRanking({ policies }: PortfolioReport, part: Partial<Ranking>): Ranking {
  return { ranked: [], tied: [], rejected: [], diagnoses: [], policies, ...part }
}
