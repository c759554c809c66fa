import { html, type TemplateResult } from 'lit-html'

/** What a package explains, sentence by sentence. */
export function sentences(texts: readonly string[]): TemplateResult {
  return html`<ul class="sentences">${texts.map((text) => html`<li>${text}</li>`)}</ul>`
}
