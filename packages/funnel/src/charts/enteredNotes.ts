import { FIRST_DAY, formatDay, LAST_DAY } from '@clientele/core/days'
import { formatMessage } from '@clientele/core/explain'
import type { FunnelLocale } from '../locales/types.js'
import type { FunnelMeasure } from '../measure/types.js'

/** Says between which dates deals entered, where that was asked; an end beyond which there are no dates is none. */
export function enteredNotes({ enteredWithin }: FunnelMeasure, { charts: { entered } }: FunnelLocale): string[] {
  if (enteredWithin === undefined) return []
  const { from, to } = enteredWithin
  const [begins, ends] = [from !== formatDay(FIRST_DAY), to !== formatDay(LAST_DAY)]
  if (begins) return [formatMessage(ends ? entered.within : entered.since, { from, to })]
  return ends ? [formatMessage(entered.until, { to })] : []
}
