import type { ComplaintsLocale } from '@clientele/complaints/explain'
import { formatDay, parseDay, weekdayOf } from '@clientele/core/days'
import { formatMessage, shownBusinessTime, shownMoment } from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { table } from '../../layout/table.js'
import type { Shown } from '../types.js'
import type { Deadline } from './computeDeadline.js'
import type { DeadlineFields } from './fields.js'
import { namesOf } from './names.js'
import type { DeadlineTexts } from './texts/types.js'

/** So many weeks are drawn. */
const WEEKS = 4

/** The example on paper: the promise, the opening hours, and weeks to write into. */
export function paper({ fields, result }: Shown<DeadlineFields, Deadline>, said: DeadlineTexts, { core }: ComplaintsLocale): TemplateResult {
  const { kind, seconds, start } = result
  const facts = {
    start: shownMoment(start.local, core),
    zone: said.zones[fields.zone] ?? fields.zone,
    amount: kind === 'days' ? workingDays(fields.days, said) : shownBusinessTime(Math.abs(seconds), core),
  }
  return html`<p>${formatMessage(kind === 'days' ? said.paperDays : said.paperTime, facts)}</p>
    ${table({
      caption: said.paperHours,
      columns: [{ head: said.paperDay }, { head: said.paperHours }],
      rows: (['weekdays', 'saturday', 'sunday'] as const).map((day) => ({ cells: [said[day], fields[day] === '' ? said.paperNone : fields[day]] })),
    })}
    ${weeks(result, said, core.weekdays)}`
}

/** So many working days, as a sentence has them. */
export function workingDays(number: string | number, { workingDays: { one, many } }: DeadlineTexts): string {
  return formatMessage(String(number) === '1' ? one : many, { number })
}

/** The weeks from the start on, with what the calendar says of dates and room for what counts. */
function weeks({ calendar, start }: Deadline, said: DeadlineTexts, weekdays: readonly string[]): TemplateResult {
  const names = namesOf(calendar, said.holidays)
  const isClosed = (date: string) => calendar.closed?.includes(date) === true && !calendar.open?.some((one) => one.date === date)
  const first = parseDay(start.local.slice(0, 10))
  const monday = first + 1 - weekdayOf(first)
  const cell = (day: number): TemplateResult | typeof nothing => {
    const date = formatDay(day)
    return date === undefined ? nothing : html`<td>${date.slice(5)}<br /><small>${names[date] ?? (isClosed(date) ? said.paperNone : '')}</small></td>`
  }
  return html`<table class="paper-weeks">
    <caption>${said.paperCalendar}</caption>
    <thead><tr>${weekdays.map((weekday) => html`<th scope="col">${weekday}</th>`)}</tr></thead>
    <tbody>
      ${Array.from({ length: WEEKS }, (_, week) => html`<tr>${weekdays.map((_, index) => cell(monday + week * 7 + index))}</tr>`)}
    </tbody>
  </table>`
}
