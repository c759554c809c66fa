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
import { checkedSchema, conditionSchema, decimalInputSchema, localizedTextSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import type { PrintedTotal } from './audit/types.js'
import { checkOutcomeOdds } from './odds/checkOutcomeOdds.js'
import type { OutcomeOdds } from './odds/types.js'
import { checkRulebook } from './rules/checkRulebook.js'
import type { Rulebook } from './rules/types.js'
import type { Candidate } from './score/types.js'
import { checkScorecard } from './scorecard/checkScorecard.js'
import type { Scorecard } from './scorecard/types.js'
import { checkTable } from './tables/checkTable.js'
import type { DecisionTable, UnweightedTable } from './tables/types.js'
import { checkPairwiseMatrix } from './weights/checkPairwiseMatrix.js'
import type { PairwiseMatrix } from './weights/types.js'

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

const preferenceFunction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('usual') }),
  z.strictObject({ type: z.literal('u-shape'), indifference: decimalInputSchema }),
  z.strictObject({ type: z.literal('v-shape'), preference: decimalInputSchema }),
  z.strictObject({ type: z.literal('level'), indifference: decimalInputSchema, preference: decimalInputSchema }),
  z.strictObject({ type: z.literal('linear'), indifference: decimalInputSchema, preference: decimalInputSchema }),
  z.strictObject({ type: z.literal('gaussian'), spread: decimalInputSchema }),
])

const tableCriterion = z.strictObject({
  id,
  title: localizedTextSchema.optional(),
  direction: z.enum(['benefit', 'cost']).optional(),
  weight: decimalInputSchema.optional(),
  preference: preferenceFunction.optional(),
})

function tableSchema<Table>(criterionOfTable: z.ZodType, options: { readonly weighted: boolean }): z.ZodType<Table> {
  const shape = z.strictObject({
    alternatives: z.array(id),
    criteria: z.array(criterionOfTable).min(1),
    values: z.array(z.array(decimalInputSchema)),
  })
  return checkedSchema(shape as unknown as z.ZodType<Table>, (value) => {
    const issues: Issue[] = []
    checkTable(value, [], issues, options)
    return issues
  })
}

/** Alternatives by criteria, with weights. */
export const decisionTableSchema: z.ZodType<DecisionTable> = tableSchema(tableCriterion.extend({ weight: decimalInputSchema }), { weighted: true })

/** Alternatives by criteria, before it is known how much each criterion weighs. */
export const unweightedTableSchema: z.ZodType<UnweightedTable> = tableSchema(tableCriterion, { weighted: false })

/** Pairwise judgements of criteria. */
export const pairwiseMatrixSchema: z.ZodType<PairwiseMatrix> = checkedSchema(
  z.array(z.array(decimalInputSchema).min(1)).min(1) as z.ZodType<PairwiseMatrix>,
  (value) => {
    const issues: Issue[] = []
    checkPairwiseMatrix(value, [], issues)
    return issues
  },
)

const fieldValue = z.union([z.string(), z.number(), z.boolean()])
const outcomeCounts = { won: z.int().min(0), lost: z.int().min(0) }

const outcomeOdds = z.strictObject({
  kind: z.literal('outcome-odds'),
  id,
  version: z.union([id, z.number()]),
  format: z.literal(1).optional(),
  smoothing: decimalInputSchema,
  minimumCount: z.int().min(0).optional(),
  ...outcomeCounts,
  fields: z.array(z.strictObject({ field: id, values: z.array(z.strictObject({ value: fieldValue, ...outcomeCounts })) })).min(1),
  stage: z.strictObject({ field: id, stages: z.array(z.strictObject({ stage: fieldValue, ...outcomeCounts })) }).optional(),
  rejected: z.array(z.unknown()).optional(),
  diagnoses: z.array(z.unknown()).optional(),
})

/** What past leads say about the outcome of others. */
export const outcomeOddsSchema: z.ZodType<OutcomeOdds> = checkedSchema(outcomeOdds as z.ZodType<OutcomeOdds>, checkOutcomeOdds)

const outcome = { grade: id, route: id.optional() }
const titledIds = z
  .array(z.strictObject({ id, title: localizedTextSchema.optional() }))
  .min(1)
  .optional()

const rulebook = z.strictObject({
  kind: z.literal('rulebook'),
  id,
  version: z.union([id, z.number()]),
  format: z.literal(1).optional(),
  title: localizedTextSchema.optional(),
  rules: z.array(z.strictObject({ id, title: localizedTextSchema.optional(), when: conditionSchema, ...outcome })).min(1),
  otherwise: z.strictObject(outcome),
  grades: titledIds,
  routes: titledIds,
})

/** A rulebook. */
export const rulebookSchema: z.ZodType<Rulebook> = checkedSchema(rulebook as z.ZodType<Rulebook>, checkRulebook)

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
 * Object.keys(jsonSchemas()) //=> ['scorecard', 'candidate', 'printed-total', 'decision-table', 'unweighted-table', 'pairwise-matrix', 'outcome-odds', 'rulebook']
 */
export function jsonSchemas(): { readonly [name: string]: object } {
  const schemas = {
    scorecard: scorecardSchema,
    candidate: candidateSchema,
    'printed-total': printedTotalSchema,
    'decision-table': decisionTableSchema,
    'unweighted-table': unweightedTableSchema,
    'pairwise-matrix': pairwiseMatrixSchema,
    'outcome-odds': outcomeOddsSchema,
    rulebook: rulebookSchema,
  }
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]))
}
