import { html, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import type { Fields, Shown } from '../pages/types.js'
import { fieldFrame } from './fieldFrame.js'
import type { FieldProperties } from './types.js'

interface TextFieldProperties extends FieldProperties {
  /** Which keyboard a phone shows. */
  readonly keyboard?: 'text' | 'decimal' | 'numeric'
  /** So many characters are seen. */
  readonly size?: number
}

/** A line of text: numbers and dates too, since what is no number must be seen to be explained. */
export function textField<F extends Fields>(shown: Shown<F, unknown>, properties: TextFieldProperties): TemplateResult {
  const { name, keyboard = 'text', size = 12 } = properties
  return fieldFrame(
    shown,
    properties,
    ({ id, describedBy, isInvalid }) => html`<input
      type="text"
      id=${id}
      name=${name}
      size=${size}
      inputmode=${keyboard}
      autocomplete="off"
      spellcheck="false"
      aria-describedby=${describedBy}
      aria-invalid=${isInvalid}
      .value=${live(shown.fields[name] ?? '')}
      @input=${({ target }: InputEvent) => shown.change({ [name]: (target as HTMLInputElement).value } as Partial<F>)}
    />`,
  )
}
