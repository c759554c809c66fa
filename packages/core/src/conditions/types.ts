import type { JsonValue, Path } from '../types.js'

/** How a field is compared with the value of a condition. */
export type ComparisonOperator = 'equals' | 'not-equals' | 'at-least' | 'at-most' | 'above' | 'below' | 'in' | 'within' | 'has'

/** One comparison of a field of the facts. */
export interface Comparison {
  /** The field's name; points lead into nested objects and lists: `customer.region`, `orders.0.amount`. */
  readonly field: string
  /**
   * `equals`, `not-equals`, `in` compare by value, numbers as decimals; `at-least`, `at-most`, `above`, `below` order decimals or
   * calendar dates; `within` holds for a date from so long before `asOf` to `asOf` itself; `has` holds for a list with the value in it.
   */
  readonly operator: ComparisonOperator
  /** What is compared with: a string, number, boolean or null; a list of these for `in`; an ISO 8601 duration such as `P30D` for `within`. */
  readonly value: JsonValue
}

/** What must hold of the facts, as plain data. */
export type Condition = { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | { readonly not: Condition } | Comparison

/** How one comparison came out. */
export interface ConditionTraceEntry {
  /** Where the value stands in the facts. */
  readonly path: Path
  readonly operator: ComparisonOperator
  /** What the condition asks for. */
  readonly required: JsonValue
  /** What the facts hold; null where they hold nothing. */
  readonly actual: JsonValue
  readonly met: boolean
  /** Why there was nothing to compare: the field is missing, or its value is of another sort than the operator needs. */
  readonly reason?: 'missing' | 'not-comparable'
}

/** Whether a condition is met, and how every one of its comparisons came out, in the order they are written. */
export interface ConditionResult {
  readonly met: boolean
  readonly trace: readonly ConditionTraceEntry[]
}
