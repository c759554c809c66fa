import { schemaTests } from '../../core/testing/schemaTests.js'
import { spoilWith } from '../../core/testing/spoil.js'
import { jsonSchemas } from '../src/schemas.js'

/** Replaces, takes away or adds something anywhere in a document or an input. */
export const spoil = spoilWith(
  [
    ...['recorded', '@previous', '.', 'CNY', '2024-03-01T09:00:00Z', 'PT8H', 'PT0S', '100'],
    ['ComplaintRecorded'],
    { field: 'command.verdict', operator: 'equals', value: 'x' },
    { businessDays: 3 },
  ],
  [
    ...['when', 'needs', 'role', 'final', 'amount', 'currency', 'content', 'sequence', 'following', 'department'],
    ...['starts', 'stops', 'target', 'calendar', 'weeks'],
  ],
)

export const { describeSchema, isValid } = schemaTests(jsonSchemas, spoil)
