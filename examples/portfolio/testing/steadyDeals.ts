import { addCalendarDays, type CalendarDate } from '@clientele/core'

const FIRST: CalendarDate = '2026-01-01'
const LAST: CalendarDate = '2026-09-30'

/**
 * Rows of deals of which one is engaged every day from January to September 2026, by Ann and Bob in turn, and decided after 10, 20, 30 or 40 days; those that would be
 * decided later are open. Ann wins two of three, Bob one of three.
 */
export function steadyDeals(): string[] {
  return Array.from({ length: 273 }, (_, day) => {
    const engaged = addCalendarDays(FIRST, day)
    const closed = addCalendarDays(engaged, 10 * (1 + (Math.floor(day / 6) % 4)))
    const [owner, wins] = day % 2 === 0 ? ['Ann', 2] : ['Bob', 1]
    const product = day % 5 === 0 ? 'Nut' : 'Bolt'
    const isWon = Math.floor(day / 2) % 3 < wins
    const start = `D${day},${owner},${product},Acme`
    if (closed > LAST) return `${start},Engaging,${engaged},,`
    return `${start},${isWon ? 'Won' : 'Lost'},${engaged},${closed},${isWon ? (product === 'Nut' ? 38 : 102) : 0}`
  })
}
