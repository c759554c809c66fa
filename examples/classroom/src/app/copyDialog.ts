import { html, nothing, type TemplateResult } from 'lit-html'
import { ref } from 'lit-html/directives/ref.js'
import { shellTexts } from '../texts/shellTexts.js'
import type { Actions, AppState } from './types.js'

/** Code or a policy, to be read and copied. */
export function copyDialog({ address, copied, notice }: AppState, actions: Actions): TemplateResult | typeof nothing {
  if (copied === undefined) return nothing
  const texts = shellTexts[address.language]
  const title = copied.type === 'code' ? texts.codeTitle : texts.policyTitle
  return html`<dialog ${ref(open)} aria-label=${title} @close=${actions.closeCopy}>
    <h2>${title}</h2>
    <pre tabindex="0" role="region" aria-label=${title}><code>${copied.text}</code></pre>
    <p role="status">${notice ?? ''}</p>
    <form method="dialog">
      <button type="button" class="primary" @click=${actions.copyShown}>${copied.type === 'code' ? texts.copyCode : texts.copyPolicy}</button>
      <button>${texts.close}</button>
    </form>
  </dialog>`
}

/** Only what stands in the document can be opened, and while it is rendered it does not yet. */
function open(dialog: Element | undefined): void {
  if (dialog instanceof HTMLDialogElement) queueMicrotask(() => !dialog.open && dialog.showModal())
}
