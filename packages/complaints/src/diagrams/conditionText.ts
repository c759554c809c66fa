import type { Condition, JsonValue } from '@clientele/core'
import { isConditionGroup } from '@clientele/core/checks'
import { oneLine } from './characters.js'
import type { Diagram } from './readDiagram.js'
import { words } from './words.js'

const SIGNS = {
  equals: '=',
  'not-equals': '≠',
  'at-least': '≥',
  'at-most': '≤',
  above: '>',
  below: '<',
  in: '∈',
  has: '∋',
} as const

/** Conditions that must all hold, in signs, on one line; '' where there is none. */
export function conditionsText(conditions: readonly Condition[], diagram: Diagram): string {
  const [first, ...more] = conditions
  if (first === undefined) return ''
  return conditionText(more.length === 0 ? first : { all: conditions }, diagram)
}

/** A condition in signs; a field of the command, and what it is compared with, go by what they are called. */
function conditionText(condition: Condition, diagram: Diagram): string {
  const part = (one: Condition): string => (isPlural(one) ? `(${conditionText(one, diagram)})` : conditionText(one, diagram))
  if (isConditionGroup(condition, 'not')) return `¬(${conditionText(condition.not, diagram)})`
  if (isConditionGroup(condition, 'all')) return condition.all.map(part).join(' ∧ ')
  if (isConditionGroup(condition, 'any')) return condition.any.map(part).join(' ∨ ')
  const { field, operator, value } = condition
  const [root, ...rest] = field.split('.')
  const name = root === 'command' ? diagram.term(rest.join('.')) : oneLine(field)
  const sign = operator === 'within' ? diagram.text(words.within) : SIGNS[operator]
  return `${name} ${sign} ${valueText(value, diagram)}`
}

function isPlural(condition: Condition): boolean {
  return isConditionGroup(condition, 'all') || isConditionGroup(condition, 'any')
}

function valueText(value: JsonValue, diagram: Diagram): string {
  if (Array.isArray(value)) return `{${value.map((one) => valueText(one, diagram)).join(', ')}}`
  return typeof value === 'string' && value !== '' ? diagram.term(value) : JSON.stringify(value)
}
