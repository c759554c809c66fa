import { type ComplaintsLocale, explainClocks } from '@clientele/complaints/explain'
import { en } from '@clientele/complaints/locales/en'
import { zhCN } from '@clientele/complaints/locales/zh-CN'
import { eightSteps } from '@clientele/complaints/templates'
import {
  explainBusinessTime,
  formatMessage,
  shownBusinessTime,
  shownDate,
  shownElapsedTime,
  shownMoment,
  shownZonedMoment,
} from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { monthCalendar } from '../../calendar/monthCalendar.js'
import { headline, section } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import type { Language, Shown } from '../types.js'
import type { Deadline } from './computeDeadline.js'
import type { DeadlineFields } from './fields.js'
import { calendarInputs, presetButtons, promiseInputs } from './inputs.js'
import { namesOf } from './names.js'
import { paper, workingDays } from './paper.js'
import { answerWithin } from './promise.js'
import { rulesTable } from './rules.js'
import { english } from './texts/en.js'
import type { DeadlineTexts } from './texts/types.js'
import { chinese } from './texts/zh-CN.js'

type ShownDeadline = Shown<DeadlineFields, Deadline>

const texts: { readonly [L in Language]: DeadlineTexts } = { en: english, 'zh-CN': chinese }
const locales: { readonly [L in Language]: ComplaintsLocale } = { en, 'zh-CN': zhCN }

/** So many spans are told in sentences. */
const MOST = 40

export function view(shown: ShownDeadline): TemplateResult {
  const { language, result } = shown
  const said = texts[language]
  const locale = locales[language]
  return html`${headline(answer(result, said, locale))} ${presetButtons(shown, said)}
    <div class="deadline-frame"><div class="deadline">
      <div class="promise">${promiseInputs(shown, said)}</div>
      <div class="result">
        ${calendarOf(shown, said)}
        ${result.kind === 'time' ? html`<p>${passing(result, said, locale)}</p>` : nothing}
      </div>
      <div class="opening">${calendarInputs(shown, said)}</div>
    </div></div>
    ${section(said.why, explained(result, said, locale))} ${section(said.rules, rulesTable(shown, said, locale))}`
}

export function handout(shown: ShownDeadline): TemplateResult {
  return paper(shown, texts[shown.language], locales[shown.language])
}

/** When it is due, in one sentence. */
export function answer({ kind, seconds, start, dueDate, spans }: Deadline, said: DeadlineTexts, { core }: ComplaintsLocale): string {
  const promisedAt = shownMoment(start.local, core)
  if (kind === 'days') {
    const days = spans.findLast(({ day }) => day !== undefined)?.day ?? 0
    return formatMessage(said.dueDays, { amount: workingDays(days, said), start: promisedAt, due: shownDate(dueDate ?? '', core) })
  }
  const isBack = seconds < 0
  const due = (isBack ? spans[0]?.fromLocal : spans.at(-1)?.toLocal) ?? start.local
  const amount = shownBusinessTime(Math.abs(seconds), core)
  return formatMessage(isBack ? said.dueBack : said.dueTime, { amount, start: promisedAt, due: shownZonedMoment(due, core) })
}

function passing({ elapsed, seconds }: Deadline, said: DeadlineTexts, { core }: ComplaintsLocale): string {
  const times = { elapsed: shownElapsedTime(Math.abs(elapsed), core), counted: shownBusinessTime(Math.abs(seconds), core) }
  return formatMessage(said.passes, times)
}

function calendarOf({ language, result }: ShownDeadline, said: DeadlineTexts): TemplateResult {
  const { calendar, spans, seconds, kind } = result
  const isBack = seconds < 0
  return monthCalendar({
    caption: said.calendar,
    language,
    spans,
    zone: calendar.zone,
    startText: isBack ? said.begin : said.start,
    endText: isBack ? said.start : said.due,
    names: namesOf(calendar, said.holidays),
    ...(kind === 'time' ? { seconds: Math.abs(seconds) } : {}),
  })
}

function explained({ trace, clocks, calendar }: Deadline, said: DeadlineTexts, locale: ComplaintsLocale): TemplateResult {
  const told = tell()
  if (told === undefined) return html`<p>${said.tooLong}</p>`
  return html`<p class="soft">${said.whyExplained}</p>
    ${sentences(told.slice(0, MOST))}
    ${told.length > MOST ? html`<p>${formatMessage(said.more, { number: told.length - MOST })}</p>` : nothing}`

  /** Of a clock, how many there are is no news: there is but one. */
  function tell(): readonly string[] | undefined {
    if (trace !== undefined) return explainBusinessTime(trace, calendar, locale.core).sentences
    if (clocks === undefined) return undefined
    const days = clocks.clocks[0]?.trace.spans.findLast(({ day }) => day !== undefined)?.day ?? 0
    return explainClocks(clocks, [answerWithin(days), eightSteps, calendar], locale).sentences.slice(1)
  }
}
