import { isInputError } from '@clientele/core'
import { decimalAt } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { books } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { textbookCandidates } from '../../testing/textbook.js'
import { type Candidate, type ColumnScores, compileScorecard, type RatingColumns, type Scorecard, scoreCandidate } from '../index.js'
import { customerScreening } from '../templates.js'

const card = (parts: Partial<Scorecard>): Scorecard => ({
  kind: 'scorecard',
  id: 'card',
  version: 1,
  scale: { min: 1, max: 5 },
  criteria: [{ id: 'x', weight: 1 }],
  ...parts,
})
const texts = ({ totals }: ColumnScores): string[] =>
  Array.from(totals.values, (value, row) => (Number.isNaN(value) ? 'NaN' : decimalAt(totals, row)))
const columnsOf = (scorecard: Scorecard, candidates: readonly Candidate[]): RatingColumns =>
  Object.fromEntries(
    scorecard.criteria.map(({ id }) => [id, candidates.map(({ ratings }) => (Object.hasOwn(ratings, id) ? ratings[id] : undefined))]),
  )
/** What scoreCandidate says of a candidate: its total, or the codes of its issues and the criteria they concern. */
const alone = (candidate: Candidate, scorecard: Scorecard): unknown => {
  try {
    return scoreCandidate(candidate, scorecard).total
  } catch (error) {
    if (isInputError(error)) return error.issues.map(({ code, path }) => [code, path.slice(1)])
    throw error
  }
}

