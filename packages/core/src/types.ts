/** An exact quantity as the caller has it: a number is read as the shortest decimal that prints it, a string is written as JSON writes numbers. */
export type DecimalInput = string | number

/** An exact quantity in canonical form: no exponent, no `-0`, no leading `+`, no trailing zeros after the point. */
export type DecimalString = string

/** A day of the proleptic Gregorian calendar, `YYYY-MM-DD`, from `0001-01-01` to `9999-12-31`. */
export type CalendarDate = string

/** A text for people: one string, or one string per BCP 47 language tag. */
export type LocalizedText = string | { readonly [languageTag: string]: string }

/** What JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** Which policy document made a result. */
export interface PolicyReference {
  readonly kind: string
  readonly id: string
  /** The host's version of the document, as the document states it. */
  readonly version: string | number
}

/** Where a value stands inside plain data: property names and list indexes, outermost first. */
export type Path = readonly (string | number)[]

/** Exact quantities as a column: row `i` stands for `values[i] / 10 ** digits`, and every value is an integer. */
export interface DecimalColumn {
  readonly values: Float64Array
  /** How many decimal places the integers carry, 0 or more. */
  readonly digits: number
}
