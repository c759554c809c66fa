import { schemaTests } from '../../core/testing/schemaTests.js'
import { spoilWith } from '../../core/testing/spoil.js'
import { jsonSchemas } from '../src/schemas.js'

export { issuesOfVerb } from '../../core/testing/schemaTests.js'

/** Replaces, takes away or adds something anywhere in a document or an input. */
export const spoil = spoilWith(
  ['P3M', 'P0D', '30 days', '100', 20, [2, 1], [1, 2], '0001-01-01', '2024-02-29T23:30:00-08:00', 'silent', { type: 'silent' }, 'share-of-value'],
  ['currency', 'bins', 'cuts', 'from', 'since', 'at', 'value', 'types'],
)

export const { describeSchema, isValid } = schemaTests(jsonSchemas, spoil)
