import { html, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import type { Fields, Shown } from '../pages/types.js'
import { fieldFrame } from './fieldFrame.js'
import type { FieldProperties } from './types.js'

interface SliderProperties extends FieldProperties {
  readonly minimum: number
  readonly maximum: number
  readonly step: number
}

/** A number that is dragged or typed: what is typed need not lie on the slider. */
export function sliderField<F extends Fields>(shown: Shown<F, unknown>, properties: SliderProperties): TemplateResult {
  const { name, label, minimum, maximum, step } = properties
  const change = ({ target }: Event) => shown.change({ [name]: (target as HTMLInputElement).value } as Partial<F>)
  const text = shown.fields[name] ?? ''
  return fieldFrame(
    shown,
    properties,
    ({ id, describedBy, isInvalid }) => html`<span class="slider">
      <input
        type="range"
        name="${name}-slider"
        aria-label=${label}
        aria-describedby=${describedBy}
        min=${minimum}
        max=${maximum}
        step=${step}
        .value=${live(text)}
        @input=${change}
      />
      <input
        type="text"
        id=${id}
        name=${name}
        size="5"
        inputmode="decimal"
        autocomplete="off"
        aria-describedby=${describedBy}
        aria-invalid=${isInvalid}
        .value=${live(text)}
        @input=${change}
      />
    </span>`,
  )
}
