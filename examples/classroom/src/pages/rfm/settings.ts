import { html, nothing, type TemplateResult } from 'lit-html'
import { choiceField } from '../../fields/choiceField.js'
import { sliderField } from '../../fields/sliderField.js'
import { textField } from '../../fields/textField.js'
import type { Shown } from '../types.js'
import type { ScoredBook } from './computeRfm.js'
import { measures, type RfmFields, rules, segmentations, statistics } from './fields.js'
import type { RfmTexts } from './texts/types.js'

/** Sliders go up to so many scores; more are typed. */
const MOST_ON_SLIDER = 9

/** How customers are scored, and what their segments are. */
export function settings(shown: Shown<RfmFields, ScoredBook>, said: RfmTexts): TemplateResult {
  const { segments, rule } = shown.fields
  const isTextbook = segments !== 'usual'
  return html`<div class="scoring">
    <div class="fields">
      ${choice(shown, 'segments', said.segments, segmentations, said.segmentations)} ${choice(shown, 'rule', said.rule, rules, said.rules)}
      ${choice(shown, 'statistic', said.statistic, statistics, said.statistics)}
    </div>
    ${rule === 'cuts' ? cuts(shown, said) : nothing}
    <div class="sliders">
      ${isTextbook && rule !== 'cuts' ? slider(shown, 'scores', said.scores) : nothing} ${isTextbook ? slider(shown, 'high', said.high) : nothing}
    </div>
  </div>`
}

function choice<V extends string>(
  shown: Shown<RfmFields, ScoredBook>,
  name: keyof RfmFields,
  label: string,
  values: readonly V[],
  labels: { readonly [value in V]: string },
): TemplateResult {
  return choiceField(shown, { name, label, options: values.map((value) => ({ value, label: labels[value] })) })
}

function slider(shown: Shown<RfmFields, ScoredBook>, name: keyof RfmFields, label: string): TemplateResult {
  return sliderField(shown, { name, label, minimum: 2, maximum: MOST_ON_SLIDER, step: 1 })
}

function cuts(shown: Shown<RfmFields, ScoredBook>, said: RfmTexts): TemplateResult {
  return html`<div class="scoring">
    <div class="fields">${measures.map((measure) => textField(shown, { name: measure, label: said.cuts[measure], size: 22 }))}</div>
    <p class="hint">${said.cutsHint}</p>`
}