describe('compileScorecard', () => {
  it('textbook S1: 67, 57, 35, 70 as columns, rows and chunks', async () => {
    const compiled = compileScorecard(customerScreening)
    expect(texts(compiled.scoreRows(textbookCandidates))).toEqual(['67', '57', '35', '70'])
    expect(texts(compiled.scoreColumns(columnsOf(customerScreening, textbookCandidates)))).toEqual(['67', '57', '35', '70'])
    const chunks: unknown[] = []
    for await (const chunk of compiled.scoreChunks([textbookCandidates.slice(0, 3), [], textbookCandidates.slice(3)]))
      chunks.push([chunk.offset, ...texts(chunk)])
    expect(chunks).toEqual([[0, '67', '57', '35'], [3], [3, '70']])
  })

  it('gives every row the score it has alone: totals to the last digit, and explanations', () => {
    fc.assert(
      fc.property(books, ({ card: random, candidates }) => {
        const compiled = compileScorecard(random)
        const rows = compiled.scoreRows(candidates, { invalid: 'collect' })
        const columns = compiled.scoreColumns(columnsOf(random, candidates), { invalid: 'collect' })
        const inexact = new Set(rows.rejected.map(({ index }) => index))
        expect(rows.rejected.every(({ issues }) => issues.every(({ code }) => code === 'not-exact'))).toBe(true)
        const present = candidates.length > 0
        if (present) expect(columns.totals).toEqual(rows.totals)
        candidates.forEach((candidate, row) => {
          const score = scoreCandidate(candidate, random)
          expect(texts(rows)[row]).toBe(inexact.has(row) ? 'NaN' : score.total)
          if (inexact.has(row)) return
          expect(rows.explain(row)).toEqual(score)
          expect(columns.explain(row)).toEqual({ ...score, candidate: String(row) })
        })
      }),
      { numRuns: 300 },
    )
  })

  const hostile = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<unknown>(1, 2, 3, 4, 5, '1', '4', 4.5, '2.25') },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>(
        0,
        6,
        1.005,
        '1.0000000000000000000000001',
        0.1 + 0.2 + 2,
        Number.NaN,
        Infinity,
        'x',
        '',
        ' 1 ',
        '１',
        null,
        undefined,
        true,
        {},
        [3],
        3n,
        new Date(3),
        { valueOf: () => 3 },
      ),
    },
  )
  const criteriaOf = (count: number): Scorecard['criteria'] =>
    Array.from({ length: count }, (_, index) => ({
      id: `c${index}`,
      weight: index + 1,
      ...(index % 3 === 1 ? { missing: 'worst' as const } : {}),
      ...(index % 4 === 3 ? { direction: 'cost' as const } : {}),
    }))
  const wrap = (id: unknown, ratings: Record<string, unknown>): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 9, arbitrary: fc.constant({ id, ratings }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<unknown>(
          { id, ratings, more: 1 },
          { id, ratings: { ...ratings, c99: 1 } },
          { ratings },
          { id: '', ratings },
          { id: 5, ratings },
          null,
          7,
          [],
          { id, ratings: [] },
          { id, ratings: Object.create(ratings) },
          Object.create({ id, ratings }),
          Object.assign(Object.create(null), { id, ratings }),
          { id, ratings: { c0: 1, c99: 1 } },
        ),
      },
    )

  it('refuses just the rows that scoreCandidate refuses, for the same reasons', () => {
    const rowsOf = fc.integer({ min: 1, max: 11 }).chain((count) =>
      fc.tuple(
        fc.constant(count),
        fc.array(
          fc
            .tuple(...Array.from({ length: count }, () => hostile))
            .chain((values) => wrap('k', Object.fromEntries(values.map((value, index) => [`c${index}`, value])))),
          { minLength: 1, maxLength: 12 },
        ),
      ),
    )
    fc.assert(
      fc.property(rowsOf, ([count, rows]) => {
        const scorecard = card({ criteria: criteriaOf(count) })
        const result = compileScorecard(scorecard).scoreRows(rows as never, { invalid: 'collect' })
        const rejected = new Map(result.rejected.map((row) => [row.index, row.issues]))
        rows.forEach((row, index) => {
          const expected = alone(row as Candidate, scorecard)
          const issues = rejected.get(index)
          if (issues?.[0]?.code === 'not-exact') return
          expect(issues === undefined ? texts(result)[index] : issues.map(({ code, path }) => [code, path.slice(2)])).toEqual(expected)
          if (issues === undefined) expect(result.explain(index).total).toBe(expected)
          else expect(issuesOf(() => result.explain(index))).toEqual(issues.map(({ code, path }) => [code, path]))
        })
      }),
      { numRuns: 1500 },
    )
  })

  const oddities: unknown[] = [
    0,
    6,
    0.999,
    5.001,
    1.5,
    4.999,
    -1,
    -0,
    1e15,
    2 ** 53,
    Number.NaN,
    Infinity,
    -Infinity,
    '3',
    '0',
    'x',
    ' 3',
    null,
    undefined,
    true,
    {},
    [3],
    0.1 + 0.2 + 2,
  ]
  const places = [0, 1, 2, 3, 4, 5, 6]

  it.each(places)('finds every oddity in column %i of seven, between good rows, as a single score does', (place) => {
    for (const scale of [
      { min: 1, max: 5 },
      { min: 1, max: 5, step: 1 },
      { min: 1, max: 5, step: '0.5' },
      { min: 0, max: 6, step: 3 },
    ]) {
      const criteria = places.map((index) => ({
        id: `c${index}`,
        weight: index + 1,
        ...(index === 3 ? { direction: 'cost' as const } : {}),
        ...(index % 2 === 1 ? { missing: 'worst' as const } : {}),
      }))
      const scorecard = card({ scale, criteria })
      const rows = oddities.flatMap((oddity) =>
        [3, oddity].map((value) => ({ id: 'r', ratings: Object.fromEntries(criteria.map(({ id }, index) => [id, index === place ? value : 3])) })),
      )
      const expected = rows.map((row) => alone(row as Candidate, scorecard))
      const compiled = compileScorecard(scorecard)
      const forms = [
        compiled.scoreRows(rows as Candidate[], { invalid: 'collect' }),
        compiled.scoreColumns(columnsOf(scorecard, rows as Candidate[]), { invalid: 'collect' }),
      ]
      for (const scores of forms) {
        const rejected = new Map(scores.rejected.map(({ index, issues }) => [index, issues.map(({ code }) => code)]))
        const found = texts(scores).map((text, row) => rejected.get(row) ?? text)
        const codes = expected.map((one) => (typeof one === 'string' ? one : (one as [string][]).map(([code]) => code)))
        expect(found.map((one, row) => (one[0] === 'not-exact' ? codes[row] : one))).toEqual(codes)
      }
    }
  })

  it('finds an unknown key that makes up for a missing rating, in the first five criteria and after them', () => {
    const criteria = places.map((index) => ({ id: `c${index}`, weight: 1, missing: 'worst' as const }))
    const full = Object.fromEntries(criteria.map(({ id }) => [id, 3]))
    for (const { id } of criteria) {
      const { [id]: _, ...rest } = full
      const rows = [
        { id: 'r', ratings: full },
        { id: 's', ratings: { ...rest, other: 3 } },
        { id: 't', ratings: rest },
      ]
      const scores = compileScorecard(card({ criteria })).scoreRows(rows, { invalid: 'collect' })
      expect(scores.rejected.map(({ index, issues }) => [index, issues.map(({ path }) => path)])).toEqual([
        [1, [['candidates', 1, 'ratings', 'other']]],
      ])
      expect(texts(scores)).toEqual(['21', 'NaN', '19'])
    }
  })

  it('names the criterion of the finest points where a total does not fit', () => {
    const criteria = ['a', 'b', 'c'].map((id) => ({ id, weight: 1 }))
    const finest = '1.0000000000000000001'
    for (const id of ['a', 'b', 'c']) {
      const ratings = { a: '1.5', b: '1.25', c: '1.75', [id]: finest }
      expect(issuesOf(() => compileScorecard(card({ criteria })).scoreRows([{ id: 'r', ratings }]))).toEqual([
        ['not-exact', ['candidates', 0, 'ratings', id]],
      ])
    }
  })

  it('lists a rejected row without an id as one without an id', () => {
    const { rejected } = compileScorecard(card({})).scoreRows(
      [{ ratings: { x: 1 } } as never, { id: 5, ratings: { x: 1 } } as never, { id: 'a', ratings: { x: 9 } }],
      { invalid: 'collect' },
    )
    expect(rejected.map((row) => Object.keys(row))).toEqual([
      ['index', 'issues'],
      ['index', 'issues'],
      ['index', 'id', 'issues'],
    ])
  })

  it('names the rows that are wrong, in columns', () => {
    const scorecard = card({
      scale: { min: 1, max: 5, step: '0.5' },
      criteria: [
        { id: 'a', weight: 1 },
        { id: 'b', weight: 1 },
      ],
    })
    const columns = { a: Float64Array.of(1, 6, 3, Number.NaN, 1), b: [1, 1, 1.25, 1, '5'] }
    expect(issuesOf(() => compileScorecard(scorecard).scoreColumns(columns))).toEqual([
      ['out-of-range', ['columns', 'a', 1]],
      ['off-step', ['columns', 'b', 2]],
      ['not-a-decimal', ['columns', 'a', 3]],
    ])
    const collected = compileScorecard(scorecard).scoreColumns(columns, { invalid: 'collect' })
    expect(texts(collected)).toEqual(['2', 'NaN', 'NaN', 'NaN', '6'])
    expect(collected.rejected.map(({ index }) => index)).toEqual([1, 2, 3])
    expect(collected.policies).toEqual([{ kind: 'scorecard', id: 'card', version: 1 }])
  })

  it('refuses a total that 53 bits cannot hold, and says how many digits they can', () => {
    const compiled = compileScorecard(card({ scale: { min: 0, max: 100 } }))
    const values = [0.1, 0.30000000000000004, 99.5]
    expect(issuesOf(() => compiled.scoreColumns({ x: values }))).toEqual([['not-exact', ['columns', 'x', 1]]])
    const collected = compiled.scoreColumns({ x: values }, { invalid: 'collect' })
    expect(texts(collected)).toEqual(['0.1', 'NaN', '99.5'])
    expect(collected.rejected[0]?.issues[0]?.params).toEqual({ maximum: 13, actual: '0.30000000000000004' })
    expect(issuesOf(() => compileScorecard(card({ scale: { min: 0, max: '1e20' } })).scoreRows([{ id: 'a', ratings: { x: '1e17' } }]))).toEqual([
      ['not-exact', ['candidates', 0, 'ratings', 'x']],
    ])
  })

  it('takes typed arrays of every kind, plain lists, strings and holes', () => {
    const lenient = card({ criteria: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, weight: 1, missing: 'neutral' as const })) })
    const columns = { a: Int8Array.of(1, 2), b: Float32Array.of(1.5, 2), c: [1, '2'], d: [undefined, 5], e: Uint32Array.of(5, 5) }
    expect(texts(compileScorecard(lenient).scoreColumns(columns))).toEqual(['14.5', '19'])
    expect(issuesOf(() => compileScorecard(card({})).scoreColumns({ x: [undefined, 1] }))).toEqual([['missing', ['columns', 'x', 0]]])
    expect(issuesOf(() => compileScorecard(card({})).scoreColumns({ x: BigInt64Array.of(1n) as never }))).toEqual([
      ['not-a-decimal', ['columns', 'x', 0]],
    ])
  })

  it.each([
    [null, [['wrong-type', ['columns']]]],
    [[], [['wrong-type', ['columns']]]],
    [
      {},
      [
        ['missing', ['columns', 'x']],
        ['missing', ['columns', 'y']],
      ],
    ],
    [
      { x: [1], y: [1, 2], z: [1] },
      [
        ['unknown-key', ['columns', 'z']],
        ['length-differs', ['columns', 'y']],
      ],
    ],
    [
      { x: '1', y: 5 },
      [
        ['wrong-type', ['columns', 'x']],
        ['wrong-type', ['columns', 'y']],
      ],
    ],
    [
      { x: new DataView(new ArrayBuffer(8)), y: { length: -1 } },
      [
        ['wrong-type', ['columns', 'x']],
        ['wrong-type', ['columns', 'y']],
      ],
    ],
  ])('refuses the columns %j', (columns, issues) => {
    const two = card({
      criteria: [
        { id: 'x', weight: 1 },
        { id: 'y', weight: 1 },
      ],
    })
    expect(issuesOf(() => compileScorecard(two).scoreColumns(columns as never))).toEqual(issues)
  })

  it('refuses wrong options, rows that are no list, and chunks that are none', async () => {
    const compiled = compileScorecard(card({}))
    expect(issuesOf(() => compiled.scoreRows('x' as never))).toEqual([['wrong-type', ['candidates']]])
    expect(issuesOf(() => compiled.scoreRows([], { ties: 'dense' } as never))).toEqual([['unknown-key', ['options', 'ties']]])
    expect(issuesOf(() => compiled.scoreColumns({ x: [] }, { invalid: 1 } as never))).toEqual([['not-allowed', ['options', 'invalid']]])
    await expect(compiled.scoreChunks([{} as never]).next()).rejects.toSatisfy(isInputError)
    expect(issuesOf(() => compiled.scoreChunks(null as never))).toEqual([['wrong-type', ['chunks']]])
    expect(issuesOf(() => compiled.scoreChunks([], { invalid: 1 } as never))).toEqual([['not-allowed', ['options', 'invalid']]])
    expect(issuesOf(() => compileScorecard(card({ criteria: [] })))).toEqual([['empty', ['scorecard', 'criteria']]])
  })

  it('scores nothing', () => {
    const compiled = compileScorecard(card({}))
    for (const scores of [compiled.scoreRows([]), compiled.scoreColumns({ x: [] })]) {
      expect(scores.totals).toEqual({ values: new Float64Array(0), digits: 0 })
      expect(issuesOf(() => scores.explain(0))).toEqual([['out-of-range', ['row']]])
    }
  })

  it('explains only rows there are, and only what has not changed since', () => {
    const values = Float64Array.of(1, 2)
    const scores = compileScorecard(card({})).scoreColumns({ x: values })
    for (const row of [-1, 2, 0.5, Number.NaN, '0']) expect(issuesOf(() => scores.explain(row as number))).toEqual([['out-of-range', ['row']]])
    values[1] = 3
    expect(scores.explain(0).total).toBe('1')
    expect(issuesOf(() => scores.explain(1))).toEqual([['outdated-input', ['row']]])
  })

  it('does not ask rows for different ids', () => {
    const same = [
      { id: 'a', ratings: { x: 1 } },
      { id: 'a', ratings: { x: 2 } },
    ]
    expect(texts(compileScorecard(card({})).scoreRows(same))).toEqual(['1', '2'])
  })

  it('streams an async source, one chunk at a time, and rejects with offsets into the stream', async () => {
    let produced = 0
    async function* source(): AsyncGenerator<Candidate[]> {
      for (; produced < 3; produced++)
        yield [
          { id: 'a', ratings: { x: 1 + produced } },
          { id: 'b', ratings: { x: produced === 1 ? 9 : 5 } },
        ]
    }
    const seen: unknown[] = []
    for await (const { offset, rejected, ...scores } of compileScorecard(card({})).scoreChunks(source(), { invalid: 'collect' })) {
      seen.push([produced, offset, texts(scores as ColumnScores), rejected.map(({ index, id }) => [index, id])])
    }
    expect(seen).toEqual([
      [0, 0, ['1', '5'], []],
      [1, 2, ['2', 'NaN'], [[1, 'b']]],
      [2, 4, ['3', '5'], []],
    ])
  })

  it('names the chunk and the row where a stream goes wrong', async () => {
    const good = { id: 'a', ratings: { x: 1 } }
    const stream = compileScorecard(card({})).scoreChunks([
      [good, good],
      [good, { id: 'b', ratings: { x: 9 } }],
    ])
    await stream.next()
    await expect(stream.next()).rejects.toMatchObject({ issues: [{ path: ['chunks', 1, 1, 'ratings', 'x'] }] })
  })

  it('takes any list with a length', () => {
    expect(texts(compileScorecard(card({})).scoreColumns({ x: { length: 2, 0: 1, 1: '5' } }))).toEqual(['1', '5'])
  })

  it('takes a midpoint off the step and finer than the scale', () => {
    const scale = { min: 1, max: 10, step: 1 }
    const scorecard = card({ scale, criteria: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, weight: 1, missing: 'neutral' as const })) })
    const rows = Array.from({ length: 20_000 }, (_, row) => ({ id: 'r', ratings: { a: 1 + (row % 10), b: 2, c: 3, d: 4, f: 6 } }))
    const columns = {
      a: rows.map(({ ratings }) => ratings.a),
      b: Array(20_000).fill(2),
      c: Array(20_000).fill(3),
      d: Array(20_000).fill(4),
      f: Array(20_000).fill(6),
    }
    const compiled = compileScorecard(scorecard)
    for (const scores of [compiled.scoreRows(rows), compiled.scoreColumns(columns)]) {
      expect(texts(scores).slice(0, 3)).toEqual(['21.5', '22.5', '23.5'])
      expect(scores.explain(19_999).total).toBe('30.5')
    }
  })

  it('scores 200 criteria over many rows as it scores one', () => {
    const criteria = Array.from({ length: 200 }, (_, index) => ({
      id: `c${index}`,
      weight: `${index}.5`,
      ...(index % 7 === 0 ? { direction: 'cost' as const } : {}),
    }))
    const rows = Array.from({ length: 300 }, (_, row) => ({
      id: `r${row}`,
      ratings: Object.fromEntries(criteria.map(({ id }, index) => [id, 1 + ((row * 31 + index * 17) % 17) / 4])),
    }))
    const scorecard = card({ criteria })
    const scores = compileScorecard(scorecard).scoreRows(rows)
    expect(texts(scores)).toEqual(rows.map((row) => scoreCandidate(row, scorecard).total))
  })
})
