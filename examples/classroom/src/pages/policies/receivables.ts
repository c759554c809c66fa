import { drawn } from '@clientele/core/charts'
import { formatMessage } from '@clientele/core/explain'
import { explainReceivablesCost } from '@clientele/credit/explain'
import { html, type TemplateResult } from 'lit-html'
import { choiceField } from '../../fields/choiceField.js'
import { sliderField } from '../../fields/sliderField.js'
import { textField } from '../../fields/textField.js'
import { sideBySide } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import { table } from '../../layout/table.js'
import type { Shown } from '../types.js'
import { shownAmount } from './amounts.js'
import type { Policies } from './computePolicies.js'
import { type CostFigure, costField, type PoliciesFields } from './fields.js'
import { costFormulas } from './formulas.js'
import type { Wording } from './locales.js'
import type { PoliciesTexts } from './texts/types.js'

type ShownPolicies = Shown<PoliciesFields, Policies>

/** The three costs of receivables (機會成本, 管理成本, 壞賬成本). */
export function receivablesCosts(shown: ShownPolicies, wording: Wording): TemplateResult {
  const { said } = wording
  return html`<p class="soft">${said.costsExplained}</p>
    ${sideBySide(costInputs(shown, said), costResult(shown.result, wording))}`
}

function costInputs(shown: ShownPolicies, said: PoliciesTexts): TemplateResult {
  const typed = (figure: CostFigure) => textField(shown, { name: costField(figure), label: said.costFigure[figure], keyboard: 'decimal', size: 9 })
  const dragged = (figure: CostFigure, maximum: number, step: number) =>
    sliderField(shown, { name: costField(figure), label: said.costFigure[figure], minimum: 0, maximum, step })
  return html`<div class="fields">
      ${typed('sales')} ${typed('management')}
      ${choiceField(shown, {
        name: costField('year'),
        label: said.year,
        options: ['360', '365'].map((value) => ({ value, label: formatMessage(said.days, { days: value }) })),
      })}
    </div>
    ${dragged('days', 180, 1)} ${dragged('variable', 100, 1)} ${dragged('capital', 50, 0.5)} ${dragged('loss', 20, 0.1)}`
}

function costResult({ cost, costFigures }: Policies, { said, locale }: Wording): TemplateResult {
  const { opportunity, badDebt, total } = costFormulas(costFigures, cost)
  const [first = '', ...others] = explainReceivablesCost(cost, locale).sentences
  return html`<p role="status"><strong>${first}</strong></p>
    ${bar([cost.opportunity, cost.management, cost.badDebt])}
    ${table({
      caption: said.costs,
      isCaptionHidden: true,
      columns: [{ head: said.cost }, { head: said.howMuch }, { head: said.amount, isNumber: true }],
      rows: [
        { cells: [swatch(said.line.opportunity, 0), calculation(opportunity), shownAmount(cost.opportunity)] },
        { cells: [swatch(said.management, 1), html`<span class="soft">${said.asGiven}</span>`, shownAmount(cost.management)] },
        { cells: [swatch(said.line.badDebt, 2), calculation(badDebt), shownAmount(cost.badDebt)] },
        { mark: 'selected', cells: [said.total, calculation(total), shownAmount(cost.total)] },
      ],
    })}
    ${sentences(others)}`
}

function calculation(formula: string): TemplateResult {
  return html`<span class="formula">${formula}</span>`
}

function swatch(title: string, index: number): TemplateResult {
  return html`<span class="swatch cost-${index}" aria-hidden="true"></span> ${title}`
}

/** The three costs to scale. */
function bar(costs: readonly string[]): TemplateResult {
  return html`<div class="cost-bar" aria-hidden="true">
    ${costs.map((cost, index) => html`<span class="cost-${index}" style="flex-grow: ${drawn(cost, costs.length)}"></span>`)}
  </div>`
}
