import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import type { Actor, ComplaintCommand, ComplaintEvent, ComplaintState, ComplaintTaxonomy, WorkflowDefinition } from './index.js'
import type {
  actorSchema,
  complaintCommandSchema,
  complaintEventSchema,
  complaintStateSchema,
  complaintTaxonomySchema,
  complaintWorkflowSchema,
} from './schemas.js'

// The schemas give the interfaces.
expectTypeOf<z.output<typeof complaintWorkflowSchema>>().toEqualTypeOf<WorkflowDefinition>()
expectTypeOf<z.output<typeof complaintTaxonomySchema>>().toEqualTypeOf<ComplaintTaxonomy>()
expectTypeOf<z.output<typeof actorSchema>>().toEqualTypeOf<Actor>()
expectTypeOf<z.output<typeof complaintCommandSchema>>().toEqualTypeOf<ComplaintCommand>()
expectTypeOf<z.output<typeof complaintEventSchema>>().toEqualTypeOf<ComplaintEvent>()
expectTypeOf<z.output<typeof complaintStateSchema>>().toEqualTypeOf<ComplaintState>()
