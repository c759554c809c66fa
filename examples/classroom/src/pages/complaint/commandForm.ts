import { formatMessage } from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { choiceField } from '../../fields/choiceField.js'
import { fieldFrame } from '../../fields/fieldFrame.js'
import { textField } from '../../fields/textField.js'
import type { Language } from '../types.js'
import { AS_IN_CASE, type StoryTexts } from './chapter.js'
import { askedBy, type FormField, isFormCommand } from './fields.js'
import { FORM, give, openForm } from './give.js'
import { choicesIn, nameIn } from './inLanguage.js'
import { story } from './texts/story.js'
import type { ComplaintPageTexts } from './texts/types.js'
import { actorOf, type ShownComplaint, termIn, texts, titleIn } from './words.js'

/** What a command is asked to tell, as far as one is open. */
export function commandForm(shown: ShownComplaint): TemplateResult | typeof nothing {
  const { language, fields } = shown
  const { form } = fields
  if (!isFormCommand(form)) return nothing
  const said = texts[language]
  const { id } = actorOf(shown)
  const submit = (event: Event): void => {
    event.preventDefault()
    give(shown, form, id)
  }
  return html`<form id=${FORM} class="command-form" aria-labelledby="${FORM}-heading" @submit=${submit}>
    <h3 id="${FORM}-heading">${formatMessage(said.form, { command: titleIn(language, form) })}</h3>
    <div class="fields">${askedBy(form, fields).map((field) => formField(shown, field))}</div>
    <p class="buttons">
      <button type="submit" class="primary">${formatMessage(said.do, { name: nameIn(language, id), command: termIn(language, form) })}</button>
      <button type="button" @click=${() => openForm(shown, '')}>${said.cancel}</button>
    </p>
  </form>`
}

function formField(shown: ShownComplaint, name: FormField): TemplateResult {
  const { language } = shown
  const said = texts[language]
  const hint = said.hints[name]
  const properties = { name, label: titleIn(language, name), ...(hint === undefined ? {} : { hint }) }
  const options = optionsOf(name, language, said)
  if (options !== undefined) return choiceField(shown, { ...properties, options })
  if (isOwnText(name)) return ownTextField(shown, properties, story[language].texts[name])
  const isAmount = name === 'amount' || name === 'paidToCustomer'
  return textField(shown, { ...properties, keyboard: isAmount ? 'decimal' : 'text', size: name === 'currency' ? 5 : 10 })
}

function optionsOf(
  name: FormField,
  language: Language,
  said: ComplaintPageTexts,
): readonly { readonly value: string; readonly label: string }[] | undefined {
  const among = (...values: readonly ('upheld' | 'rejected' | 'accepted' | 'disputed')[]) => values.map((value) => ({ value, label: said[value] }))
  if (name === 'verdict') return among('upheld', 'rejected')
  if (name === 'response') return among('accepted', 'disputed')
  return name === 'cause' || name === 'priority' ? choicesIn(language, name) : undefined
}

function isOwnText(name: string): name is keyof StoryTexts {
  return Object.hasOwn(story.en.texts, name)
}

/** A text that the case has of its own, in the language shown, until another one is typed. */
function ownTextField(
  shown: ShownComplaint,
  properties: { readonly name: string; readonly label: string; readonly hint?: string },
  own: string,
): TemplateResult {
  const { name } = properties
  const typed = shown.fields[name] ?? ''
  const change = ({ target }: Event): void => {
    const { value } = target as HTMLInputElement
    shown.change({ [name]: value === own ? AS_IN_CASE : value })
  }
  return fieldFrame(
    shown,
    properties,
    ({ id, describedBy, isInvalid }) => html`<input
      type="text"
      id=${id}
      name=${name}
      size="32"
      autocomplete="off"
      spellcheck="false"
      aria-describedby=${describedBy}
      aria-invalid=${isInvalid}
      .value=${live(typed === AS_IN_CASE ? own : typed)}
      @input=${change}
    />`,
  )
}
