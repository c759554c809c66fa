import * as z from 'zod'
import { checkCalendarDate } from '../checks/checkCalendarDate.js'
import { checkDecimal } from '../checks/checkDecimal.js'
import { checkLocalizedText } from '../checks/checkLocalizedText.js'
import { checkCondition, operators } from '../conditions/checkCondition.js'
import type { Condition } from '../conditions/types.js'
import type { Issue } from '../issues/types.js'
import type { CalendarDate, DecimalInput, LocalizedText, Path } from '../types.js'

/**
 * Makes a schema of a package's own check, which speaks first, and the static shape of what passes it.
 *
 * @param shape - A schema that takes at least what the check passes; JSON Schema is made from it.
 * @param check - Finds everything that is wrong with a value.
 * @returns A schema that accepts what the check passes; each of its issues has the check's path and message, and its code in `params.code`.
 * @example
 * import { checkCondition } from '@clientele/core'
 * import { checkedSchema } from '@clientele/core/schemas'
 * import * as z from 'zod'
 *
 * const schema = checkedSchema(z.unknown(), checkCondition)
 * schema.safeParse({ all: [] }).error?.issues[0]?.message //=> 'must not be empty'
 */
export function checkedSchema<Value>(shape: z.ZodType<Value>, check: (value: unknown) => readonly Issue[]): z.ZodType<Value> {
  const checked = z.unknown().check((context) => {
    for (const { path, message, code, params } of check(context.value)) {
      context.issues.push({ code: 'custom', path: [...path], message, params: { ...params, code }, input: context.value })
    }
  })
  return checked.pipe(shape)
}

/**
 * Makes a check of a value that stands for itself, such as {@link checkedSchema} takes, of one that adds issues under a path.
 *
 * @param read - Adds an issue for everything that is wrong with a value; what it returns is not looked at.
 * @returns A check that returns the issues, with paths that start at the value.
 * @example
 * import { isCalendarDate, type Issue, type Path } from '@clientele/core'
 * import { collectingIssues } from '@clientele/core/schemas'
 *
 * const check = collectingIssues((value: unknown, path: Path, issues: Issue[]) => {
 *   if (!isCalendarDate(value)) issues.push({ code: 'not-a-calendar-date', path: [...path, 'on'], params: {}, message: 'must be a date' })
 * })
 * check('2024-02-29') //=> []
 * check('2023-02-29').map(({ path }) => path) //=> [['on']]
 */
export function collectingIssues(read: (value: unknown, path: Path, issues: Issue[]) => unknown): (value: unknown) => Issue[] {
  return (value) => {
    const issues: Issue[] = []
    read(value, [], issues)
    return issues
  }
}

/** An exact quantity: a finite number, or a string as JSON writes numbers. */
export const decimalInputSchema: z.ZodType<DecimalInput> = checkedSchema(
  z.union([z.string().regex(/^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/), z.number()]),
  collectingIssues(checkDecimal),
)

/** An existing date, `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31. */
export const calendarDateSchema: z.ZodType<CalendarDate> = checkedSchema(
  z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/),
  collectingIssues(checkCalendarDate),
)

/** A text for people: one string, or at least one string by language tag. */
export const localizedTextSchema: z.ZodType<LocalizedText> = checkedSchema(
  z.union([z.string().min(1), z.object({}).catchall(z.string().min(1))]),
  collectingIssues(checkLocalizedText),
)

/** The shape of an id, as part of a document: a text that is not empty. */
export const idSchema: z.ZodString = z.string().min(1)

/** The shape of a duration in years, months, weeks and days, as part of a document, whose check says which of them are durations. */
export const durationSchema: z.ZodString = z.string().regex(/^P[0-9YMWD]+$/)

/** What every policy document has besides its kind, by key. */
export interface PolicyShape {
  readonly id: z.ZodString
  readonly version: z.ZodType<string | number>
  readonly format: z.ZodOptional<z.ZodLiteral<1>>
  readonly title: z.ZodOptional<z.ZodType<LocalizedText>>
}

/** What every policy document has besides its kind: the shape of an object that has more. */
export const policyShape: PolicyShape = {
  id: idSchema,
  version: z.union([idSchema, z.number()]),
  format: z.literal(1).optional(),
  title: localizedTextSchema.optional(),
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

const conditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionShape).min(1) }),
    z.strictObject({ any: z.array(conditionShape).min(1) }),
    z.strictObject({ not: conditionShape }),
    z.strictObject({ field: z.string().min(1), operator: z.enum(operators), value: z.union([scalar, z.array(scalar).min(1)]) }),
  ]),
)

/** What must hold of some facts. */
export const conditionSchema: z.ZodType<Condition> = checkedSchema(conditionShape, checkCondition)
