import type { Comparison, Condition, JsonValue } from '@clientele/core'
import { checkDecimal, isConditionGroup, parseDuration, traceCondition } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { representatives } from './representatives.js'
import type { Formula, Literal } from './satisfiability.js'

/** How many comparisons with how many values are tried at most; those of fields beyond that are taken as independent of each other. */
const MOST_COMPARED = 40_000
/** A value of so many digits takes about twice as long to compare as a short one. */
const SHORT = 40
/** Comparisons of fields without `within` do not depend on the date. */
const ANY_DATE = '2000-01-01'

/** One way in which comparisons that depend on each other may come out together. */
type Way = readonly boolean[]

/** Conditions as formulas. */
export interface Formulas {
  /** All values of each variable. */
  readonly domains: readonly bigint[]
  /** The formula of one of the conditions, or of its negation. */
  readonly formulaOf: (condition: Condition, met: boolean) => Formula
}

/**
 * Turns conditions into formulas whose variables are the fields: a value of a variable is a way in which all comparisons of the field may
 * come out together. Core itself says how they come out. Fields are taken as independent, and so are a field's `within` of each number of
 * months, each of its `has` values, and its other comparisons: that may leave ways which no facts have, and never leaves out one that some facts have.
 */
export function readFormulas(conditions: readonly Condition[]): Formulas {
  const domains: bigint[] = []
  const literals = new Map<string, Literal>()
  const compared = { left: MOST_COMPARED }
  for (const comparisons of groupsOf(conditions)) {
    const ways = waysOf(comparisons, compared)
    if (ways !== undefined) addVariable(comparisons, ways, domains, literals)
    else for (const comparison of comparisons) addVariable([comparison], [[false], [true]], domains, literals)
  }
  const formulaOf = (condition: Condition, met: boolean): Formula => {
    if (isConditionGroup(condition, 'not')) return formulaOf(condition.not, !met)
    if (isConditionGroup(condition, 'all')) return combine(condition.all, met)
    if (isConditionGroup(condition, 'any')) return combine(condition.any, met, !met)
    if (condition.operator === 'in') return combine(alternativesOf(condition), met, !met)
    const literal = literals.get(keyOf(condition)) as Literal
    return met ? literal : { ...literal, values: (domains[literal.variable] as bigint) ^ literal.values }
  }
  const combine = (members: readonly Condition[], met: boolean, all = met): Formula => {
    const formulas = members.map((member) => formulaOf(member, met))
    return all ? { all: formulas } : { any: formulas }
  }
  return { domains, formulaOf }
}

/** `in` is `equals` with any member of its list. */
function alternativesOf({ field, value }: Comparison): readonly Comparison[] {
  return (value as readonly JsonValue[]).map((one) => ({ field, operator: 'equals', value: one }))
}

/** The distinct comparisons of the conditions, those that depend on each other together. */
function groupsOf(conditions: readonly Condition[]): readonly (readonly Comparison[])[] {
  const groups = new Map<string, Map<string, Comparison>>()
  const visit = (condition: Condition): void => {
    if (isConditionGroup(condition, 'not')) visit(condition.not)
    else if (isConditionGroup(condition, 'all')) condition.all.forEach(visit)
    else if (isConditionGroup(condition, 'any')) condition.any.forEach(visit)
    else if (condition.operator === 'in') alternativesOf(condition).forEach(visit)
    else {
      const group = groupOf(condition)
      const members = groups.get(group) ?? new Map<string, Comparison>()
      groups.set(group, members.set(keyOf(condition), condition))
    }
  }
  conditions.forEach(visit)
  return [...groups.values()].map((members) => [...members.values()])
}

function keyOf({ field, operator, value }: Comparison): string {
  return JSON.stringify([field, operator, value])
}

function groupOf({ field, operator, value }: Comparison): string {
  if (operator === 'has') return JSON.stringify([field, operator, sameFor(value)])
  return JSON.stringify(operator === 'within' ? [field, operator, parseDuration(value)?.months] : [field])
}

/** The same for values that a comparison takes as the same: decimals of one value. */
function sameFor(value: JsonValue): JsonValue {
  const decimal = checkDecimal(value, [], [])
  return decimal === undefined ? [value] : decimalText(decimal)
}

/** Adds a variable of as many values as there are ways, and what each comparison says of it. */
function addVariable(comparisons: readonly Comparison[], ways: readonly Way[], domains: bigint[], literals: Map<string, Literal>): void {
  const variable = domains.length
  domains.push((1n << BigInt(ways.length)) - 1n)
  comparisons.forEach((comparison, index) => {
    const bits = ways.map((way) => (way[index] === true ? '1' : '0')).join('')
    literals.set(keyOf(comparison), { variable, values: BigInt(`0b${bits}`) })
  })
}

/** Every way in which comparisons of one group may come out, or undefined where that takes too long to say. */
function waysOf(comparisons: readonly Comparison[], compared: { left: number }): readonly Way[] | undefined {
  const operator = comparisons[0]?.operator
  if (operator === 'has') return [false, true].map((met) => comparisons.map(() => met))
  const values = [...new Set(comparisons.map(({ value }) => value))]
  const digits = values.reduce<number>((longest, value) => Math.max(longest, String(sameFor(value)).length), 0)
  const cost = comparisons.length * values.length * Math.ceil((digits + 1) / SHORT)
  if (cost > compared.left) return undefined
  compared.left -= cost
  return operator === 'within' ? waysOfDurations(values) : waysOfValues(comparisons, values)
}

/** A date within a duration is within every longer one, where they have the same months: whichever the day, so many days reach back further. */
function waysOfDurations(durations: readonly JsonValue[]): readonly Way[] {
  const days = durations.map((duration) => parseDuration(duration)?.days ?? 0)
  return [Number.POSITIVE_INFINITY, ...new Set(days)].map((ago) => days.map((most) => most >= ago))
}

function waysOfValues(comparisons: readonly Comparison[], values: readonly JsonValue[]): readonly Way[] {
  const ways = new Map<string, Way>()
  for (const value of representatives(values)) {
    const facts = value === undefined ? {} : { value }
    const way = comparisons.map((comparison) => traceCondition({ ...comparison, field: 'value' }, facts, ANY_DATE).met)
    ways.set(String(way), way)
  }
  return [...ways.values()]
}
