import type { Scorecard } from '@clientele/scoring'
import type { PortfolioReport } from '../report/types.js'
import type { Texts } from '../texts/types.js'

/** What a part of the page is made from. */
export interface PageInput {
  readonly report: PortfolioReport
  readonly scorecard: Scorecard
  readonly texts: Texts
}
