import { html, nothing, type TemplateResult } from 'lit-html'
import type { TeachingTexts } from '../pages/types.js'
import { shellTexts } from '../texts/shellTexts.js'
import type { AppState } from './types.js'

/** Lines to write on, below each exercise. */
const LINES = 4

/**
 * What is printed: the example, its exercises and lines for the answers; on a sheet of its own the answers, if they are on the screen. Where numbers were
 * changed, those exercises and answers would be about others.
 */
export function handout(
  example: TemplateResult,
  { question, exercises, answers }: TeachingTexts,
  isChanged: boolean,
  address: AppState['address'],
): TemplateResult {
  const texts = shellTexts[address.language].handout
  return html`<p class="who">
      ${[texts.name, texts.class, texts.date].map((blank) => html`<span>${blank} <span class="blank"></span></span>`)}
    </p>
    ${example}
    <h2>${texts.question}</h2>
    <p>${question}</p>
    ${lines()}
    <h2>${texts.exercises}</h2>
    <ol>${(isChanged ? texts.ofChanged : exercises).map((exercise) => html`<li><p>${exercise}</p>${lines()}</li>`)}</ol>
    ${
      address.areAnswersShown && !isChanged
        ? html`<section class="answers"><h2>${texts.answers}</h2><ol>${answers.map((answer) => html`<li><p>${answer}</p></li>`)}</ol></section>`
        : nothing
    }`
}

function lines(): TemplateResult {
  return html`<div class="lines" aria-hidden="true">${Array.from({ length: LINES }, () => html`<div></div>`)}</div>`
}
