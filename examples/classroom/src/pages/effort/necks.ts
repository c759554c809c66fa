import { formatMessage, shownPercent, titlesOf } from '@clientele/core/explain'
import type { BottleneckRanking, StageMeasure } from '@clientele/funnel'
import type { FunnelLocale } from '@clientele/funnel/explain'
import { textbookFunnel } from '@clientele/funnel/templates'
import { html, type TemplateResult } from 'lit-html'
import { textField } from '../../fields/textField.js'
import type { Shown } from '../types.js'
import { type Stage, stages } from './book.js'
import type { Effort } from './computeEffort.js'
import { type EffortFields, fieldOf } from './fields.js'
import type { EffortTexts } from './texts/types.js'
import { shownMoney, shownNumber } from './wording.js'

/** In the order in which they stand in a bar. */
const PARTS = ['advanced', 'open', 'lost'] as const

/** The funnel, neck by neck: what became of those who came, what share should get on, and what it would bring if it did. */
export function necks(shown: Shown<EffortFields, Effort>, said: EffortTexts, locale: FunnelLocale): TemplateResult {
  const { measure, ranking } = shown.result
  const title = titlesOf(textbookFunnel.stages, locale)
  const most = Math.max(1, measure.entered)
  return html`<p class="necks-legend">${PARTS.map((part) => html`<span><span class="shape ${part}" aria-hidden="true"></span>${said[part]}</span>`)}</p>
    <div class="necks-head soft" aria-hidden="true">
      <span>${said.stage}</span><span class="came">${said.became}</span><span>${said.benchmark}</span><span class="gain">${said.brings}</span>
    </div>
    <ol class="necks" aria-label=${said.necks}>
      ${stages.map((stage, index) => {
        const measured = measure.stages[index] as StageMeasure
        return html`<li>
          <strong>${title(stage)}</strong>
          <div class="came">${bar(measured, most)}<span class="told">${counts(measured, said)}</span></div>
          ${textField(shown, {
            name: fieldOf('benchmark', stage),
            label: formatMessage(said.fieldOf, { what: said.benchmark, stage: title(stage) }),
            isLabelHidden: true,
            keyboard: 'decimal',
            size: 4,
          })}
          <span class="told gain">${gain(stage, ranking, said, locale)}</span>
        </li>`
      })}
    </ol>`
}

function bar(measured: StageMeasure, most: number): TemplateResult {
  return html`<span class="stack" aria-hidden="true">${PARTS.map(
    (part) => html`<span class=${part} style="--part: ${measured[part] / most}"></span>`,
  )}</span>`
}

function counts({ entered, advanced, conversion }: StageMeasure, said: EffortTexts): string {
  const { ofClosed } = conversion
  const percent = ofClosed === null ? said.unknown : `${shownPercent(ofClosed)}%`
  return formatMessage(said.came, { entered, advanced, percent })
}

/** What more it would bring if the neck let through as many as it should. */
function gain(stage: Stage, { bottlenecks, met, insufficient }: BottleneckRanking, said: EffortTexts, locale: FunnelLocale): string {
  const found = bottlenecks.find((one) => one.stage === stage)
  if (found !== undefined) {
    const [amount] = found.lostValue
    const partners = formatMessage(said.morePartners, { partners: shownNumber(found.lostDeals) })
    return amount === undefined ? partners : formatMessage(said.moreMoney, { value: shownMoney(amount.amount, locale), partners })
  }
  if (met.some((one) => one.stage === stage)) return said.met
  return insufficient.some((one) => one.stage === stage) ? said.unjudged : said.withoutBenchmark
}
