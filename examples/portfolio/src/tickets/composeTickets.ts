import { analyseEventLog } from '@clientele/complaints'
import type { TicketBook, TicketDiagnosis, TicketSettings, TicketsReport } from './types.js'

/** Says everything that follows from a file of tickets, as data. */
export function composeTickets(book: TicketBook, { asOf, times, zone }: TicketSettings): TicketsReport {
  const events = book.used.map(({ case: id, activity, at }) => ({ case: id, activity, at }))
  const log = analyseEventLog(events, { asOf, zone })
  const rejected: TicketDiagnosis[] = book.rejected.length === 0 ? [] : [{ code: 'tickets-rejected', params: { rows: book.rejected.length } }]
  const tied = log.diagnoses.filter((diagnosis) => diagnosis.code === 'same-moment')
  return { asOf, times, zone, rows: book.counts, log, diagnoses: [...rejected, ...tied], later: book.later, rejected: book.rejected }
}
