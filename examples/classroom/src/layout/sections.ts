import { html, type TemplateResult } from 'lit-html'

/** A part of a page under its heading. */
export function section(heading: string, content: unknown): TemplateResult {
  return html`<section><h2>${heading}</h2>${content}</section>`
}

/** What is changed, beside what comes of it; one below the other where there is no room. */
export function sideBySide(given: TemplateResult, result: TemplateResult): TemplateResult {
  return html`<div class="side-by-side"><div class="given">${given}</div><div class="result">${result}</div></div>`
}

/** The one sentence that answers: also those who do not see it hear when it changes. */
export function headline(text: string): TemplateResult {
  return html`<p class="headline" role="status">${text}</p>`
}
