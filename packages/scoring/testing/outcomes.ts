import fc from 'fast-check'
import { learnOutcomeOdds, type OutcomeOdds } from '../src/index.js'

/** A record of a lead that has ended. */
type Row = { readonly outcome: 'won' | 'lost'; readonly [field: string]: unknown }

const values = fc.constantFrom('a', 'b', '1', '__proto__', '', 0, -0, 1, 2.5, true, false, null, undefined)
const row: fc.Arbitrary<Row> = fc
  .record({ outcome: fc.constantFrom('won' as const, 'lost' as const), x: values, y: values, z: values, stage: fc.nat(4) })
  .chain((record) => fc.constantFrom(record, ...(record.outcome === 'won' ? [{ ...record, stage: undefined }] : [])))

/** Leads that have ended, the last three fields of any of a few values, and the names of one to three of these; `stage` is from 0 to 4. */
export const outcomeHistories: fc.Arbitrary<{ readonly history: readonly Row[]; readonly names: readonly string[] }> = fc.record({
  history: fc.array(row, { maxLength: 25 }),
  names: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 }),
})

/** Any document of odds that was learned from such leads, with and without stages. */
export const outcomeOdds: fc.Arbitrary<OutcomeOdds> = fc
  .tuple(outcomeHistories, fc.constantFrom(undefined, 'stage', { field: 'step', order: ['talk', 2, true] }), fc.constantFrom(undefined, 0, 3))
  .map(([{ history, names }, stage, minimumCount]) => learnOutcomeOdds(history, { fields: names, stage, minimumCount, invalid: 'collect' }))
