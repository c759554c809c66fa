import { formatMessage, titlesOf } from '@clientele/core/explain'
import type { EffortAllocation, StageEffort } from '@clientele/funnel'
import type { FunnelLocale } from '@clientele/funnel/explain'
import { textbookFunnel } from '@clientele/funnel/templates'
import { html, nothing, type TemplateResult } from 'lit-html'
import type { EffortTexts } from './texts/types.js'
import { shownHours, shownMoney, shownNumber } from './wording.js'

/** Each stage as a vessel as long as the hours that it can take, filled with those that it gets. */
export function divisionBars({ stages }: EffortAllocation, said: EffortTexts, locale: FunnelLocale): TemplateResult {
  const longest = Math.max(0, ...stages.map(({ capacityHours }) => capacityHours ?? 0))
  const order = fillingOrder(stages)
  const title = titlesOf(textbookFunnel.stages, locale)
  return html`<ol class="division" aria-label=${said.divided}>
    ${stages.map((stage) => {
      const rank = order.indexOf(stage.stage) + 1
      return html`<li>
        <span class="of">
          ${rank === 0 ? nothing : html`<span class="badge" aria-hidden="true">${rank}</span><span class="unseen">${formatMessage(said.rank, { rank })}</span>`}
          <strong>${title(stage.stage)}</strong>
        </span>
        <span class="worth">${worthOf(stage, said, locale)}</span>
        ${vessel(stage, longest, said, locale)}
      </li>`
    })}
  </ol>`
}

function vessel({ hours, deals, capacityHours }: StageEffort, longest: number, said: EffortTexts, locale: FunnelLocale): TemplateResult {
  const most = capacityHours ?? 0
  // Lengths of which one is too small to be seen may be no numbers at all when they are divided.
  const partOf = (part: number, whole: number) => (whole > 0 ? part / whole : 0)
  const told = formatMessage(said.hoursOf, { hours: shownHours(hours, locale), most: shownHours(most, locale) })
  return html`<span class="vessel" style="--most: ${partOf(most, longest)}; --part: ${partOf(hours, most)}"><span></span></span>
    <span class="told">${told}${deals > 0 ? html` <span class="soft">(${formatMessage(said.people, { people: shownNumber(deals) })})</span>` : nothing}</span>`
}

function worthOf({ marginal }: StageEffort, said: EffortTexts, locale: FunnelLocale): string {
  return marginal === null ? said.unknownHour : formatMessage(said.anHour, { value: shownMoney(marginal, locale) })
}

/** Where an hour brings most is filled first; of stages where it brings the same, the later one. */
function fillingOrder(stages: readonly StageEffort[]): string[] {
  const useful = stages.filter(({ marginal }) => marginal !== null && marginal > 0)
  return [...useful]
    .reverse()
    .sort((one, other) => (other.marginal as number) - (one.marginal as number))
    .map(({ stage }) => stage)
}
