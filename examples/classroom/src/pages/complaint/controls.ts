import type { AvailableCommand } from '@clientele/complaints'
import { formatMessage } from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import { choiceField } from '../../fields/choiceField.js'
import { textField } from '../../fields/textField.js'
import { commands } from './chapter.js'
import { commandForm } from './commandForm.js'
import { isFormCommand } from './fields.js'
import { CAN_DO, FORM, give, openForm, passTime } from './give.js'
import { nameIn } from './inLanguage.js'
import { paces } from './moments.js'
import type { Next } from './nextOf.js'
import { type Person, people } from './people.js'
import { actorOf, personIn, type ShownComplaint, termIn, texts, titleIn } from './words.js'

/** Who acts. */
export function who(shown: ShownComplaint): TemplateResult {
  const { language, fields } = shown
  const said = texts[language]
  return html`<fieldset class="who">
      <legend>${said.who}</legend>
      ${people.map(
        ({
          id,
          role,
        }) => html`<button type="button" aria-pressed=${fields.actor === id} @click=${() => shown.change({ actor: id }, { isStep: true })}>
          <strong>${nameIn(language, id)}</strong> <span>${termIn(language, role)}</span>
        </button>`,
      )}
      ${issues(shown.issuesOf('actor'))}
    </fieldset>`
}

/** When it happens, and how fast time passes. */
function when(shown: ShownComplaint): TemplateResult {
  const said = texts[shown.language]
  return html`<fieldset class="when">
      <legend class="unseen">${said.when}</legend>
      ${textField(shown, { name: 'at', label: said.at, size: 16 })}
      <div class="buttons">
        ${(['quarter', 'hour', 'morning'] as const).map(
          (pace) => html`<button type="button" @click=${() => passTime(shown, pace)}>${said.moveOn[pace]}</button>`,
        )}
      </div>
      ${choiceField(shown, { name: 'pace', label: said.pace, options: paces.map((value) => ({ value, label: said.paces[value] })) })}
    </fieldset>`
}

/** All commands: what this person can do now and when, and what would be refused. */
export function commandButtons(shown: ShownComplaint): TemplateResult {
  const { language, result } = shown
  const said = texts[language]
  const known = new Map(result.available.commands.map((command) => [command.type, command]))
  const allowed = commands.filter((type) => known.get(type)?.allowed)
  const refused = commands.filter((type) => !allowed.includes(type))
  return html`<h2 id=${CAN_DO} tabindex="-1">${formatMessage(said.can, { person: personIn(language, actorOf(shown)) })}</h2>
    <div class="commands" role="group" aria-labelledby=${CAN_DO}>
      ${repeat(
        allowed,
        (type) => type,
        (type) => allowedButton(shown, known.get(type) as AvailableCommand),
      )}
    </div>
    ${commandForm(shown)} ${when(shown)}
    <h2 id="cannot-do">${said.cannot}</h2>
    <p class="soft">${said.tryIt}</p>
    <div class="commands refused" role="group" aria-labelledby="cannot-do">
      ${repeat(
        refused,
        (type) => type,
        (type) =>
          html`<button type="button" id="command-${type}" @click=${() => give(shown, type, actorOf(shown).id)}>${titleIn(language, type)}</button>`,
      )}
    </div>`
}

function allowedButton(shown: ShownComplaint, { type }: AvailableCommand): TemplateResult {
  const { language, fields, result } = shown
  const said = texts[language]
  const isNext = result.next?.command === type && isTurnOf(actorOf(shown), result.next)
  const asks = isFormCommand(type)
  const isOpen = fields.form === type
  const click = (): void => (asks ? openForm(shown, isOpen ? '' : type) : give(shown, type, actorOf(shown).id))
  return html`<button
    type="button"
    id="command-${type}"
    class=${isNext ? 'primary' : ''}
    aria-expanded=${asks ? String(isOpen) : nothing}
    aria-controls=${asks && isOpen ? FORM : nothing}
    @click=${click}
  >
    ${titleIn(language, type)}${asks ? html`<span aria-hidden="true"> …</span><span class="unseen">, ${said.asksFor}</span>` : nothing}
    ${isNext ? html`<span class="is-next">${said.isNext}</span>` : nothing}
  </button>`
}

/** Whether a person is one of those who can lead on; as long as what is typed lets nobody, everybody is. */
function isTurnOf({ id }: Person, { people }: Next): boolean {
  return people.length === 0 || people.some((person) => person.id === id)
}

function issues(texts: readonly string[]): TemplateResult | typeof nothing {
  return texts.length === 0 ? nothing : html`<ul class="issues" aria-live="polite">${texts.map((text) => html`<li>${text}</li>`)}</ul>`
}
