import type { ComplaintsLocale } from '@clientele/complaints/explain'
import { en } from '@clientele/complaints/locales/en'
import { zhCN } from '@clientele/complaints/locales/zh-CN'
import { eightSteps } from '@clientele/complaints/templates'
import { localizeText } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import type { Language, Shown } from '../types.js'
import type { Complaint } from './computeComplaint.js'
import type { ComplaintFields } from './fields.js'
import { nameIn } from './inLanguage.js'
import { isPerson, type Person, personCalled } from './people.js'
import { english } from './texts/en.js'
import type { ComplaintPageTexts } from './texts/types.js'
import { chinese } from './texts/zh-CN.js'

export type ShownComplaint = Shown<ComplaintFields, Complaint>

export const texts: { readonly [L in Language]: ComplaintPageTexts } = { en: english, 'zh-CN': chinese }
export const locales: { readonly [L in Language]: ComplaintsLocale } = { en, 'zh-CN': zhCN }

/** Who acts: also while something else is at fault. */
export function actorOf({ fields: { actor }, result }: ShownComplaint): Person {
  return isPerson(actor) ? personCalled(actor) : result.actor
}

/** What the workflow calls a command, a field or a role; an unknown one by itself. */
export function termIn(language: Language, name: string): string {
  const { terms = {} } = eightSteps
  return Object.hasOwn(terms, name) ? localizeText(terms[name] ?? name, language) : name
}

/** The same at the head of a line. */
export function titleIn(language: Language, name: string): string {
  const term = termIn(language, name)
  return term.charAt(0).toUpperCase() + term.slice(1)
}

export function stepIn(language: Language, step: string): string {
  return localizeText(eightSteps.steps[step]?.title ?? step, language)
}

/** A person and the role. */
export function personIn(language: Language, { id, role }: Person): string {
  return formatMessage(texts[language].person, { name: nameIn(language, id), role: termIn(language, role) })
}
