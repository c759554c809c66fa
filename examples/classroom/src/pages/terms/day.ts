import { addCalendarDays, calendarDaysBetween, isCalendarDate } from '@clientele/core'
import { formatMessage, isNil, shownDate, shownDays, shown as shownDecimal } from '@clientele/core/explain'
import type { TermsWindow } from '@clientele/credit'
import type { CreditLocale } from '@clientele/credit/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { table } from '../../layout/table.js'
import type { Shown } from '../types.js'
import type { TermsExample } from './computeTerms.js'
import type { TermsFields } from './fields.js'
import { money } from './money.js'
import { grouped, inLines, unbroken } from './readable.js'
import type { TermsTexts } from './texts/types.js'

type ShownTerms = Shown<TermsFields, TermsExample>

/** What is to be paid on the day in question, which is dragged over the windows. */
export function day(shown: ShownTerms, said: TermsTexts, locale: CreditLocale): TemplateResult {
  return html`${answer(shown.result, said, locale)}
    <div class="day-track">${slider(shown, said, locale)} ${band(shown.result, said)}</div>
    ${windows(shown.result, said)}`
}

/** Before both the invoice and the first day that counts, there is nothing to pay yet. */
function isTooEarly({ asOf, firstDay }: TermsExample): boolean {
  return asOf < firstDay
}

/** The window in which a day falls: who pays before the first pays what that asks, and after the last one there is none. */
function windowOn({ timeline, asOf }: TermsExample): TermsWindow | undefined {
  return timeline.windows.find(({ to }) => asOf <= to)
}

function answer(result: TermsExample, said: TermsTexts, locale: CreditLocale): TemplateResult {
  const { timeline, asOf } = result
  const { payable = timeline.amount } = windowOn(result) ?? {}
  const date = unbroken(shownDate(asOf, locale.core))
  if (isTooEarly(result)) {
    const invoiced = unbroken(shownDate(result.invoice.date, locale.core))
    return html`<p class="answer-of-day" role="status">
      <span>${inLines(formatMessage(said.tooEarly, { date, invoiced }))}</span>
    </p>`
  }
  const number = calendarDaysBetween(timeline.start, asOf)
  const paidOn = number < 0 ? said.paidBefore : said.paidOn
  return html`<p class="answer-of-day" role="status">
    <span>${inLines(formatMessage(paidOn, { day: number, date }))}</span>
    <strong>${money(payable, timeline.currency, locale)}</strong>
    <span>${condition(result, said, locale)}</span>
  </p>`
}

function condition(result: TermsExample, said: TermsTexts, locale: CreditLocale): string {
  const { timeline, asOf } = result
  if (isNil(timeline.amount)) return said.nothing
  const window = windowOn(result)
  const days = (from: string, to: string) => shownDays(calendarDaysBetween(from, to), locale.core)
  if (window === undefined) return formatMessage(said.late, { days: days(timeline.due, asOf) })
  const { percent, to } = window
  const [last, before] = percent === '0' ? [said.lastWhole, said.whole] : [said.lastDiscounted, said.discounted]
  return formatMessage(asOf === to ? last : before, { percent, days: days(asOf, to) })
}

/** The days lie under the slider's thumb, one beside the other. */
function slider(shown: ShownTerms, said: TermsTexts, locale: CreditLocale): TemplateResult {
  const { firstDay, lastDay, asOf } = shown.result
  const last = calendarDaysBetween(firstDay, lastDay)
  const typed = isCalendarDate(shown.fields.asOf) ? shown.fields.asOf : asOf
  const change = ({ target }: Event) => shown.change({ asOf: addCalendarDays(firstDay, Number((target as HTMLInputElement).value)) })
  return html`<input
    type="range"
    name="asOf-slider"
    aria-label=${said.dragDay}
    aria-valuetext=${shownDate(typed, locale.core)}
    min="0"
    max=${last}
    step="1"
    style="--days: ${last + 1}"
    .value=${live(String(calendarDaysBetween(firstDay, typed)))}
    @input=${change}
  />`
}

/** The windows, each as long as its days: a picture of the table below it. */
function band({ timeline, firstDay, lastDay, asOf }: TermsExample, said: TermsTexts): TemplateResult {
  const { windows: all, due } = timeline
  const share = (days: number) => (days / (calendarDaysBetween(firstDay, lastDay) + 1)) * 100
  const from = (index: number) => (index === 0 ? firstDay : (all[index] as TermsWindow).from)
  const isInside = asOf >= firstDay && asOf <= lastDay
  return html`<div class="window-band" aria-hidden="true">
    ${all.map(({ percent, to }, index) => {
      const label = percent === '0' ? said.bandWhole : formatMessage(said.bandDiscount, { percent })
      return html`<span class=${kindOf(percent, index)} style="width: ${share(calendarDaysBetween(from(index), to) + 1)}%">${label}</span>`
    })}
    ${lastDay === due ? nothing : html`<span class="late" style="width: ${share(calendarDaysBetween(due, lastDay))}%">${said.bandLate}</span>`}
    ${isInside ? html`<i style="left: ${share(calendarDaysBetween(firstDay, asOf) + 0.5)}%"></i>` : nothing}
  </div>`
}

function kindOf(percent: string, index: number): string {
  if (percent === '0') return 'whole'
  return index === 0 ? 'best' : 'discount'
}

function windows(result: TermsExample, said: TermsTexts): TemplateResult {
  const { timeline } = result
  const today = isTooEarly(result) ? undefined : windowOn(result)
  return table({
    caption: said.windows,
    isCaptionHidden: true,
    columns: [
      { head: said.from },
      { head: said.to },
      { head: said.percent, isNumber: true },
      { head: formatMessage(said.payable, { currency: timeline.currency }), isNumber: true },
    ],
    rows: timeline.windows.map((window) => ({
      mark: window === today ? 'selected' : '',
      cells: [
        html`<span class="date">${window.from}</span>`,
        html`<span class="date">${window.to}</span>`,
        formatMessage(said.bandDiscount, { percent: window.percent }),
        grouped(shownDecimal(window.payable)),
      ],
    })),
  })
}
