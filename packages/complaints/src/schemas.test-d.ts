import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import type {
  Actor,
  ClockPolicy,
  ComplaintCommand,
  ComplaintEvent,
  ComplaintState,
  ComplaintTaxonomy,
  KeptDeadline,
  LoggedEvent,
  WorkflowDefinition,
} from './index.js'
import type {
  actorSchema,
  clockPolicySchema,
  complaintCommandSchema,
  complaintEventSchema,
  complaintStateSchema,
  complaintTaxonomySchema,
  complaintWorkflowSchema,
  keptDeadlineSchema,
  loggedEventSchema,
} from './schemas.js'

// The schemas give the interfaces.
expectTypeOf<z.output<typeof complaintWorkflowSchema>>().toEqualTypeOf<WorkflowDefinition>()
expectTypeOf<z.output<typeof complaintTaxonomySchema>>().toEqualTypeOf<ComplaintTaxonomy>()
expectTypeOf<z.output<typeof clockPolicySchema>>().toEqualTypeOf<ClockPolicy>()
expectTypeOf<z.output<typeof actorSchema>>().toEqualTypeOf<Actor>()
expectTypeOf<z.output<typeof complaintCommandSchema>>().toEqualTypeOf<ComplaintCommand>()
expectTypeOf<z.output<typeof complaintEventSchema>>().toEqualTypeOf<ComplaintEvent>()
expectTypeOf<z.output<typeof complaintStateSchema>>().toEqualTypeOf<ComplaintState>()
expectTypeOf<z.output<typeof keptDeadlineSchema>>().toEqualTypeOf<KeptDeadline>()
expectTypeOf<z.output<typeof loggedEventSchema>>().toEqualTypeOf<LoggedEvent>()
