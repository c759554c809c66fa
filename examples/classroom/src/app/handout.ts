import { html, nothing, type TemplateResult } from 'lit-html'
import type { Address } from '../address/types.js'
import type { TeachingTexts } from '../pages/types.js'
import { shellTexts } from '../texts/shellTexts.js'

/** Lines to write on, below each exercise. */
const LINES = 4

/** What is printed: the example, its exercises and lines for the answers; on a sheet of its own the answers, if they are on the screen. */
export function handout(example: TemplateResult, { question, exercises, answers }: TeachingTexts, address: Omit<Address, 'fields'>): TemplateResult {
  const texts = shellTexts[address.language].handout
  return html`<p class="who">
      ${[texts.name, texts.class, texts.date].map((blank) => html`<span>${blank} <span class="blank"></span></span>`)}
    </p>
    ${example}
    <h2>${texts.question}</h2>
    <p>${question}</p>
    ${lines()}
    <h2>${texts.exercises}</h2>
    <ol>${exercises.map((exercise) => html`<li><p>${exercise}</p>${lines()}</li>`)}</ol>
    ${
      address.areAnswersShown
        ? html`<section class="answers"><h2>${texts.answers}</h2><ol>${answers.map((answer) => html`<li><p>${answer}</p></li>`)}</ol></section>`
        : nothing
    }`
}

function lines(): TemplateResult {
  return html`<div class="lines" aria-hidden="true">${Array.from({ length: LINES }, () => html`<div></div>`)}</div>`
}
