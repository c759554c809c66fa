import type { ComplaintEvent, Decision, RefusalReason } from '@clientele/complaints'
import { complaintTaxonomy } from '@clientele/complaints/templates'
import { localizeText } from '@clientele/core'
import type { Language } from '../types.js'
import { AS_IN_CASE, type StoryTexts } from './chapter.js'
import { isPerson, type PersonId } from './people.js'
import { story } from './texts/story.js'

/** The events of the case with the names and texts that it has in a language; what was typed stays as it is. */
export function eventsIn(language: Language, events: readonly ComplaintEvent[]): readonly ComplaintEvent[] {
  return events.map((event) => {
    const told = Object.entries(event).map(([field, value]) => [field, valueIn(language, field, value)] as const)
    return { ...Object.fromEntries(told), by: { ...event.by, id: nameIn(language, event.by.id) } } as ComplaintEvent
  })
}

/** Likewise a refusal: it names people. */
export function refusalIn(language: Language, decision: Extract<Decision, { readonly ok: false }>): Decision {
  const reasons = decision.reasons.map((reason) => reasonIn(language, reason)) as [RefusalReason, ...RefusalReason[]]
  return { ...decision, reasons }
}

export function nameIn(language: Language, id: string): string {
  return isPerson(id) ? story[language].names[id] : id
}

/** What a cause or a priority is called; of anything else, nothing. */
export function choicesIn(language: Language, field: 'cause' | 'priority'): readonly { readonly value: string; readonly label: string }[] {
  const entries = field === 'cause' ? complaintTaxonomy.causes : complaintTaxonomy.priorities
  return entries.map(({ id, title }) => ({ value: id, label: localizeText(title ?? id, language) }))
}

function valueIn(language: Language, field: string, value: unknown): unknown {
  if (value === AS_IN_CASE && isOwnText(field)) return story[language].texts[field]
  if (field !== 'cause' && field !== 'priority') return value
  return choicesIn(language, field).find((choice) => choice.value === value)?.label ?? value
}

function isOwnText(field: string): field is keyof StoryTexts {
  return Object.hasOwn(story.en.texts, field)
}

/** The principle of judging is to show sympathy first: it says nothing of a text that is missing. */
const withoutPrinciple = ['verdict', 'grounds']

function reasonIn(language: Language, reason: RefusalReason): RefusalReason {
  if (reason.code === 'evidence' && reason.params.type === 'field' && withoutPrinciple.includes(reason.params.need)) {
    const { need, type } = reason.params
    return { code: reason.code, params: { need, type } }
  }
  if (reason.code !== 'same-person') return reason
  return { ...reason, params: { ...reason.params, person: nameIn(language, reason.params.person as PersonId) } }
}
