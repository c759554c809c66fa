import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { naiveCounts, naiveTimes, naiveWays } from '../../testing/naiveSteps.js'
import { spoil } from '../../testing/spoil.js'
import { type CountStepsOptions, compileSteps, countSteps, type StepColumns, type StepCounts, type StepPolicy } from '../index.js'

const OTHER = 255
const FIRST = -62_135_510_400_000
const LAST = 253_402_214_399_999
const STEPS = ['a', 7, '__proto__'] as const
const policy: StepPolicy = { steps: STEPS, window: 'PT10S' }

/** An event: of whom, at which millisecond, and the index of which step. */
type Row = readonly [actor: number, at: number, step: number]

const columnsOf = (rows: readonly Row[]): StepColumns => ({
  actor: Int32Array.from(rows, ([actor]) => actor),
  at: Float64Array.from(rows, ([, at]) => at),
  step: Uint8Array.from(rows, ([, , step]) => step),
})

/** What the row form says of the same events. */
const rowForm = (rows: readonly Row[], options: CountStepsOptions): StepCounts => {
  const events = rows.map(([actor, at, step]) => ({ actor, at: new Date(at).toISOString(), step: options.steps[step] ?? 'other' }))
  const { counts, conversion, timeToConvert } = countSteps(events, options)
  return { counts, conversion, timeToConvert }
}

