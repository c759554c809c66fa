import { html, nothing, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { ways } from './chapter.js'
import type { ShownAbc } from './spoken.js'
import type { AbcTexts } from './texts/types.js'

/** The ways, side by side, so that a class sees that there are several. */
export function wayChoice(shown: ShownAbc, said: AbcTexts): TemplateResult {
  const issues = shown.issuesOf('way')
  return html`<fieldset class="ways">
    <legend class="unseen">${said.way}</legend>
    ${ways.map(
      (way) => html`<label>
        <input
          type="radio"
          name="way"
          value=${way}
          .checked=${live(shown.fields.way === way)}
          @change=${() => shown.change({ way }, { isStep: true })}
        /><span>${said.ways[way]}</span>
      </label>`,
    )}
    ${issues.length === 0 ? nothing : html`<ul class="issues" aria-live="polite">${issues.map((issue) => html`<li>${issue}</li>`)}</ul>`}
  </fieldset>`
}
