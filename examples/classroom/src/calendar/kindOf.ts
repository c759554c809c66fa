import type { CalendarDay, DayPart } from './types.js'

type Reason = DayPart['why']

/** Why time does not count, the strongest reason first: a day is called by it. */
const REASONS: readonly Reason[] = ['waiting', 'closed-date', 'closed-weekday', 'receipt-day', 'outside-hours']

/** What a day is called: why it counts, or else why nothing of it does. */
export function kindOf({ parts }: CalendarDay): Reason {
  const counted = parts.find((part) => part.counted)
  if (counted !== undefined) return counted.why
  const reasons = parts.map(({ why }) => why)
  return REASONS.find((reason) => reasons.includes(reason)) ?? (reasons[0] as Reason)
}