const modes = fc.constantFrom('ordered', 'strict', 'unordered' as const)
const windows = fc.constantFrom(undefined, 'PT0.001S', 'PT0.0045S', 'PT0.02S', 'PT10S', 'P9999999W')
const ids = {
  close: fc.integer({ min: -3, max: 9 }),
  scattered: fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 0, -1)),
  few: fc.constantFrom(1, 2_000_000_000),
}
const times = {
  near: fc.integer({ min: -20, max: 20 }),
  far: fc.oneof(fc.constantFrom(FIRST, LAST, 0), fc.integer({ min: -1e13, max: 1e13 })),
  long: fc.integer({ min: 0, max: 1e6 }),
}
const stepsArbitrary = fc.oneof({ weight: 6, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.constantFrom(3, 100, OTHER) })
const rowsOf = (actor: fc.Arbitrary<number>, at: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<Row[]> =>
  fc.array(fc.tuple(actor, at, stepsArbitrary), { maxLength, size: 'max' })

/** A reproducible number from 0 up to `bound`. */
function pick(row: number, salt: number, bound: number): number {
  let mixed = Math.imul(row + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3_266_489_917)
  return ((mixed ^ (mixed >>> 16)) >>> 1) % bound
}

/** Many events of so many actors. */
const many = (length: number, actors: number, idOf: (actor: number) => number, span: number, first = 0): Row[] =>
  Array.from({ length }, (_, row): Row => [idOf(pick(row, 1, actors)), first + pick(row, 2, span), pick(row, 3, 4) === 3 ? OTHER : pick(row, 3, 4)])

describe('compileSteps: columns as rows', () => {
  it.each([
    ['close ids', ids.close, times.near, 30],
    ['scattered ids', ids.scattered, times.near, 30],
    ['few ids with many events', ids.few, times.long, 200],
    ['moments far apart', ids.close, times.far, 60],
    ['many moments far apart', ids.few, times.far, 120],
  ] as const)('counts %s as countSteps does, to the last digit', (_, actor, at, maxLength) => {
    fc.assert(
      fc.property(rowsOf(actor, at, maxLength), modes, windows, fc.integer({ min: 1, max: 3 }), (rows, mode, window, count) => {
        const own = { steps: STEPS.slice(0, count), window, mode }
        expect(compileSteps(own).countColumns(columnsOf(rows))).toEqual(rowForm(rows, own))
      }),
      { numRuns: 120 },
    )
  })

  it.each([
    ['close ids', 30_000, (actor: number) => actor - 15_000],
    ['scattered ids', 30_000, (actor: number) => Math.imul(actor + 1, 2_654_435_769)],
    ['scattered ids of few', 40, (actor: number) => Math.imul(actor + 1, 2_654_435_769)],
    ['one id', 1, () => -7],
  ])('counts 60,000 events in many parts, in any order: %s', (_, actors, idOf) => {
    const rows = many(60_000, actors, idOf, 100_000)
    const sorted = [...rows].sort(([, one], [, other]) => one - other)
    for (const mode of ['ordered', 'strict', 'unordered'] as const) {
      const { countColumns } = compileSteps({ ...policy, mode })
      const counted = countColumns(columnsOf(rows))
      expect(counted).toEqual(rowForm(rows, { ...policy, mode }))
      expect(countColumns(columnsOf(sorted))).toEqual(counted)
      expect(counted.counts[2]).toBeGreaterThan(0)
    }
  })

  it('counts ids that were made up to be meant for few places, in time', () => {
    const factor = 0x9e3779b1
    let inverse = factor
    // Newton's method: the inverse of the factor by which ids are scattered, modulo 2 ** 32.
    for (let round = 0; round < 5; round += 1) inverse = Math.imul(inverse, 2 - Math.imul(factor, inverse))
    expect(Math.imul(inverse, factor)).toBe(1)
    const rows = many(50_000, 2 ** 14, (actor) => Math.imul(actor, inverse), 20_000)
    const { counts, ...others } = compileSteps(policy).countColumns(columnsOf(rows))
    expect({ counts, ...others }).toEqual(rowForm(rows, policy))
    expect(counts[2]).toBeGreaterThan(0)
  })

  it('orders many events of one actor over the whole of the calendar', () => {
    const rows = [...many(200, 1, () => 5, 1000), [5, FIRST, 0] as const, [5, LAST, 1] as const, [5, FIRST + 1, 1] as const]
    for (const window of [undefined, 'PT10S']) {
      const own = { steps: STEPS, window }
      const events = rows.map(([, time, step]) => ({ actor: 'x', time, step: step === OTHER ? -1 : step }))
      const { counts, gaps } = naiveCounts(naiveWays(events, 3, window === undefined ? Infinity : 10_000, 'ordered').values(), 3)
      const counted = compileSteps(own).countColumns(columnsOf(rows))
      expect(counted.counts).toEqual(counts)
      const seconds = gaps.map((gap) => (naiveTimes(gap).mean as number) / 1000)
      expect(counted.timeToConvert.map(({ mean }) => mean)).toEqual(seconds)
    }
  })

  it('finds means and medians of many actors, of times alike and of times far apart', () => {
    for (const [span, actors] of [
      [1, 3000],
      [5, 3001],
      [2 ** 40, 5000],
      [2 ** 40, 4999],
    ] as const) {
      const gaps = Array.from({ length: actors }, (_, actor) =>
        actor % 7 === 0 ? pick(actor, 9, 2 ** 31) % span : pick(actor, 4, Math.min(span, 1000)),
      )
      const rows = gaps.flatMap((gap, actor): Row[] => [
        [actor, 0, 0],
        [actor, gap, 1],
      ])
      const { timeToConvert } = compileSteps({ steps: ['a', 'b'] }).countColumns(columnsOf(rows))
      const { mean, median } = naiveTimes(gaps)
      expect(timeToConvert[0]).toEqual({
        from: 'a',
        to: 'b',
        mean: gaps.reduce((sum, gap) => sum + gap, 0) / (actors * 1000),
        median: (median as number) / 1000,
      })
      expect(mean).not.toBeNull()
    }
  })

  it.each([
    ['all alike', () => 7, 7],
    ['alike up to the middle', (actor: number) => (actor < 2000 ? 7 : 2 ** 40), (7 + 2 ** 40) / 2],
    ['with many of one value in the middle', (actor: number) => (actor < 500 ? 0 : actor < 3500 ? 8 : 2 ** 40), 8],
    ['one apart in the middle', (actor: number) => (actor < 2000 ? 7 : 8), 7.5],
    ['that ascend', (actor: number) => actor * 1000, 1_999_500],
  ])('finds the mean of the two in the middle of 4000 times %s', (_, gapOf, median) => {
    const rows = Array.from({ length: 4000 }, (__, actor): Row[] => [
      [actor, 0, 0],
      [actor, gapOf(actor), 1],
    ]).flat()
    expect(compileSteps({ steps: ['a', 'b'] }).countColumns(columnsOf(rows)).timeToConvert[0]?.median).toBe(median / 1000)
  })

  it('adds up times beyond what numbers hold exactly, in any order', () => {
    const rows = Array.from({ length: 1000 }, (_, actor): Row[] => [
      [actor, FIRST + actor, 0],
      [actor, LAST - 3 * actor, 1],
    ]).flat()
    const total = rows.reduce((sum, [, at, step]) => sum + BigInt(step === 1 ? at : -at), 0n)
    const { countColumns } = compileSteps({ steps: ['a', 'b'] })
    expect(total > 2n ** 53n).toBe(true)
    expect(countColumns(columnsOf(rows)).timeToConvert[0]?.mean).toBe(Number(total) / 1_000_000)
    expect(countColumns(columnsOf([...rows].reverse()))).toEqual(countColumns(columnsOf(rows)))
  })

  it('never tells −0, changes no column, and keeps nothing between calls', () => {
    const large = columnsOf(many(5000, 100, (actor) => actor, 1000))
    const small = columnsOf([
      [1, 0, 0],
      [1, -0, 1],
    ])
    const before = structuredClone(large)
    const compiled = compileSteps(policy)
    const first = compiled.countColumns(large)
    const told = compiled.countColumns(small)
    expect(told).toEqual({
      counts: [1, 1, 0],
      conversion: [1, 1, 0],
      timeToConvert: [
        { from: 'a', to: '7', mean: 0, median: 0 },
        { from: '7', to: '__proto__', mean: null, median: null },
      ],
    })
    expect(Object.is(told.timeToConvert[0]?.median, 0)).toBe(true)
    expect(compiled.countColumns(large)).toEqual(first)
    expect(large).toEqual(before)
    expect(JSON.parse(JSON.stringify(first))).toEqual(first)
  })

  it('takes lists and other typed arrays for columns, in which any other integer is another event', () => {
    const rows: readonly Row[] = [
      [1, 0, 0],
      [1, 3, OTHER],
      [1, 5, 1],
      [2, 5, 0],
      [2, 6, 1],
    ]
    const { countColumns } = compileSteps({ ...policy, mode: 'strict' })
    const { actor, at, step } = columnsOf(rows)
    const counted = countColumns({ actor, at, step })
    expect(counted.counts).toEqual([2, 1, 0])
    for (const given of [
      { actor: [...actor], at: [...at], step: [...step] },
      { actor: Float64Array.from(actor), at: Int16Array.from(at), step: Int8Array.of(0, -1, 1, 0, 1) },
      { actor, at, step: [0, 256, 1, 0, 1] },
      { actor: Uint32Array.from(actor), at, step: Uint16Array.of(0, 65_535, 1, 0, 1) },
    ])
      expect(countColumns(given as unknown as StepColumns)).toEqual(counted)
  })

  it('counts nobody of no events', () => {
    const { countColumns } = compileSteps(policy)
    for (const rows of [[], [[1, 5, OTHER]], [[1, 5, 2]]] as Row[][]) expect(countColumns(columnsOf(rows)).counts).toEqual([0, 0, 0])
  })

  it('takes 250 steps, and longer ways than there is room for at once', () => {
    const steps = Array.from({ length: 250 }, (_, index) => index)
    const rows = [1, 2].flatMap((actor) => steps.map((step): Row => [actor, 250 - step, 249 - step]))
    for (const mode of ['ordered', 'strict', 'unordered'] as const)
      expect(compileSteps({ steps, mode }).countColumns(columnsOf(rows)).counts).toEqual(steps.map(() => 2))
  })
})

const good = columnsOf([
  [1, 0, 0],
  [1, 5, 1],
])
const count = (columns: unknown): StepCounts => compileSteps(policy).countColumns(columns as StepColumns)

const junk = [
  null,
  undefined,
  1n,
  'x',
  [],
  {},
  [0, 1],
  new Float64Array(3),
  Float64Array.of(0, 0.5),
  new Int32Array(2),
  new Uint8Array(2),
  new DataView(new ArrayBuffer(8)),
]
const columnsArbitrary = fc.record(
  {
    actor: fc.constantFrom(good.actor, good.actor, ...junk),
    at: fc.constantFrom(good.at, good.at, ...junk),
    step: fc.constantFrom(good.step, good.step, ...junk),
  },
  { requiredKeys: [] },
)

describe('compileSteps: bad input', () => {
  it.each(badRecords)('refuses %j for a policy and for columns', (value, code) => {
    expect(issuesOf(() => compileSteps(value as StepPolicy))).toEqual([[code, ['policy']]])
    expect(issuesOf(() => count(value))).toEqual([[code, ['columns']]])
  })

  it('tells everything that is wrong with a policy at once', () => {
    const bad = { steps: ['a', '', 'a', null], window: 'P1M', mode: 'any', colour: 1 }
    expect(issuesOf(() => compileSteps(bad as never))).toEqual([
      ['unknown-key', ['policy', 'colour']],
      ['empty', ['policy', 'steps', 1]],
      ['wrong-type', ['policy', 'steps', 3]],
      ['duplicate', ['policy', 'steps', 2]],
      ['unreadable', ['policy', 'window']],
      ['not-allowed', ['policy', 'mode']],
    ])
  })

  it.each([
    [{ actor: undefined }, [['missing', ['columns', 'actor']]]],
    [{ actor: { length: 2 } }, [['wrong-type', ['columns', 'actor']]]],
    [{ at: new DataView(new ArrayBuffer(2)) }, [['wrong-type', ['columns', 'at']]]],
    [{ actor: Uint32Array.of(1, 2 ** 31) }, [['out-of-range', ['columns', 'actor', 1]]]],
    [
      { actor: [1.5, '1'], at: [Number.NaN, LAST + 1], step: [null, 0.5] },
      [
        ['not-an-integer', ['columns', 'actor', 0]],
        ['not-an-integer', ['columns', 'at', 0]],
        ['not-an-integer', ['columns', 'step', 0]],
        ['not-an-integer', ['columns', 'actor', 1]],
        ['out-of-range', ['columns', 'at', 1]],
        ['not-an-integer', ['columns', 'step', 1]],
      ],
    ],
    [{ step: Array(2) }, [0, 1].map((row) => ['missing', ['columns', 'step', row]])],
    [{ at: Float64Array.of(1) }, [['length-differs', ['columns', 'at']]]],
    [
      { step: Uint8Array.of(1, 2, 3), at: null },
      [
        ['wrong-type', ['columns', 'at']],
        ['length-differs', ['columns', 'step']],
      ],
    ],
    [{ colour: [] }, [['unknown-key', ['columns', 'colour']]]],
    [
      { at: Float64Array.of(Number.NaN, 0.5) },
      [
        ['not-an-integer', ['columns', 'at', 0]],
        ['not-an-integer', ['columns', 'at', 1]],
      ],
    ],
    [
      { at: Float64Array.of(Infinity, -Infinity) },
      [
        ['not-an-integer', ['columns', 'at', 0]],
        ['not-an-integer', ['columns', 'at', 1]],
      ],
    ],
    [{ at: Float64Array.of(LAST + 1, 0) }, [['out-of-range', ['columns', 'at', 0]]]],
    [{ at: Float64Array.of(0, FIRST - 1) }, [['out-of-range', ['columns', 'at', 1]]]],
    // Other events must have a moment too.
    [{ at: Float64Array.of(0, Number.NaN), step: Uint8Array.of(0, OTHER) }, [['not-an-integer', ['columns', 'at', 1]]]],
  ])('refuses columns with %j', (columns, issues) => {
    expect(issuesOf(() => count({ ...good, ...columns }))).toEqual(issues)
  })

  it('refuses columns of integers that are no numbers', () => {
    const issues = [0, 1].map((row) => ['not-an-integer', ['columns', 'at', row]])
    expect(issuesOf(() => count({ ...good, at: BigInt64Array.of(1n, 2n) }))).toEqual(issues)
  })

  it('names up to 10,000 bad cells', () => {
    const length = 20_000
    const columns = { actor: new Int32Array(length), at: new Float64Array(length).fill(Number.NaN), step: new Uint8Array(length) }
    expect(issuesOf(() => count(columns))).toHaveLength(10_000)
  })

  it('refuses in rows what it was not compiled for', () => {
    const { count: countRows } = compileSteps(policy)
    expect(issuesOf(() => countRows([], { steps: ['a'] } as never))).toEqual([['unknown-key', ['options', 'steps']]])
    expect(issuesOf(() => countRows([], null as never))).toEqual([['wrong-type', ['options']]])
  })

  it('never crashes with anything but an InputError, whatever is spoiled', () => {
    let thrown = 0
    fc.assert(
      fc.property(spoil({ policy }), columnsArbitrary, (spoiled, columns) => {
        const { policy: own } = Object(spoiled) as { policy: StepPolicy }
        if (issuesOf(() => compileSteps(own).countColumns(columns as StepColumns)) !== 'nothing was thrown') thrown += 1
      }),
      { numRuns: 500, seed: 11 },
    )
    expect(thrown).toBeGreaterThan(200)
  })
})
