import { html, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import type { Fields, Shown } from '../pages/types.js'
import { fieldFrame } from './fieldFrame.js'
import type { FieldProperties } from './types.js'

interface ChoiceProperties extends FieldProperties {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One of several; a link may hold another one, which is shown as it is and said to be wrong. */
export function choiceField<F extends Fields>(shown: Shown<F, unknown>, properties: ChoiceProperties): TemplateResult {
  const { name, options } = properties
  const chosen = shown.fields[name] ?? ''
  const strange = options.some(({ value }) => value === chosen) ? [] : [{ value: chosen, label: chosen }]
  return fieldFrame(
    shown,
    properties,
    ({ id, describedBy, isInvalid }) => html`<select
      id=${id}
      name=${name}
      aria-describedby=${describedBy}
      aria-invalid=${isInvalid}
      .value=${live(chosen)}
      @change=${({ target }: Event) => shown.change({ [name]: (target as HTMLSelectElement).value } as Partial<F>, { isStep: true })}
    >
      ${[...options, ...strange].map(({ value, label }) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
    </select>`,
  )
}
