import { formatMessage, shownDays } from '@clientele/core/explain'
import type { FunnelLocale } from '@clientele/funnel/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { choiceField } from '../../fields/choiceField.js'
import { sliderField } from '../../fields/sliderField.js'
import type { Shown } from '../types.js'
import { supposedOf, type WinRates } from './computeWinRates.js'
import { type Deal, outcomes } from './deals.js'
import { daysField, dealNumbers, outcomeField, type WinRatesFields } from './fields.js'
import type { WinRatesTexts } from './texts/types.js'

/** So many days the sliders go; more can be typed. */
const SLIDER_DAYS = 90

/** Seen before what is said: the shape of a bar's end. */
const SHAPES = { won: '●', lost: '✕', open: '▷' } as const

type ShownWinRates = Shown<WinRatesFields, WinRates>

/** The deals, each with what is typed of it and, beside it, a bar as long as it took. */
export function dealRows(shown: ShownWinRates, said: WinRatesTexts, locale: FunnelLocale): TemplateResult {
  const { deals } = shown.result
  const longest = Math.max(1, ...deals.map(({ days }) => days))
  return html`${supposeButtons(shown, said)}
    <div class="deals-head soft" aria-hidden="true"><span></span><span>${said.days}</span><span>${said.outcome}</span><span>${said.picture}</span></div>
    <ol class="deals" aria-label=${said.deals}>
      ${dealNumbers.map((number) => {
        const deal = deals.find((one) => one.number === number)
        return html`<li>
          <span class="deal-number" aria-hidden="true">${number}</span>
          ${sliderField(shown, {
            name: daysField(number),
            label: formatMessage(said.daysOf, { number }),
            isLabelHidden: true,
            minimum: 0,
            maximum: SLIDER_DAYS,
            step: 1,
          })}
          ${choiceField(shown, {
            name: outcomeField(number),
            label: formatMessage(said.outcomeOf, { number }),
            isLabelHidden: true,
            options: outcomes.map((value) => ({ value, label: said.outcomes[value] })),
          })}
          <div class="course">${deal === undefined ? nothing : bar(deal, longest, said, locale)}</div>
        </li>`
      })}
    </ol>
    <p class="hint">${said.hint}</p>`
}

/** Buttons that suppose all open deals to be decided today; what was typed stays. */
function supposeButtons(shown: ShownWinRates, said: WinRatesTexts): TemplateResult {
  const supposed = supposedOf(shown.fields)
  return html`<div class="suppose" role="group" aria-label=${said.suppose}>
    <span class="soft">${said.suppose}</span>
    ${(['open', 'lost', 'won'] as const).map(
      (
        outcome,
      ) => html`<button type="button" aria-pressed=${outcome === supposed} @click=${() => shown.change({ suppose: outcome }, { isStep: true })}>
        ${said.supposed[outcome]}
      </button>`,
    )}
  </div>`
}

/** How long a deal took, and how it ended: by length, shape and words. */
function bar({ days, outcome, isSupposed }: Deal, longest: number, said: WinRatesTexts, { core }: FunnelLocale): TemplateResult {
  const end = formatMessage(said.ends[outcome], { days: shownDays(days, core) })
  return html`<span class="bar ${outcome} ${isSupposed ? 'supposed' : ''}" style="--part: ${days / longest}"></span>
    <span class="end ${outcome}"><span aria-hidden="true">${SHAPES[outcome]}</span> ${isSupposed ? formatMessage(said.supposedEnd, { end }) : end}</span>`
}
