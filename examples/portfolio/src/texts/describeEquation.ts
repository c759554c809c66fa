import type { CalendarDate } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import type { RowCounts } from '../rows/types.js'
import { groupCounts } from './formatNumber.js'
import type { Texts } from './types.js'

/** Says that every row is accounted for: read = used + later + rejected. */
export function describeEquation(rows: RowCounts, asOf: CalendarDate, { equation }: Texts): string {
  return formatMessage(equation, { ...groupCounts({ ...rows }), asOf })
}
