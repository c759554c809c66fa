import type { Issue } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { readZone, type Zone } from '@clientele/core/clocks'
import type { TicketColumns } from '../config/types.js'
import { readRows } from '../rows/readRows.js'
import type { Cells, RowKind } from '../rows/types.js'
import { readTime } from './readTime.js'
import type { TicketBook, TicketEvent, TicketSettings } from './types.js'

/** Reads a file of what happened to tickets: every row is used, or dated after `asOf`, or rejected with its reasons. */
export async function readTickets(file: string, settings: TicketSettings, reportProgress: (rows: number) => void): Promise<TicketBook> {
  const { columns, times, asOf } = settings
  // A checked config names a zone that there is.
  const zone = readZone(settings.zone, ['zone'], []) as Zone
  const readCells = (cells: Cells<TicketColumns>, line: number, issues: Issue[]): TicketEvent | undefined => {
    for (const role of ['case', 'activity'] as const) if (cells[role].trim() === '') issues.push(createIssue('empty', [columns[role]], {}))
    const time = readTime(cells.at, times, zone, columns.at, issues)
    return issues.length > 0 || time === undefined ? undefined : { line, date: time.date, case: cells.case, activity: cells.activity, at: time.at }
  }
  const kind: RowKind<TicketColumns, TicketEvent> = { columns, readCells }
  return await readRows(file, kind, asOf, reportProgress)
}
