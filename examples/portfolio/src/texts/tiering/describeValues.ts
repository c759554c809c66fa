import { formatMessage } from '@clientele/core/explain'
import type { TieringReport } from '../../tiering/types.js'
import type { ValuesTexts } from './types.js'

/** Says what the tiers are of. */
export function describeValues({ averageSales }: TieringReport, { revenue, average }: ValuesTexts): string {
  return averageSales === undefined ? revenue : formatMessage(average, { from: averageSales.from, to: averageSales.to })
}
