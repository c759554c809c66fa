import { html, nothing, type TemplateResult } from 'lit-html'
import type { Language } from '../pages/types.js'
import { shellTexts } from '../texts/shellTexts.js'
import type { Actions, AppState } from './types.js'

/** Each language is named in itself. */
const LANGUAGES: readonly { readonly tag: Language; readonly name: string }[] = [
  { tag: 'zh-CN', name: '中文' },
  { tag: 'en', name: 'English' },
]

/** What is done to the page as a whole. */
export function toolbar({ address, open }: AppState, actions: Actions): TemplateResult {
  const { language, isLarge } = address
  const texts = shellTexts[language]
  return html`<div class="toolbar" role="group" aria-label=${texts.tools}>
    ${open === undefined ? nothing : pageTools(open.history.past.length > 0, language, actions)}
    <button type="button" aria-pressed=${isLarge} @click=${() => actions.setAddress({ isLarge: !isLarge })}>${texts.large}</button>
    <span class="switch" role="group" aria-label=${texts.language}>
      ${LANGUAGES.map(
        ({ tag, name }) =>
          html`<button type="button" lang=${tag} aria-pressed=${tag === language} @click=${() => actions.setAddress({ language: tag })}>${name}</button>`,
      )}
    </span>
  </div>`
}

function pageTools(canUndo: boolean, language: Language, actions: Actions): TemplateResult {
  const texts = shellTexts[language]
  return html`<button type="button" aria-disabled=${!canUndo} @click=${actions.undo}>${texts.undo}</button>
    <button type="button" @click=${actions.reset}>${texts.reset}</button>
    <button type="button" @click=${actions.copyLink}>${texts.copyLink}</button>
    <button type="button" @click=${() => actions.showCopy('code')}>${texts.copyCode}</button>
    <button type="button" @click=${() => actions.showCopy('policy')}>${texts.copyPolicy}</button>
    <button type="button" @click=${actions.print}>${texts.print}</button>`
}
