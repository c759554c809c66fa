import { html, nothing, type TemplateResult } from 'lit-html'
import type { TeachingTexts } from '../pages/types.js'
import { shellTexts } from '../texts/shellTexts.js'
import type { Actions, AppState } from './types.js'

/** What to teach with a page: a question, exercises, and answers when they are asked for. */
export function teachingNote(
  { question, exercises, answers }: TeachingTexts,
  isChanged: boolean,
  { address }: AppState,
  actions: Actions,
): TemplateResult {
  const { language, areAnswersShown } = address
  const texts = shellTexts[language].teaching
  return html`<section class="teaching" aria-labelledby="teaching">
    <h2 id="teaching">${texts.title}</h2>
    <h3>${texts.question}</h3>
    <p>${question}</p>
    <h3>${texts.exercises}</h3>
    ${isChanged ? html`<p class="soft">${texts.ofExample}</p>` : nothing}
    <ol>
      ${exercises.map(
        (exercise, index) => html`<li>
          <p>${exercise}</p>
          ${areAnswersShown ? html`<p class="answer"><strong>${texts.answer}</strong> ${answers[index]}</p>` : nothing}
        </li>`,
      )}
    </ol>
    <button type="button" aria-expanded=${areAnswersShown} @click=${() => actions.setAddress({ areAnswersShown: !areAnswersShown })}>
      ${areAnswersShown ? texts.hide : texts.show}
    </button>
  </section>`
}
