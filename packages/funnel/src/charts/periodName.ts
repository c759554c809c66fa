import { civilDate, parseDay } from '@clientele/core/days'
import { formatMessage } from '@clientele/core/explain'

const MONTH_LENGTH = 7
const YEAR_LENGTH = 4

/** What a period is called: its year, its month or its day, where it is one, else by its first and its last one. */
export function periodName(from: string, to: string, range: string): string {
  if (from === to) return from
  const length = isWholeMonths(from, to) ? MONTH_LENGTH : from.length
  const [first, last] = [from.slice(0, length), to.slice(0, length)]
  const isYear = length === MONTH_LENGTH && first.endsWith('-01') && last.endsWith('-12') && from.slice(0, YEAR_LENGTH) === to.slice(0, YEAR_LENGTH)
  if (isYear) return from.slice(0, YEAR_LENGTH)
  return first === last ? first : formatMessage(range, { from: first, to: last })
}

function isWholeMonths(from: string, to: string): boolean {
  return from.endsWith('-01') && (to === '9999-12-31' || civilDate(parseDay(to) + 1).day === 1)
}
