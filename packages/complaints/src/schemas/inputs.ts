import { checkedSchema, collectingIssues, decimalInputSchema, idSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import { readCommand } from '../commands/readCommand.js'
import type { ComplaintCommand } from '../commands/types.js'
import { checkLoggedEvent } from '../eventLog/checkLoggedEvent.js'
import type { LoggedEvent } from '../eventLog/types.js'
import { contents } from '../fields/readFields.js'
import { readActor } from '../history/readActor.js'
import { readEvent } from '../history/readEvent.js'
import { readState } from '../history/readState.js'
import type { Actor, ComplaintEvent, ComplaintState } from '../history/types.js'

const actor = z.strictObject({ id: idSchema, role: idSchema, department: idSchema.optional() })
const moment = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}/)
const reference = z.strictObject({ id: idSchema, version: z.union([idSchema, z.number()]) })
const counted = z.int().min(1)

/** What commands and events tell, which they may also leave blank. */
const told = {
  customer: z.string().nullable().optional(),
  content: z
    .enum(['', ...contents])
    .nullable()
    .optional(),
  amount: decimalInputSchema.nullable().optional(),
  currency: z.string().nullable().optional(),
  paidToCustomer: decimalInputSchema.nullable().optional(),
  into: z.string().nullable().optional(),
}

/** Who acts. */
export const actorSchema: z.ZodType<Actor> = checkedSchema(actor as z.ZodType<Actor>, collectingIssues(readActor))

/** What someone wants done. */
export const complaintCommandSchema: z.ZodType<ComplaintCommand> = checkedSchema(
  z.looseObject({
    type: idSchema,
    at: moment,
    by: actor,
    expectedSequence: z.int().min(0).optional(),
    complaint: z.string().nullable().optional(),
    ...told,
  }) as unknown as z.ZodType<ComplaintCommand>,
  collectingIssues(readCommand),
)

/** Something that happened to a complaint. Whether it is the next thing that can happen, evolveComplaint says. */
export const complaintEventSchema: z.ZodType<ComplaintEvent> = checkedSchema(
  z.looseObject({
    type: idSchema,
    at: moment,
    by: actor,
    complaint: idSchema,
    sequence: counted,
    definition: reference,
    step: idSchema,
    cycle: counted.optional(),
    command: idSchema.optional(),
    following: z.int().min(0).optional(),
    ...told,
  }) as unknown as z.ZodType<ComplaintEvent>,
  collectingIssues(readEvent),
)

const fact = { sequence: counted, at: moment, by: actor }

/** Where a complaint stands. Whether its steps are those of its definition, the verbs say. */
export const complaintStateSchema: z.ZodType<ComplaintState> = checkedSchema(
  z.strictObject({
    complaint: idSchema,
    definition: reference,
    sequence: counted,
    following: z.int().min(0),
    step: idSchema,
    closed: z.boolean(),
    returnTo: z.array(idSchema),
    cycle: counted,
    openedAt: moment,
    enteredAt: moment,
    updatedAt: moment,
    facts: z.record(z.string(), z.strictObject(fact)),
    record: z.record(z.string(), z.unknown()),
    proposal: z.strictObject({ ...fact, remedy: z.unknown(), amount: decimalInputSchema.nullable(), currency: z.string().nullable() }).nullable(),
  }) as unknown as z.ZodType<ComplaintState>,
  collectingIssues((value, path, issues) => readState(value, undefined, path, issues)),
)

/** Something that happened in a case, as any system logs it, under the names that {@link LoggedEvent} has. */
export const loggedEventSchema: z.ZodType<LoggedEvent> = checkedSchema(
  z.looseObject({ case: z.union([idSchema, z.int()]), activity: idSchema, at: moment }) as z.ZodType<LoggedEvent>,
  collectingIssues(checkLoggedEvent),
)
