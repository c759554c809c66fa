/**
 * Zod schemas of the scorecard and of what is scored. `zod` is an optional peer dependency, needed by this entry alone.
 *
 * A schema accepts exactly what the verbs accept, for it runs their own check; its JSON Schema describes the shape. Zod leaves a key
 * named `__proto__` out of the copy it returns, as it does everywhere: score the object you parsed, not the copy, where that may be an id.
 *
 * @module
 */
import type { Issue } from '@clientele/core'
import { checkDecimal, checkKeys, checkRecord, checkText } from '@clientele/core/checks'
import { checkedSchema, decimalInputSchema, localizedTextSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import type { PrintedTotal } from './audit/types.js'
import type { Candidate } from './score/types.js'
import { checkScorecard } from './scorecard/checkScorecard.js'
import type { Scorecard } from './scorecard/types.js'

const id = z.string().min(1)
const ratingScale = z.strictObject({ min: decimalInputSchema, max: decimalInputSchema, step: decimalInputSchema.optional() })

const criterion = z.strictObject({
  id,
  title: localizedTextSchema.optional(),
  weight: decimalInputSchema,
  direction: z.enum(['benefit', 'cost']).optional(),
  scale: ratingScale.optional(),
  missing: z.enum(['reject', 'worst', 'neutral']).optional(),
})

const selection = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('top'), count: z.int().min(1) }),
  z.strictObject({ type: z.literal('at-least'), total: decimalInputSchema }),
])

const scorecard = z.strictObject({
  kind: z.literal('scorecard'),
  id,
  version: z.union([id, z.number()]),
  format: z.literal(1).optional(),
  title: localizedTextSchema.optional(),
  scale: ratingScale,
  criteria: z.array(criterion).min(1),
  grades: z
    .array(z.strictObject({ id, title: localizedTextSchema.optional(), from: decimalInputSchema }))
    .min(1)
    .optional(),
  select: selection.optional(),
})

/** A scorecard. */
export const scorecardSchema: z.ZodType<Scorecard> = checkedSchema(scorecard as z.ZodType<Scorecard>, checkScorecard)

const candidateShape = { id, ratings: z.object({}).catchall(decimalInputSchema.optional()) }

/** A candidate, before it is known which scorecard it is scored by. */
export const candidateSchema: z.ZodType<Candidate> = checkedSchema(z.strictObject(candidateShape) as z.ZodType<Candidate>, checkCandidate)

/** A candidate with the total that is printed for it. */
export const printedTotalSchema: z.ZodType<PrintedTotal> = checkedSchema(
  z.strictObject({ ...candidateShape, printed: decimalInputSchema }) as z.ZodType<PrintedTotal>,
  checkPrintedTotal,
)

function checkCandidate(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) {
    checkKeys(value, ['id', 'ratings'], [], issues)
    checkMembers(value, issues)
  }
  return issues
}

function checkPrintedTotal(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) {
    checkKeys(value, ['id', 'ratings', 'printed'], [], issues)
    checkMembers(value, issues)
    checkDecimal(value['printed'], ['printed'], issues)
  }
  return issues
}

function checkMembers(value: { readonly [key: string]: unknown }, issues: Issue[]): void {
  checkText(value['id'], ['id'], issues)
  const ratings = value['ratings']
  if (!checkRecord(ratings, ['ratings'], issues)) return
  for (const key of Object.keys(ratings)) {
    if (ratings[key] !== undefined) checkDecimal(ratings[key], ['ratings', key], issues)
  }
}

/**
 * Makes the JSON Schema of every document and input of this entry; the published `json-schema/*.json` are these.
 *
 * @returns JSON Schema (draft 2020-12) by file name, without its ending.
 * @example
 * import { jsonSchemas } from '@clientele/scoring/schemas'
 *
 * Object.keys(jsonSchemas()) //=> ['scorecard', 'candidate', 'printed-total']
 */
export function jsonSchemas(): { readonly [name: string]: object } {
  const schemas = { scorecard: scorecardSchema, candidate: candidateSchema, 'printed-total': printedTotalSchema }
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]))
}
