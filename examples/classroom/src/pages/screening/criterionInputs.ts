import { formatMessage } from '@clientele/core/explain'
import type { CriterionStability } from '@clientele/scoring'
import type { ScoringLocale } from '@clientele/scoring/explain'
import { html, type TemplateResult } from 'lit-html'
import { CATEGORY_COLOURS } from '../../charts/chartTheme.js'
import { sliderField } from '../../fields/sliderField.js'
import { textField } from '../../fields/textField.js'
import { type CriterionId, customers } from './chapter.js'
import type { ShownScreening } from './computeScreening.js'
import { ratingField, weightField } from './fields.js'
import { titlesIn } from './locales.js'
import { HEAVIEST, roomBand, roomText } from './roomOf.js'
import type { ScreeningTexts } from './texts/types.js'

/** For each criterion its weight, how far that may move, and the customers' ratings. */
export function criterionInputs(shown: ShownScreening, said: ScreeningTexts, locale: ScoringLocale): TemplateResult {
  const { criteria } = shown.result.stability
  return html`<div class="criteria">
    <div class="criteria-head"><span>${said.weight} <span class="explained">${said.weightExplained}</span></span><span>${said.ratings}</span></div>
    ${titlesIn(shown.language).map(
      ({ id, title }, index) => html`<div class="criterion" role="group" aria-labelledby="criterion-${id}">
        <p class="name" id="criterion-${id}"><span class="swatch" style="background: ${CATEGORY_COLOURS[index]}"></span> ${title}</p>
        ${weight(shown, { id, title, stability: criteria[index] as CriterionStability }, said, locale)}
        <div class="ratings">${customers.map((customer) => rating(shown, customer, { id, title }, said))}</div>
      </div>`,
    )}
  </div>`
}

interface Titled {
  readonly id: CriterionId
  readonly title: string
}

function weight(
  shown: ShownScreening,
  { id, title, stability }: Titled & { readonly stability: CriterionStability },
  said: ScreeningTexts,
  locale: ScoringLocale,
): TemplateResult {
  const label = formatMessage(said.weightOf, { criterion: title })
  const hint = roomText(stability, said, locale)
  return html`<div class="weight">
    ${sliderField(shown, { name: weightField(id), label, hint, isLabelHidden: true, minimum: 0, maximum: HEAVIEST, step: 0.5 })}
    ${roomBand(stability)}
  </div>`
}

/** Whose rating is at fault is said below all of them, so it must be told of whom. */
function rating(shown: ShownScreening, customer: string, { id, title }: Titled, said: ScreeningTexts): TemplateResult {
  const properties = {
    name: ratingField(customer as (typeof customers)[number], id),
    label: formatMessage(said.rating, { customer, criterion: title }),
    isLabelHidden: true,
    keyboard: 'decimal',
    size: 2,
  } as const
  return html`<div class="rating" style="--customer: '${customer}'"><span aria-hidden="true">${customer}</span>${textField(shown, properties)}</div>`
}
