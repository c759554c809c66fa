import { addBusinessTime, type BusinessCalendar, startOfDay, traceBusinessTime } from '@clientele/core/business-time'

/** When it was promised. */
export interface Start {
  /** In UTC. */
  readonly moment: string
  /** In the zone of the calendar, with its offset. */
  readonly local: string
  /** The zone's clocks skip the time that is written: it is taken as much later. */
  readonly isSkipped: boolean
  /** The zone's clocks show the time that is written twice, and this is the second one. */
  readonly second?: string
}

const SECOND = 'PT1S'
const always = [['00:00', '24:00']] as const
const everyDay = { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always }
const header = { kind: 'business-calendar', id: 'local-time', version: '1' } as const

/** Reads a moment: with an offset as it is, otherwise by the clocks of the zone. */
export function readStart(date: string, time: string, zone: string): Start {
  if (/([+-]\d\d:?\d\d|Z)$/i.test(time)) {
    const written = `${date}T${time}`
    return { moment: addBusinessTime(written, 'PT0S', calendarOf(zone)), local: localOf(written, zone), isSkipped: false }
  }
  return readLocal(date, time, zone)
}

/**
 * The moment when the clocks of a zone show a time: that when a business opens which opens at that time, on that date only. So the rules for times
 * that come twice or never are the calendar's own.
 */
function readLocal(date: string, time: string, zone: string): Start {
  const midnight = startOfDay(date, zone)
  const calendar: BusinessCalendar = { ...header, zone, windows: {}, open: [{ date, windows: [[time, '24:00']] }] }
  const opened = traceBusinessTime(midnight, addBusinessTime(midnight, SECOND, calendar), calendar).spans.at(-1)
  const { from: moment, fromLocal: local } = opened as { readonly from: string; readonly fromLocal: string }
  const isSkipped = local.slice(11, 16) !== time
  const offsetAtEnd = localOf(addBusinessTime(moment, 'PT24H', calendarOf(zone)), zone).slice(19)
  const second = `${local.slice(0, 19)}${offsetAtEnd}`
  return isSkipped || second === local || localOf(second, zone) !== second ? { moment, local, isSkipped } : { moment, local, isSkipped, second }
}

function localOf(moment: string, zone: string): string {
  const calendar = calendarOf(zone)
  const [span] = traceBusinessTime(moment, addBusinessTime(moment, SECOND, calendar), calendar).spans
  return span?.fromLocal ?? moment
}

function calendarOf(zone: string): BusinessCalendar {
  return { ...header, zone, windows: everyDay }
}
