import { schemaTests } from '../../core/testing/schemaTests.js'
import { spoilWith } from '../../core/testing/spoil.js'
import { jsonSchemas } from '../src/schemas.js'

/** Replaces, takes away or adds something anywhere in a document or an input. */
export const spoil = spoilWith(
  [
    ...['won', 'quoted', 'allow', 'required', 'middle', 'open', 'CNY', '2024-03-01', '2024-03-01T09:00:00+08:00', '100', '100.5'],
    ...['2024-W05', '2024-W54', '0.25', '1e200', '1e-200'],
    { id: 'quotation' },
    ['quotation', 'quotation'],
    { effect: 'x', n: [null] },
  ],
  [
    ...['title', 'evidence', 'onEnter', 'winPercent', 'reopenings', 'lossReason', 'currency', 'amount', 'reason', 'expected', 'attributes'],
    ...['left', 'from', 'CNY', 'groups', 'group', 'cycleDays', 'winRate', 'capacity'],
  ],
)

export { issuesOfVerb } from '../../core/testing/schemaTests.js'

export const { describeSchema, isValid } = schemaTests(jsonSchemas, spoil)
