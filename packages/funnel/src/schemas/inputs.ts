import type { Issue, Path } from '@clientele/core'
import { readZone, type Zone } from '@clientele/core/clocks'
import { calendarDateSchema, checkedSchema, collectingIssues, decimalInputSchema, idSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import { readWatchedDeal } from '../curves/readWatchedDeal.js'
import type { WatchedDeal } from '../curves/types.js'
import { readCurrencyRates } from '../money/readCurrencyRates.js'
import type { CurrencyRates } from '../money/types.js'
import { checkStageChange } from '../stageLog/checkStageChange.js'
import type { StageChange } from '../stageLog/types.js'
import { readStepEvents } from '../steps/readStepEvents.js'
import type { StepEvent } from '../steps/types.js'

const named = z.union([idSchema, z.int()])
const at = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}.*)?$/)

/** A change of a deal. Whether a pipeline has what it leads to, the verbs say. */
export const stageChangeSchema: z.ZodType<StageChange> = checkedSchema(
  z.strictObject({
    deal: named,
    at,
    to: idSchema,
    amount: decimalInputSchema.optional(),
    currency: z.string().optional(),
    reason: idSchema.optional(),
    evidence: z.array(z.union([idSchema, z.looseObject({ id: idSchema })])).optional(),
    expected: calendarDateSchema.optional(),
    attributes: z.record(z.string(), z.string().nullable().optional()).optional(),
  }) as unknown as z.ZodType<StageChange>,
  collectingIssues(checkStageChange),
)

const utc = (): Zone => readZone('UTC', [], []) as Zone

/** How long a deal was watched; moments have their dates in UTC, as they do for the verbs that are given no zone. */
export const watchedDealSchema: z.ZodType<WatchedDeal> = checkedSchema(
  z.strictObject({
    deal: named,
    entered: at,
    left: at.optional(),
    outcome: z.enum(['won', 'lost', 'open']),
    from: at.optional(),
  }) as z.ZodType<WatchedDeal>,
  collectingIssues((value: unknown, path: Path, issues: Issue[]) => readWatchedDeal(value, utc(), path, issues)),
)

/** What amounts of other currencies are worth in one. */
export const currencyRatesSchema: z.ZodType<CurrencyRates> = checkedSchema(
  z.strictObject({ to: z.string(), rates: z.record(z.string(), decimalInputSchema) }) as z.ZodType<CurrencyRates>,
  collectingIssues(readCurrencyRates),
)

/** Something that someone did. */
export const stepEventSchema: z.ZodType<StepEvent> = checkedSchema(
  z.strictObject({ actor: named, at, step: named }) as z.ZodType<StepEvent>,
  checkStepEvent,
)

/** What is said of an event by what reads many of them, with paths that begin at it. */
function checkStepEvent(value: unknown): Issue[] {
  const { rejected } = readStepEvents([value], { steps: [] }, { end: null, zone: utc(), invalid: 'collect' })
  return rejected.flatMap(({ issues }) => issues.map((issue) => ({ ...issue, path: issue.path.slice(2) })))
}
