import { formatMessage } from '@clientele/core/explain'
import type { PortfolioReport } from '../report/types.js'
import { groupThousands } from './formatNumber.js'
import type { Texts } from './types.js'

/** Says that every row is accounted for: read = used + later + rejected. */
export function describeEquation({ rows, asOf }: PortfolioReport, { equation }: Texts): string {
  const counts = Object.fromEntries(Object.entries(rows).map(([name, rowCount]: [string, number]) => [name, groupThousands(rowCount)]))
  return formatMessage(equation, { ...counts, asOf })
}
