import { formatMessage } from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { choiceField } from '../../fields/choiceField.js'
import { sliderField } from '../../fields/sliderField.js'
import { textField } from '../../fields/textField.js'
import type { Shown } from '../types.js'
import { type TemplateId, templateIds, zones } from './chapter.js'
import { clockTimeAndOffset } from './clockTime.js'
import type { Deadline } from './computeDeadline.js'
import { type DeadlineFields, defaults, fieldsOf, type PresetId, presets } from './fields.js'
import { datesInBoth } from './readCalendar.js'
import type { DeadlineTexts } from './texts/types.js'

type ShownDeadline = Shown<DeadlineFields, Deadline>

/** What was promised, and when. */
export function promiseInputs(shown: ShownDeadline, said: DeadlineTexts): TemplateResult {
  return html`${choiceField(shown, { name: 'kind', label: said.kind, options: optionsOf(said.kinds) })} ${amount(shown, said)}
    <div class="fields">
      ${textField(shown, { name: 'date', label: said.date, keyboard: 'numeric', size: 10 })}
      ${textField(shown, { name: 'time', label: said.time, size: 9 })}
    </div>
    <p class="hint">${said.timeHint}</p>
    ${note(shown, said)}`
}

/** When the business is open. */
export function calendarInputs(shown: ShownDeadline, said: DeadlineTexts): TemplateResult {
  return html`${calendarChoice(shown, said)}
    ${choiceField(shown, { name: 'zone', label: said.zone, options: zones.map((zone) => ({ value: zone, label: said.zones[zone] ?? zone })) })}
    ${openingHours(shown, said)}`
}

/** Examples to start from: everything else is as it was at first. */
export function presetButtons({ change }: ShownDeadline, said: DeadlineTexts): TemplateResult {
  const ids = Object.keys(presets) as readonly PresetId[]
  return html`<p class="presets" role="group" aria-label=${said.presetsTitle}>
    <span class="soft">${said.presetsTitle}</span>
    ${ids.map((id) => html`<button type="button" @click=${() => change({ ...defaults, ...presets[id] }, { isStep: true })}>${said.presets[id]}</button>`)}
  </p>`
}

function amount(shown: ShownDeadline, said: DeadlineTexts): TemplateResult {
  if (shown.fields.kind === 'days') return sliderField(shown, { name: 'days', label: said.days, minimum: 0, maximum: 40, step: 1 })
  return html`<div class="amount">
    ${sliderField(shown, { name: 'hours', label: said.hours, minimum: 0, maximum: 80, step: 1 })}
    ${textField(shown, { name: 'minutes', label: said.minutes, keyboard: 'numeric', size: 3 })}
  </div>`
}

/** What became of a time that the clocks of the zone show never, or twice. */
function note({ result, fields, isStale }: ShownDeadline, said: DeadlineTexts): TemplateResult | typeof nothing {
  const { isSkipped, second, local } = result.start
  if (isStale || (!isSkipped && second === undefined)) return nothing
  const time = clockTimeAndOffset(fields.time)
  const text = isSkipped
    ? formatMessage(said.skipped, { time, taken: local.slice(11, 16) })
    : formatMessage(said.twice, { time, second: `${time}${(second ?? '').slice(19)}` })
  return html`<p class="clock-change" role="status">${text}</p>`
}

/** With a calendar come its hours and its zone. */
function calendarChoice(shown: ShownDeadline, said: DeadlineTexts): TemplateResult {
  const change: ShownDeadline['change'] = ({ template }, options) => shown.change(fieldsOf(template as TemplateId), options)
  const options = templateIds.map((value) => ({ value, label: said.templates[value] }))
  return choiceField({ ...shown, change }, { name: 'template', label: said.template, options })
}

/** Hidden until looked for, at fault, or remarked upon. */
function openingHours(shown: ShownDeadline, said: DeadlineTexts): TemplateResult {
  const names = ['weekdays', 'saturday', 'sunday', 'closed', 'open'] as const
  const isAtFault = names.some((name) => shown.issuesOf(name).length > 0)
  return html`<details ?open=${isAtFault || datesInBoth(shown.fields).length > 0}>
    <summary>${said.hoursTitle}</summary>
    ${names.slice(0, 3).map((name) => textField(shown, { name, label: said[name], size: 24 }))}
    <p class="hint">${said.hoursHint}</p>
    ${names.slice(3).map((name) => textField(shown, { name, label: said[name], size: 24 }))}
    <p class="hint">${said.datesHint}</p>
    ${inBoth(shown, said)}
  </details>`
}

/** What became of dates that are typed both as closed and as worked. */
function inBoth({ fields, isStale }: ShownDeadline, said: DeadlineTexts): TemplateResult | typeof nothing {
  const dates = datesInBoth(fields)
  if (isStale || dates.length === 0) return nothing
  return html`<p class="clock-change" role="status">${formatMessage(said.inBoth, { dates: dates.join(', ') })}</p>`
}

function optionsOf(labels: { readonly [value: string]: string }): readonly { readonly value: string; readonly label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
