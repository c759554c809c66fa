import {
  calendarDateSchema,
  checkedSchema,
  collectingIssues,
  decimalInputSchema,
  idSchema,
  localizedTextSchema,
  policyShape,
} from '@clientele/core/schemas'
import * as z from 'zod'
import { checkClockPolicy } from '../clocks/checkClockPolicy.js'
import { checkKeptDeadline } from '../clocks/readMomentOptions.js'
import type { ClockPolicy, KeptDeadline } from '../clocks/types.js'

const duration = z.string().regex(/^PT([0-9]+H)?([0-9]+M)?([0-9]+([.,][0-9]+)?S)?$/)
const days = z.int().min(0)
const after = z.literal('receipt-day').optional()

const target = z.union([
  duration,
  z.strictObject({ businessDays: days, after }),
  z.strictObject({ calendarDays: days, after }),
  z.strictObject({ weeks: days, after }),
])

const clock = z.strictObject({
  id: idSchema,
  title: localizedTextSchema.optional(),
  starts: idSchema,
  stops: z.union([idSchema, z.array(idSchema).min(1)]),
  target: z.union([target, z.record(z.string(), target)]),
  calendar: idSchema.optional(),
  mayWait: z.boolean(),
  warnAtPercent: decimalInputSchema.optional(),
  extendedBy: idSchema.optional(),
  whose: z.enum(['firm', 'authority']).optional(),
  source: z.strictObject({ title: localizedTextSchema, url: idSchema.optional(), asOf: calendarDateSchema }).optional(),
})

/** By when what must happen to a complaint. */
export const clockPolicySchema: z.ZodType<ClockPolicy> = checkedSchema(
  z.strictObject({
    kind: z.literal('clock-policy'),
    ...policyShape,
    note: localizedTextSchema.optional(),
    clocks: z.array(clock).min(1),
  }) as unknown as z.ZodType<ClockPolicy>,
  checkClockPolicy,
)

const reference = z.looseObject({ id: idSchema, version: policyShape.version })

/** A deadline that a host kept, such as a clock of an earlier result. */
export const keptDeadlineSchema: z.ZodType<KeptDeadline> = checkedSchema(
  z.looseObject({ clock: idSchema, cycle: z.int().min(1), calendar: reference.nullable() }) as unknown as z.ZodType<KeptDeadline>,
  collectingIssues(checkKeptDeadline),
)
