import { html, nothing, type TemplateResult } from 'lit-html'
import { writeAddress } from '../address/writeAddress.js'
import { describeIssue } from '../issues/describeIssue.js'
import { type PageId, pageIds } from '../pages/pageIds.js'
import type { Fields, Shown } from '../pages/types.js'
import { shellTexts } from '../texts/shellTexts.js'
import { copyDialog } from './copyDialog.js'
import { handout } from './handout.js'
import { teachingNote } from './teachingNote.js'
import { toolbar } from './toolbar.js'
import type { Actions, AppState, OpenPage } from './types.js'

/** Everything on the screen. */
export function shell(state: AppState, actions: Actions): TemplateResult {
  const { address, notice } = state
  const texts = shellTexts[address.language]
  return html`<a class="skip" href="#main" @click=${skip}>${texts.skip}</a>
    <header class="screen-only">
      <a class="brand" href=${linkTo('home', state)}>Clientele<span> · ${texts.title}</span></a>
      ${toolbar(state, actions)}
    </header>
    <nav class="screen-only" aria-label=${texts.navigation}>
      ${pageIds.map((id) => html`<a href=${linkTo(id, state)} aria-current=${id === address.page ? 'page' : nothing} @click=${(event: Event) => stay(event, id === address.page)}>${texts.pages[id].title}</a>`)}
    </nav>
    <main id="main" tabindex="-1">${address.page === 'home' ? home(state) : content(address.page, state, actions)}</main>
    <p class="notice screen-only" role="status">${notice ?? ''}</p>
    ${copyDialog(state, actions)}`
}

/** A link within the page is no address of an example. */
function skip(event: Event): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

/** The page that is open stays as it is. */
function stay(event: Event, isOpen: boolean): void {
  if (isOpen) event.preventDefault()
}

function linkTo(page: PageId | 'home', { address }: AppState): string {
  return writeAddress({ ...address, page, areAnswersShown: false, fields: {} }, {})
}

function home(state: AppState): TemplateResult {
  const texts = shellTexts[state.address.language]
  return html`<h1>${texts.title}</h1>
    <p class="lead">${texts.subtitle}</p>
    <ul class="cards">
      ${pageIds.map((id) => html`<li><a href=${linkTo(id, state)}><strong>${texts.pages[id].title}</strong><span>${texts.pages[id].summary}</span></a></li>`)}
    </ul>
    ${location.protocol === 'file:' ? nothing : html`<p><a href="clientele-classroom.html" download>${texts.oneFile}</a></p>`}`
}

function content(id: PageId, state: AppState, actions: Actions): TemplateResult {
  const texts = shellTexts[state.address.language]
  const { title, summary } = texts.pages[id]
  const { open, hasFailed } = state
  return html`<h1>${title}</h1>
    <p class="lead screen-only">${summary}</p>
    ${open === undefined ? html`<p role="status">${hasFailed ? texts.notLoaded : texts.loading}</p>` : example(open, state, actions)}`
}

function example(open: OpenPage, state: AppState, actions: Actions): TemplateResult {
  const { page, lastFields } = open
  const isChanged = Object.keys(page.defaults).some((field) => lastFields[field] !== page.defaults[field])
  const shown = shownOf(open, state, actions)
  const teaching = page.teaching[shown.language]
  return html`<div class="screen-only">
      ${faults(open, state)}
      <div class="example ${shown.isStale ? 'stale' : ''}">${page.view(shown)}</div>
      ${teachingNote(teaching, isChanged, state, actions)}
    </div>
    <div class="print-only">${handout(page.handout({ ...shown, fields: lastFields }), teaching, isChanged, state.address)}</div>`
}

function shownOf({ history: { present }, computed, lastResult }: OpenPage, { address }: AppState, actions: Actions): Shown<Fields, unknown> {
  const { language, isLarge } = address
  return {
    language,
    isLarge,
    fields: present,
    result: lastResult,
    isStale: computed.issues.size > 0,
    issuesOf: (field) => (computed.issues.get(field) ?? []).map((issue) => describeIssue(issue, language)),
    change: (changes, { isStep = false } = {}) => actions.change(changes as Fields, isStep),
  }
}

/** That something is at fault is said on top; what is wrong with no field in particular, too. */
function faults({ page, computed }: OpenPage, { address: { language } }: AppState): TemplateResult | typeof nothing {
  if (computed.issues.size === 0) return nothing
  const texts = shellTexts[language]
  const elsewhere = [...computed.issues].filter(([field]) => !Object.hasOwn(page.defaults, field))
  return html`<div class="fault" role="alert">
    <p>${texts.stale}</p>
    ${elsewhere.map(([field, issues]) => html`<p>${texts.fault} ${field} ${issues.map((issue) => describeIssue(issue, language)).join(' ')}</p>`)}
  </div>`
}
