import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairwiseWeights } from '../index.js'
import { pairwiseMatrixSchema } from '../schemas.js'

const entry = fc.constantFrom<unknown>(1, 1, 1, 2, 0.5, '0.5', 3, '0.33', '1.0', 1e9, 1e-9, 0, -1, '1/3', Number.NaN, null, undefined, 1e10, [1], '')
const rows = fc.oneof({ weight: 9, arbitrary: fc.array(entry, { minLength: 1, maxLength: 3 }) }, { weight: 1, arbitrary: entry })
const nearly = fc
  .integer({ min: 1, max: 3 })
  .chain((size) => fc.array(fc.array(entry, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }))
const documents = fc.oneof(
  { weight: 5, arbitrary: nearly },
  { weight: 2, arbitrary: fc.array(rows, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.anything() },
)

const isTaken = (document: unknown): boolean => {
  try {
    return pairwiseWeights(document as never).weights.length > 0
  } catch (error) {
    if (isInputError(error)) return false
    throw error
  }
}

describe('pairwiseMatrixSchema', () => {
  it('accepts what pairwiseWeights accepts, and gives it back', () => {
    let accepted = 0
    fc.assert(
      fc.property(documents, (document) => {
        const parsed = pairwiseMatrixSchema.safeParse(document)
        expect(parsed.success).toBe(isTaken(document))
        if (parsed.success) {
          expect(parsed.data).toEqual(document)
          accepted += 1
        }
      }),
      { numRuns: 3000 },
    )
    expect(accepted).toBeGreaterThan(100)
  })

  it('says what is wrong as the verb does, with paths that start at the matrix', () => {
    const { error } = pairwiseMatrixSchema.safeParse([
      [1, 3],
      [3, 2],
    ])
    expect(error?.issues.map(({ path, message }) => ({ path, message }))).toEqual([
      { path: [1, 1], message: 'must be one of 1, not 2' },
      { path: [1, 0], message: 'must be the reciprocal of the opposite value, 0.333333, not 3' },
    ])
  })
})
