import { formatMessage, listTexts, titlesOf } from '@clientele/core/explain'
import type { EffortAllocation } from '@clientele/funnel'
import { explainBottlenecks, explainEffort, type FunnelLocale } from '@clientele/funnel/explain'
import { textbookFunnel } from '@clientele/funnel/templates'
import { html, type TemplateResult } from 'lit-html'
import { sliderField } from '../../fields/sliderField.js'
import { textField } from '../../fields/textField.js'
import { headline, section } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import type { Shown } from '../types.js'
import { SHORT_WEEK, type Stage, WEEK } from './book.js'
import { bookOnPaper, bookTable } from './bookTable.js'
import type { Effort } from './computeEffort.js'
import { divisionBars } from './divisionBars.js'
import type { EffortFields } from './fields.js'
import { necks } from './necks.js'
import type { EffortTexts } from './texts/types.js'
import { locales, shownHours, shownMoney, texts } from './wording.js'

/** So many hours the slider goes; more can be typed. */
const SLIDER_HOURS = 80

type ShownEffort = Shown<EffortFields, Effort>

export function view(shown: ShownEffort): TemplateResult {
  const { language, result } = shown
  const [said, locale] = [texts[language], locales[language]]
  const { allocation, ranking } = result
  return html`<div class="play dividing">
      ${headline(answer(allocation, said, locale))}
      <div class="week">
        ${hours(shown, said)}
        <div class="facts">${facts(allocation, said, locale)}</div>
      </div>
      <h2>${said.divided}</h2>
      <p class="soft">${said.dividedExplained}</p>
      ${divisionBars(allocation, said, locale)}
      <h2>${said.book}</h2>
      <p class="soft">${said.bookExplained}</p>
      ${textField(shown, { name: 'worth', label: said.worth, keyboard: 'decimal', size: 9 })}
      <div class="people-table">${bookTable(shown, said, locale)}</div>
    </div>
    ${section(said.why, sentences(explainEffort(allocation, textbookFunnel, locale).sentences))}
    ${section(
      said.necks,
      html`<p>${said.necksExplained}</p>
        ${necks(shown, said, locale)} ${sentences(explainBottlenecks(ranking, textbookFunnel, locale).sentences)}`,
    )}`
}

/** The example on paper: the book, without what follows from it. */
export function handout(shown: ShownEffort): TemplateResult {
  const said = texts[shown.language]
  const { worth, hours: given } = shown.fields
  return html`${bookOnPaper(shown, said, locales[shown.language])}
    <p>${formatMessage(said.paper, { worth, hours: given })}</p>`
}

/** Who gets how many hours, the best first; where they bring nothing, the package says why. */
function answer(allocation: EffortAllocation, said: EffortTexts, locale: FunnelLocale): string {
  const { hours: all, expectedValue, reasons } = allocation
  if (expectedValue === 0) return explainEffort(allocation, textbookFunnel, locale).sentences[0] as string
  const parts = reasons.flatMap(({ code, params }) =>
    code === 'best-use' ? [formatMessage(said.part, { hours: shownHours(params.hours, locale), stage: said.stages[params.stage as Stage] })] : [],
  )
  return formatMessage(said.headline, {
    hours: shownHours(all, locale),
    division: listTexts(parts, locale.core),
    value: shownMoney(expectedValue, locale),
  })
}

/** How many hours there are: any number, or those of two weeks. */
function hours(shown: ShownEffort, said: EffortTexts): TemplateResult {
  const weeks = [
    { week: WEEK, label: said.week },
    { week: SHORT_WEEK, label: said.shortWeek },
  ]
  return html`<div>
    ${sliderField(shown, { name: 'hours', label: said.hours, minimum: 0, maximum: SLIDER_HOURS, step: 1 })}
    <div class="week-buttons" role="group" aria-label=${said.weeks}>
      ${weeks.map(
        ({ week, label }) => html`<button
          type="button"
          aria-pressed=${shown.fields.hours === week}
          @click=${() => shown.change({ hours: week }, { isStep: true })}
        >
          ${label}
        </button>`,
      )}
    </div>
  </div>`
}

/** What all hours bring, and what one more would. */
function facts({ expectedValue, nextHour }: EffortAllocation, said: EffortTexts, locale: FunnelLocale): readonly TemplateResult[] {
  const title = titlesOf(textbookFunnel.stages, locale)
  const fact = (name: string, figure: string, note: string) => html`<div>
    <p class="fact-name">${name}</p>
    <p class="figure">${figure}</p>
    <p class="hint">${note}</p>
  </div>`
  return [
    fact(said.expected, shownMoney(expectedValue, locale), said.expectedIn),
    nextHour === null
      ? fact(said.nextHour, said.unknown, said.noNextHour)
      : fact(said.nextHour, shownMoney(nextHour.value, locale), formatMessage(said.nextHourAt, { stage: title(nextHour.stage) })),
  ]
}
