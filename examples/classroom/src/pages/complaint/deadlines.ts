import type { ComplaintClock } from '@clientele/complaints'
import { explainClocks } from '@clientele/complaints/explain'
import { chinaClocks, eightSteps } from '@clientele/complaints/templates'
import { localizeText } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { monthCalendar } from '../../calendar/monthCalendar.js'
import { choiceField } from '../../fields/choiceField.js'
import { section } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import type { Language } from '../types.js'
import { office } from './chapter.js'
import { localOf } from './moments.js'
import type { OneClock } from './oneClock.js'
import { locales, type ShownComplaint, texts } from './words.js'

/** More sentences than these nobody reads. */
const SHOWN = 80

const FIRM = ['first-response', 'resolution']

/** How the firm's own deadlines stand, in a sentence each. */
export function deadlinesNow({ language, result }: ShownComplaint): TemplateResult {
  const statuses = FIRM.flatMap((clock) => result.oneByOne[clock] ?? []).map((one) => explained(one, language)[1] ?? '')
  return html`<h2>${texts[language].deadlinesNow}</h2>${sentences(statuses)}`
}

/** One deadline on a calendar, and how it comes about span by span. */
export function deadline(shown: ShownComplaint): TemplateResult {
  const { language, result } = shown
  const said = texts[language]
  const [, ...explanation] = explained(result.chosen, language)
  const clock = result.chosen.clocks.clocks.at(-1)
  return section(
    said.deadlines,
    html`${choiceField(shown, { name: 'clock', label: said.clock, options: chinaClocks.clocks.map(({ id }) => ({ value: id, label: titleOf(id, language) })) })}
      ${clock === undefined ? nothing : onCalendar(clock, shown)}
      <div class="explanation">${sentences(explanation.slice(0, SHOWN))}</div>
      ${explanation.length <= SHOWN ? nothing : html`<p>${formatMessage(said.more, { number: explanation.length - SHOWN })}</p>`}`,
  )
}

function onCalendar(clock: ComplaintClock, { language, result }: ShownComplaint): TemplateResult {
  const said = texts[language]
  const marked = (local: string, text: string) => ({ date: local.slice(0, 10), text: formatMessage(text, { time: local.slice(11) }) })
  return monthCalendar({
    caption: formatMessage(said.calendar, { clock: titleOf(clock.clock, language) }),
    language,
    spans: clock.trace.spans,
    zone: office.zone,
    startText: said.start,
    endText: said.due,
    marks: [marked(result.local, said.now), ...(clock.metAt === undefined ? [] : [marked(localOf(clock.metAt), said.met)])],
  })
}

function explained({ policy, clocks }: OneClock, language: Language): readonly string[] {
  return explainClocks(clocks, [policy, office, eightSteps], locales[language]).sentences
}

function titleOf(clock: string, language: Language): string {
  return localizeText(chinaClocks.clocks.find(({ id }) => id === clock)?.title ?? clock, language)
}
