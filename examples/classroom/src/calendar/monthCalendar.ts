import { civilDate, formatDay, parseDay } from '@clientele/core/days'
import { type CoreLocale, formatMessage, shownBusinessTime } from '@clientele/core/explain'
import { en } from '@clientele/core/locales/en'
import { zhCN } from '@clientele/core/locales/zh-CN'
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Language } from '../pages/types.js'
import { dayCell, type Mark } from './dayCell.js'
import { kindOf } from './kindOf.js'
import { splitSpans } from './splitSpans.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'
import type { CalendarRow, CalendarTexts, MonthCalendarProperties } from './types.js'
import { weeksOf } from './weeksOf.js'

const texts: { readonly [L in Language]: CalendarTexts } = { en: english, 'zh-CN': chinese }
const locales: { readonly [L in Language]: CoreLocale } = { en, 'zh-CN': zhCN }

/**
 * Shows on a calendar, week by week, which time between two moments counts: of each day how much, between which hours, and how much until then; of a
 * day that does not count, why. Of many weeks the first and the last ones.
 */
export function monthCalendar(properties: MonthCalendarProperties): TemplateResult {
  const { caption, language, spans, zone = 'UTC', seconds, names = {} } = properties
  const said = texts[language]
  const days = splitSpans(spans, zone, seconds)
  if (days.length === 0) return html`<p>${said.nothing}</p>`
  const marks = marksOf(properties, said)
  const kinds = [...new Set(days.map(kindOf))]
  const isInDays = spans.some(({ day }) => day !== undefined)
  return html`<div class="month-calendar">
    <table>
      <caption class="unseen">${caption}</caption>
      <thead>
        <tr>
          <th scope="col">${said.week}</th>
          ${said.weekdays.map((weekday, index) => html`<th scope="col" abbr=${said.wholeWeekdays[index] ?? nothing}>${weekday}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeksOf(days).map((row, index) => rowOf(row, index === 0))}
      </tbody>
    </table>
    <ul class="legend" aria-label=${said.legend}>
      ${kinds.map((kind) => html`<li><span class="swatch ${kind}" aria-hidden="true"></span>${said.kinds[kind]}</li>`)}
    </ul>
    ${isInDays ? nothing : html`<p class="hint" aria-hidden="true">${said.strip}</p>`}
  </div>`

  function rowOf(row: CalendarRow, isFirst: boolean): TemplateResult {
    if ('hiddenWeeks' in row) return hiddenRow(row)
    return html`<tr>
      <th scope="row">${weekHead(row.monday, isFirst, said)}</th>
      ${row.days.map((day, index) => {
        const number = row.monday + index
        const date = formatDay(number)
        return dayCell({
          number,
          isFirst: isFirst && index === 0,
          day,
          name: date && names[date],
          marks: marks.filter((mark) => mark.day === number),
          said,
          locale: locales[language],
        })
      })}
    </tr>`
  }

  function hiddenRow({ hiddenWeeks, seconds: hidden }: Extract<CalendarRow, { readonly hiddenWeeks: number }>): TemplateResult {
    const time = shownBusinessTime(Math.max(hidden, 0), locales[language])
    return html`<tr class="hidden-weeks">
      <th scope="row"><span class="unseen">${said.hiddenHead}</span></th>
      <td colspan="7">
        ${formatMessage(said.hiddenWeeks[hiddenWeeks === 1 ? 'one' : 'many'], { number: hiddenWeeks })}
        ${isInDays ? nothing : formatMessage(said.hiddenTime, { time })}
      </td>
    </tr>`
  }
}

/** The month of the Monday, where it is another than the week before; those who hear it hear the Monday of each. */
function weekHead(monday: number, isFirst: boolean, said: CalendarTexts): TemplateResult {
  const { year, month, day } = civilDate(monday)
  const isNew = isFirst || day <= 7
  const text = formatMessage(said.monthOfYear, { month: said.shortMonths[month - 1] ?? '', year })
  return html`<span class="unseen">${formatMessage(said.weekFrom, { day, month: said.months[month - 1] ?? '' })}</span>
    ${isNew ? html`<span aria-hidden="true">${text}</span>` : nothing}`
}

function marksOf({ spans, startText, endText, marks = [] }: MonthCalendarProperties, said: CalendarTexts): Mark[] {
  const days = { first: spans[0], last: spans.at(-1) }
  const start = days.first && { day: parseDay(days.first.date), time: days.first.fromLocal.slice(11, 16) }
  const end = days.last && endOf(days.last.toLocal)
  const timed = (at: typeof start, text: string): Mark[] =>
    at === undefined || text === '' ? [] : [{ day: at.day, text: formatMessage(said.timed, { text, time: at.time }) }]
  return [
    ...timed(start, startText ?? said.start),
    ...marks.map(({ date, text }) => ({ day: parseDay(date), text })),
    ...timed(end, endText ?? said.end),
  ]
}

/** An end at midnight is the end of the date before. */
function endOf(local: string): { readonly day: number; readonly time: string } {
  const [day, time] = [parseDay(local.slice(0, 10)), local.slice(11, 16)]
  return /T00:00(?::00(?:\.0+)?)?(?=[Z+-])/.test(local) ? { day: day - 1, time: '24:00' } : { day, time }
}
