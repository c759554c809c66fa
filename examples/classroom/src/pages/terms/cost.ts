import { formatMessage, shownPercent } from '@clientele/core/explain'
import type { ForgoingStep } from '@clientele/credit'
import { type CreditLocale, explainForgoingCost } from '@clientele/credit/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { choiceField } from '../../fields/choiceField.js'
import { section, sideBySide } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import type { Shown } from '../types.js'
import { costPicture } from './charts.js'
import type { TermsExample } from './computeTerms.js'
import type { TermsFields } from './fields.js'
import type { TermsTexts } from './texts/types.js'

/** Beyond this rate (of 1) a formula's value says no more than that it is huge. */
const GREATEST_RATE = 10_000

/** What it costs a year not to take a discount: chosen how, counted how, and drawn. */
export function cost(shown: Shown<TermsFields, TermsExample>, said: TermsTexts, locale: CreditLocale): TemplateResult {
  const { terms, cost: forgone } = shown.result
  const [counted = '', ...explained] = explainForgoingCost(forgone, terms, locale).sentences
  const hasSteps = forgone.steps.length > 0
  return section(
    said.yearlyCost,
    html`<p>${said.yearlyCostExplained}</p>
      ${sideBySide(
        html`${choices(shown, said)}
          <p class="soft">${counted}</p>
          ${hasSteps ? formulas(shown.result, said, locale, explained) : sentences(explained)}`,
        html`${hasSteps ? costPicture(shown) : nothing}`,
      )}`,
  )
}

function choices(shown: Shown<TermsFields, TermsExample>, said: TermsTexts): TemplateResult {
  const days = (value: string) => ({ value, label: formatMessage(said.days, { days: value }) })
  return html`<div class="fields">
    ${choiceField(shown, { name: 'daysInYear', label: said.daysInYear, options: [days('365'), days('360')] })}
    ${choiceField(shown, {
      name: 'interest',
      label: said.interest,
      options: [
        { value: 'simple', label: said.simple },
        { value: 'compound', label: said.compound },
      ],
    })}
  </div>`
}

/** Each sentence of the package with the formula that it comes from: one for each step, and one for each discount that is not the last against the net day. */
function formulas({ cost: forgone }: TermsExample, said: TermsTexts, locale: CreditLocale, explained: readonly string[]): TemplateResult {
  const { steps, againstNet } = forgone
  const told = [
    ...steps,
    ...againstNet.filter((one) => !steps.some((step) => step.withinDays === one.withinDays && step.versusDays === one.versusDays)),
  ]
  const { daysInYear, compound } = forgone
  const template = said.formulas[compound ? 'compound' : 'simple']
  return html`<ul class="formulas">
      ${explained.map((sentence, index) => {
        const step = told[index]
        return html`<li>${sentence} ${step === undefined ? nothing : html`<code>${formula(template, step, daysInYear, locale)}</code>`}</li>`
      })}
    </ul>
    <p class="hint">${said.symbols}</p>`
}

function formula(template: string, step: ForgoingStep, year: number, { forgoing }: CreditLocale): string {
  const { percent, versusPercent, withinDays, versusDays, annualRate } = step
  const right = formatMessage(template, { more: percent, less: versusPercent, year, earlier: withinDays, later: versusDays })
  return annualRate > GREATEST_RATE ? right : `${right} = ${formatMessage(forgoing.rate, { percent: shownPercent(annualRate) })}`
}
