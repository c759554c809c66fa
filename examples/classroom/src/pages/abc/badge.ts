import { html, type TemplateResult } from 'lit-html'

/** A tier, in the colour that it has in the chart. */
export function badge(tier: string): TemplateResult {
  return html`<span class="badge tier-${tier}">${tier}</span>`
}
