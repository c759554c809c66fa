import { html, nothing, type TemplateResult } from 'lit-html'
import type { Fields, Shown } from '../pages/types.js'
import type { FieldProperties } from './types.js'

/** What a control says of itself: the id of its label's target, of what is said below it, and whether it is at fault. */
export interface Described {
  readonly id: string
  readonly describedBy: string | typeof nothing
  readonly isInvalid: 'true' | typeof nothing
}

/** A label, its control, and what is wrong with what was typed, beside it. */
export function fieldFrame<F extends Fields>(
  shown: Shown<F, unknown>,
  { name, label, hint, isLabelHidden = false }: FieldProperties,
  control: (described: Described) => TemplateResult,
): TemplateResult {
  const issues = shown.issuesOf(name)
  const id = `field-${name}`
  const describedBy = [...(hint === undefined ? [] : [`${id}-hint`]), ...(issues.length === 0 ? [] : [`${id}-issues`])].join(' ')
  return html`<div class="field ${issues.length === 0 ? '' : 'faulty'}">
    <label for=${id} class=${isLabelHidden ? 'unseen' : ''}>${label}</label>
    ${control({ id, describedBy: describedBy || nothing, isInvalid: issues.length === 0 ? nothing : 'true' })}
    ${hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${issues.length === 0 ? nothing : html`<ul class="issues" id="${id}-issues" aria-live="polite">${issues.map((issue) => html`<li>${issue}</li>`)}</ul>`}
  </div>`
}
