import { type Comparison, type Condition, type JsonValue, type LocalizedText, localizeText } from '@clientele/core'
import { isConditionGroup, ownValue } from '@clientele/core/checks'
import { formatMessage, listTexts, shown } from '@clientele/core/explain'
import type { Actor } from '../history/types.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { people } from '../workflow/wellKnown.js'

const LISTED = 20

/** What the names of a definition are called in a language. */
export interface Vocabulary {
  readonly locale: ComplaintsLocale
  /** A command, an event, a field, a role or a clock. */
  readonly term: (name: string) => string
  readonly step: (id: string) => string
  /** A value of a field: of one that the definition's conditions look at, such as a verdict, by its term. */
  readonly coded: (field: string, value: string) => string
}

/** Tells what the names of a definition are called: by its terms and titles, else by what they mean to the verbs, else by themselves. */
export function vocabularyOf({ terms = {}, steps }: Pick<WorkflowDefinition, 'terms' | 'steps'>, locale: ComplaintsLocale): Vocabulary {
  const { languageTag, names } = locale
  const own = (name: string): string | undefined => {
    const text = ownValue(terms, name)
    return text === undefined ? undefined : localizeText(text as LocalizedText, languageTag)
  }
  const codes = codesOf(steps)
  return {
    locale,
    term: (name) => own(name) ?? (ownValue(names.wellKnown, name) as string | undefined) ?? name,
    step: (id) => (Object.hasOwn(steps, id) ? localizeText(steps[id]?.title ?? id, languageTag) : id),
    coded: (field, value) => {
      const content = field === 'content' ? (ownValue(names.contents, value) as string | undefined) : undefined
      return (codes.get(field)?.has(value) ? own(value) : undefined) ?? content ?? value
    },
  }
}

/** The comparisons of a condition, in the order of its trace. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  if (isConditionGroup(condition, 'not')) return comparisonsOf(condition.not)
  if (isConditionGroup(condition, 'all')) return condition.all.flatMap(comparisonsOf)
  if (isConditionGroup(condition, 'any')) return condition.any.flatMap(comparisonsOf)
  return [condition]
}

/** The values that conditions compare fields with, by field: codes, not what someone wrote. */
function codesOf(steps: WorkflowDefinition['steps']): ReadonlyMap<string, ReadonlySet<JsonValue>> {
  const codes = new Map<string, Set<JsonValue>>()
  for (const { moves } of Object.values(steps)) {
    for (const { field, value } of moves.flatMap(({ when }) => (when === undefined ? [] : comparisonsOf(when)))) {
      const name = fieldOf(field)
      if (name === undefined) continue
      const known = codes.get(name) ?? new Set()
      for (const one of Array.isArray(value) ? value : [value]) known.add(one)
      codes.set(name, known)
    }
  }
  return codes
}

/** The field of a command or of the record that a path leads to. */
export function fieldOf(path: string): string | undefined {
  return /^(?:command|state\.record)\.([^.]+)$/.exec(path)?.[1]
}

/** Names in quotes. */
export function quoted(texts: readonly string[], { locale }: Vocabulary): readonly string[] {
  return texts.map((text) => formatMessage(locale.names.quoted, { text }))
}

/** A list for a sentence, or the word for none. */
export function listed(texts: readonly string[], { locale }: Vocabulary): string {
  return texts.length === 0 ? locale.names.none : listTexts(texts, locale.core)
}

/** Several to choose from; of a long list the first, as {@link listTexts} has them. */
export function anyOf(texts: readonly string[], vocabulary: Vocabulary): string {
  const { locale } = vocabulary
  return texts.length < 2 || texts.length > LISTED
    ? listed(texts, vocabulary)
    : `${listTexts(texts.slice(0, -1), locale.core)}${locale.names.or}${texts.at(-1)}`
}

/** Who acts. */
export function shownActor({ id, role, department }: Actor, { locale, term }: Vocabulary): string {
  const { actor, actorOfDepartment } = locale.names
  const facts = { id, role: term(role) }
  return department === undefined ? formatMessage(actor, facts) : formatMessage(actorOfDepartment, { ...facts, department })
}

/** Whom a name in `notBy` stands for. */
export function shownPerson(name: string, { locale, term }: Vocabulary): string {
  return people.has(name) ? term(name) : formatMessage(locale.names.whoever, { name: term(name) })
}

/** An amount with its currency. */
export function shownMoney(amount: string, currency: string, { money }: ComplaintsLocale): string {
  return formatMessage(money, { amount: shown(amount), currency })
}
