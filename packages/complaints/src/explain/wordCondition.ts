import { type Comparison, type Condition, type ConditionTraceEntry, isCalendarDate, type JsonValue } from '@clientele/core'
import { isConditionGroup, ownValue } from '@clientele/core/checks'
import { formatMessage, listTexts, shown, shownDuration } from '@clientele/core/explain'
import type { ComplaintsLocale } from '../locales/types.js'
import { shownValue } from './shownFields.js'
import { fieldOf, type Vocabulary } from './vocabulary.js'

const LISTED = 20

/** A date is asked to be at or after this one where any date will do. */
const FIRST_DATE = '0001-01-01'

/** A condition in words, as they follow "that": what must hold, or what must not. */
export function wordCondition(condition: Condition, vocabulary: Vocabulary, opposite = false): string {
  if (isConditionGroup(condition, 'not')) return wordCondition(condition.not, vocabulary, !opposite)
  if (isConditionGroup(condition, 'all')) return wordGroup(condition.all, opposite ? 'or' : 'and', vocabulary, opposite)
  if (isConditionGroup(condition, 'any')) return wordGroup(condition.any, opposite ? 'and' : 'or', vocabulary, opposite)
  return wordComparison(condition, vocabulary, opposite)
}

function wordGroup(members: readonly Condition[], joint: 'and' | 'or', vocabulary: Vocabulary, opposite: boolean): string {
  const { names, conditions, core } = vocabulary.locale
  const texts = members.slice(0, LISTED).map((member) => {
    const text = wordCondition(member, vocabulary, opposite)
    return members.length > 1 && isGroup(member) ? formatMessage(conditions.group, { condition: text }) : text
  })
  const more = members.length > LISTED ? [formatMessage(core.more, { number: members.length - LISTED })] : []
  return [...texts, ...more].join(names[joint])
}

/** Whether a condition is made of several. */
function isGroup(condition: Condition): boolean {
  if (isConditionGroup(condition, 'not')) return isGroup(condition.not)
  if (isConditionGroup(condition, 'all')) return condition.all.length > 1 || condition.all.some(isGroup)
  if (isConditionGroup(condition, 'any')) return condition.any.length > 1 || condition.any.some(isGroup)
  return false
}

function wordComparison(comparison: Comparison, vocabulary: Vocabulary, opposite: boolean): string {
  const { conditions } = vocabulary.locale
  const event = eventOf(comparison)
  if (event !== undefined) return formatMessage(conditions[opposite ? 'notHappened' : 'happened'], { event: vocabulary.term(event) })
  const facts = { field: shownPath(comparison.field, vocabulary), required: shownRequired(comparison, vocabulary) }
  return formatMessage(templateFor(comparison, opposite, conditions), facts)
}

function templateFor({ operator, value }: Comparison, opposite: boolean, conditions: ComplaintsLocale['conditions']): string {
  const isOrder = operator === 'at-least' || operator === 'at-most' || operator === 'above' || operator === 'below'
  if (!isOrder || !isCalendarDate(value)) return conditions[opposite ? 'opposites' : 'comparisons'][operator]
  if (value === FIRST_DATE && (operator === 'at-least' || operator === 'above')) return conditions[opposite ? 'isNoDate' : 'isDate']
  return conditions[opposite ? 'oppositeDates' : 'dates'][operator]
}

/** The event that a comparison asks to have happened at all: every event has a number from 1 on. */
function eventOf({ field, operator, value }: Pick<Comparison, 'field' | 'operator' | 'value'>): string | undefined {
  const isAny = (operator === 'at-least' && Number(value) === 1) || (operator === 'above' && Number(value) === 0)
  return isAny ? /^state\.facts\.([^.]+)\.sequence$/.exec(field)?.[1] : undefined
}

/** What a path in a condition is called. */
function shownPath(path: string, { locale, term }: Vocabulary): string {
  const known = ownValue(locale.conditions.paths, path)
  if (known !== undefined) return known as string
  const field = fieldOf(path)
  if (field !== undefined) return formatMessage(locale.names.quoted, { text: term(field) })
  const [, event, part] = /^state\.facts\.([^.]+)\.(.+)$/.exec(path) ?? []
  return event === undefined ? path : formatMessage(locale.conditions.factPart, { event: term(event), part: part as string })
}

function shownRequired({ field, operator, value }: Comparison, vocabulary: Vocabulary): string {
  if (operator === 'within') return shownDuration(value as string, vocabulary.locale.core)
  return Array.isArray(value)
    ? listTexts(
        value.map((one: JsonValue) => shownCode(one, field, vocabulary)),
        vocabulary.locale.core,
      )
    : shownCode(value, field, vocabulary)
}

/** A value at a path: a text or a flag in quotes, unless it is written as a number or a date is; the complaint's step by its title. */
function shownCode(value: JsonValue, path: string, vocabulary: Vocabulary): string {
  if (typeof value === 'boolean') return formatMessage(vocabulary.locale.names.quoted, { text: shownValue(value, '', vocabulary) })
  if (typeof value !== 'string' || value.trim() === '') return shownValue(value, '', vocabulary)
  if (/^-?\d/.test(value)) return value.startsWith('-') ? shown(value) : value
  const text = path === 'state.step' ? vocabulary.step(value) : shownValue(value, fieldOf(path) ?? '', vocabulary)
  return formatMessage(vocabulary.locale.names.quoted, { text })
}

/** What a comparison of a condition found. */
export function wordActual({ path, operator, required, actual, met, reason }: ConditionTraceEntry, vocabulary: Vocabulary): string {
  const { refusals } = vocabulary.locale
  const field = path.join('.')
  const event = eventOf({ field, operator, value: required })
  if (event !== undefined) {
    const { actualHappened, actualNotHappened } = refusals
    return formatMessage(met ? actualHappened : actualNotHappened, { event: vocabulary.term(event), number: actual })
  }
  const name = shownPath(field, vocabulary)
  if (reason === 'missing') return formatMessage(refusals.actualMissing, { field: name })
  const found = Array.isArray(actual) ? shownValue(actual, fieldOf(field) ?? '', vocabulary) : shownCode(actual, field, vocabulary)
  return formatMessage(refusals.actual, { field: name, actual: found })
}
