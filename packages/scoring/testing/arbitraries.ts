import { addDecimals, multiplyDecimals } from '@clientele/core'
import fc from 'fast-check'
import type { Candidate, Criterion, RatingScale, Scorecard } from '../src/index.js'

const scales = fc.constantFrom<RatingScale>(
  { min: 1, max: 5 },
  { min: '1', max: '5', step: 1 },
  { min: 0, max: 10, step: '0.5' },
  { min: 0, max: 100, step: 10 },
  { min: -5, max: 5 },
  { min: '-2.5', max: '7.25', step: '0.25' },
  { min: 3, max: 3 },
  { min: 0, max: '1e20' },
  { min: '0', max: '999999999999999999999999999999.999' },
)
const weights = fc.constantFrom<string | number>(
  0,
  1,
  2,
  5,
  0.5,
  '0.1',
  1.005,
  '33.333',
  '123456789012345678901234567890',
  '0.000000000000000000000000000001',
)
const ids = fc.oneof(
  { weight: 6, arbitrary: fc.string({ minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'a.b', '客户', '0', 'id') },
)

const criterion: fc.Arbitrary<Criterion> = fc.record(
  {
    id: ids,
    weight: weights,
    direction: fc.constantFrom('benefit' as const, 'cost' as const),
    scale: scales,
    missing: fc.constantFrom('reject' as const, 'worst' as const, 'neutral' as const),
  },
  { requiredKeys: ['id', 'weight'] },
)

/** Any scorecard that the verbs take. */
export const scorecards: fc.Arbitrary<Scorecard> = fc
  .record({
    scale: scales,
    criteria: fc.uniqueArray(criterion, { selector: ({ id }) => id, minLength: 1, maxLength: 12 }),
    grades: fc.option(fc.uniqueArray(fc.integer({ min: -50, max: 500 }), { minLength: 1, maxLength: 4 }), { nil: undefined }),
    select: fc.option(
      fc.oneof(
        fc.record({ type: fc.constant('top' as const), count: fc.integer({ min: 1, max: 6 }) }),
        fc.record({ type: fc.constant('at-least' as const), total: weights }),
      ),
      { nil: undefined },
    ),
  })
  .map(({ scale, criteria, grades, select }) => ({
    kind: 'scorecard',
    id: 'random',
    version: 1,
    scale,
    criteria,
    ...(grades === undefined ? {} : { grades: grades.map((from) => ({ id: `from ${from}`, from })) }),
    ...(select === undefined ? {} : { select }),
  }))

/** A rating of a criterion: on its scale and on its step. */
function ratingsOf({ min, max, step }: RatingScale): fc.Arbitrary<string | number> {
  const span = addDecimals(max, multiplyDecimals(min, -1))
  const unit = step ?? (span.length > 10 ? '0.001' : '0.01')
  const steps = Math.min(1e6, Math.floor(Number(span) / Number(unit)))
  return fc
    .oneof(
      fc.nat(Math.max(0, steps)).map((count) => addDecimals(min, multiplyDecimals(count, unit))),
      fc.constantFrom(min, max),
    )
    .chain((rating) => fc.constantFrom(rating, ...(String(rating).length <= 15 ? [Number(rating)] : [])))
}

/** A scorecard with candidates of different ids that it can score; some ratings are missing where they may be. */
export const books: fc.Arbitrary<{ readonly card: Scorecard; readonly candidates: readonly Candidate[] }> = scorecards.chain((card) => {
  const ratings = fc.tuple(
    ...card.criteria.map(({ id, scale, missing }) => {
      const rating = ratingsOf(scale ?? card.scale).map((value) => [id, value] as const)
      return missing === undefined || missing === 'reject' ? rating : fc.option(rating, { nil: undefined, freq: 4 })
    }),
  )
  return fc.uniqueArray(fc.tuple(ids, ratings), { selector: ([id]) => id, maxLength: 10 }).map((rows) => ({
    card,
    candidates: rows.map(([id, entries]) => ({ id, ratings: Object.fromEntries(entries.filter((entry) => entry !== undefined)) })),
  }))
})
