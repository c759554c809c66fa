import { replayComplaint } from '@clientele/complaints'
import { explainAvailableCommands, explainComplaint, explainHistory, explainShortestPath } from '@clientele/complaints/explain'
import { eightSteps } from '@clientele/complaints/templates'
import { formatMessage } from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { fieldFrame } from '../../fields/fieldFrame.js'
import { section } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import { type Trial, trials } from './chapter.js'
import { commandButtons, who } from './controls.js'
import { deadline, deadlinesNow } from './deadlines.js'
import { give, tryOut } from './give.js'
import { isToReopen, outcome, stepper } from './headline.js'
import { eventsIn, nameIn } from './inLanguage.js'
import { personCalled } from './people.js'
import { actorOf, locales, personIn, type ShownComplaint, termIn, texts } from './words.js'

export function view(shown: ShownComplaint): TemplateResult {
  // What came of a click stays in sight as long as there is something to click.
  return html`<div class="complaint">
    <div>
      ${outcome(shown)} ${stepper(shown)}
      <div class="play">
        <div class="acts">${who(shown)} ${commandButtons(shown)}</div>
        <div class="beside">${doNext(shown)} ${trialButtons(shown)} ${deadlinesNow(shown)} ${way(shown)}</div>
      </div>
    </div>
    ${deadline(shown)} ${history(shown)} ${data(shown)}
  </div>`
}

/** One button that leads on, whoever must press it. */
function doNext(shown: ShownComplaint): TemplateResult {
  const { language, result } = shown
  const { next } = result
  const actor = actorOf(shown)
  const said = texts[language]
  const person = next?.people.find(({ id }) => id === actor.id) ?? next?.people[0] ?? actor
  const click = (): void => {
    if (next !== undefined) give(shown, next.command, person.id)
  }
  return html`<button type="button" class="do-next" aria-disabled=${next === undefined ? 'true' : nothing} @click=${click}>
    <strong>${said.doNext}</strong>
    <span>${next === undefined ? '—' : formatMessage(said.do, { name: nameIn(language, person.id), command: termIn(language, next.command) })}</span>
  </button>`
}

function trialButtons(shown: ShownComplaint): TemplateResult {
  const said = texts[shown.language]
  return html`<h2 id="trials">${said.trials}</h2>
    <div class="trials" role="group" aria-labelledby="trials">
      ${(Object.keys(trials) as Trial[]).map((trial) => html`<button type="button" @click=${() => tryOut(shown, trial)}>${said.trial[trial]}</button>`)}
    </div>`
}

function way(shown: ShownComplaint): TemplateResult | typeof nothing {
  const {
    language,
    result: { path },
  } = shown
  if (path === undefined || isToReopen(shown)) return nothing
  return html`<details>
    <summary>${texts[language].path}</summary>
    ${sentences(explainShortestPath(path, eightSteps, locales[language]).sentences)}
  </details>`
}

/** What has happened, in the order in which it happened; and the rest that the package says, for those who read. */
function history({ language, result }: ShownComplaint): TemplateResult {
  const said = texts[language]
  const locale = locales[language]
  const events = eventsIn(language, result.events)
  const standing = explainComplaint(replayComplaint(events, eightSteps), eightSteps, locale).sentences
  const passedOver = result.outcomes.slice(0, -1).filter(({ decision }) => !decision.ok)
  return section(
    said.history,
    html`<div class="history">${sentences(explainHistory(events, eightSteps, locale).sentences)}</div>
      ${passedOver.map(
        ({ entry: [command, actor] }) =>
          html`<p class="soft">${formatMessage(said.passedOver, { command: termIn(language, command), person: personIn(language, personCalled(actor)) })}</p>`,
      )}
      <details>
        <summary>${said.inSentences}</summary>
        ${sentences(standing)} ${sentences(explainAvailableCommands(result.available, eightSteps, locale).sentences)}
      </details>`,
  )
}

/** The commands as a link holds them: to be read, changed, or pasted. */
function data(shown: ShownComplaint): TemplateResult {
  const said = texts[shown.language]
  const change = ({ target }: Event): void => shown.change({ log: (target as HTMLTextAreaElement).value })
  return section(
    said.data,
    fieldFrame(
      shown,
      { name: 'log', label: said.log, hint: said.logHint },
      ({ id, describedBy, isInvalid }) => html`<textarea
        id=${id}
        name="log"
        rows="4"
        spellcheck="false"
        autocomplete="off"
        aria-describedby=${describedBy}
        aria-invalid=${isInvalid}
        .value=${live(shown.fields.log)}
        @input=${change}
      ></textarea>`,
    ),
  )
}
