import type { Condition, JsonValue } from '@clientele/core'
import { checkDecimal, isConditionGroup } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import type { ReadMove, ReadStep, ReadWorkflow } from '../workflow/compiled.js'

/** What a part of a definition says, by field: of two parts, a field means the same exactly where its texts are the same. */
export type Meanings = ReadonlyMap<string, string>

/** The fields that mean something else in another part of the same kind. */
export function changedFields(before: Meanings, after: Meanings): readonly string[] {
  return [...before.keys()].filter((field) => before.get(field) !== after.get(field))
}

/** What a step says, but for its moves. */
export function meaningsOfStep({ document, final }: ReadStep): Meanings {
  const { textbook, title, responsible, clocks = {} } = document
  return textsOf({ textbook, title, final, responsible, clocks })
}

/** What a move says, but for where it leads. A need that has become an event is another need. */
export function meaningsOfMove({ conditions, fields, events, role, notBy, emits, startsCycle, why }: ReadMove): Meanings {
  return textsOf({
    when: ordered(conditions.map(conditionMeaning)),
    needs: [ordered(fields), ordered(events)],
    role: role && ordered(role),
    notBy: ordered(notBy.map(({ name }) => name)),
    emits,
    startsCycle,
    why,
  })
}

/** What the opening says. */
export function meaningsOfOpening({ needs, emits }: ReadWorkflow['opening']): Meanings {
  return textsOf({ needs: ordered(needs), emits })
}

function textsOf(values: { readonly [field: string]: JsonValue | undefined }): Meanings {
  return new Map(Object.entries(values).map(([field, value]) => [field, JSON.stringify(withOrderedKeys(value))]))
}

function withOrderedKeys(value: JsonValue | undefined): JsonValue {
  if (typeof value !== 'object' || value === null) return value ?? null
  if (Array.isArray(value)) return value.map(withOrderedKeys)
  const record = value as { readonly [key: string]: JsonValue }
  const keys = Object.keys(record).sort()
  return keys.map((key) => [key, withOrderedKeys(record[key])])
}

/** The members of a list whose order means nothing, in an order of their own. */
function ordered(members: readonly JsonValue[]): readonly JsonValue[] {
  const named = members.map((member) => ({ member, text: JSON.stringify(member) }))
  return named.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ member }) => member)
}

/** What a condition says: the same text for the same. */
export function conditionText(condition: Condition): string {
  return JSON.stringify(conditionMeaning(condition))
}

function conditionMeaning(condition: Condition): JsonValue {
  if (isConditionGroup(condition, 'all')) return ['all', ordered(condition.all.map(conditionMeaning))]
  if (isConditionGroup(condition, 'any')) return ['any', ordered(condition.any.map(conditionMeaning))]
  if (isConditionGroup(condition, 'not')) return ['not', conditionMeaning(condition.not)]
  const { field, operator, value } = condition
  return [operator, field, Array.isArray(value) ? ordered(value.map(scalarMeaning)) : scalarMeaning(value)]
}

/** Conditions compare by value, numbers as decimals, also where they are written as strings. */
function scalarMeaning(value: JsonValue): JsonValue {
  const decimal = checkDecimal(value, [], [])
  return decimal === undefined ? value : decimalText(decimal)
}
