import { policyComparisonChart } from '@clientele/credit/charts'
import { explainPolicyComparison } from '@clientele/credit/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { chart } from '../../charts/chart.js'
import { headline, section, sideBySide } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import type { Shown } from '../types.js'
import type { Policies } from './computePolicies.js'
import type { PoliciesFields } from './fields.js'
import { examples, inputs } from './inputs.js'
import { wordings } from './locales.js'
import { receivablesCosts } from './receivables.js'
import { formulas, resultTable, turnStrips } from './results.js'

export function view(shown: Shown<PoliciesFields, Policies>): TemplateResult {
  const wording = wordings[shown.language]
  const { said, locale } = wording
  const { comparison, turns } = shown.result
  const [answer = '', ...others] = explainPolicyComparison(comparison, locale).sentences
  return html`<div class="policies play">
    ${headline(answer)} ${examples(shown, said)}
    ${sideBySide(inputs(shown, said), html`${resultTable(shown.result, said)} ${chart(shown, policyComparisonChart(comparison, locale))}`)}
    ${turns.length === 0 ? nothing : section(said.turn, turnStrips(shown.result, wording))}
    ${section(said.formulas, formulas(shown.result, said))} ${section(said.words, sentences(others))}
    </div>
    <div class="policies">${section(said.costs, receivablesCosts(shown, wording))}</div>`
}
