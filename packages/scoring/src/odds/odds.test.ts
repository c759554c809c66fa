import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { outcomeHistories } from '../../testing/outcomes.js'
import { checkOutcomeOdds, compileOutcomeOdds, estimateOutcome, type FieldValue, learnOutcomeOdds, type OutcomeOdds } from '../index.js'

type Row = { readonly outcome: 'won' | 'lost'; readonly [field: string]: unknown }

const tuple = (outcome: 'won' | 'lost', [country, state, source, stage]: readonly number[]): Row => ({
  outcome,
  country,
  state,
  source,
  ...(stage === undefined ? {} : { stage }),
})
const fields = ['country', 'state', 'source']
const percent = (probability: number): string => (probability * 100).toFixed(2)

/** The greatest number below 1. */
const almostOne = 1 - 2 ** -53

/** Won : lost, of integers; smoothing is in tenths. */
type Fraction = readonly [bigint, bigint]

/** The odds of a lead from the raw records, with nothing but integers: every count is in units of a tenth. */
const oddsFromScratch = (lead: Row, history: readonly Row[], names: readonly string[], tenths: number, stages: readonly unknown[]): Fraction => {
  const countOf = (outcome: string, holds: (row: Row) => boolean): bigint =>
    BigInt(10 * history.filter((row) => row.outcome === outcome && holds(row)).length + tenths)
  const known = (row: Row, name: string): boolean => row[name] !== undefined && row[name] !== null
  let odds: Fraction = [countOf('won', () => true), countOf('lost', () => true)]
  for (const name of names) {
    const seen = [...new Set(history.filter((row) => known(row, name)).map((row) => row[name]))]
    if (!seen.includes(lead[name])) continue
    const sumOf = (outcome: string): bigint => seen.reduce((sum: bigint, value) => sum + countOf(outcome, (row) => row[name] === value), 0n)
    const own = (outcome: string): bigint => countOf(outcome, (row) => row[name] === lead[name])
    odds = [odds[0] * own('won') * sumOf('lost'), odds[1] * own('lost') * sumOf('won')]
  }
  const place = stages.indexOf(lead['stage'])
  if (place < 0) return odds
  const reached = countOf('lost', (row) => stages.indexOf(row['stage']) >= place)
  // All that was won reached the stage, so only what was lost tells.
  return [odds[0] * countOf('lost', () => true), odds[1] * reached]
}

/** The nearest number to won ÷ (won + lost) but for the last digit or two. */
const probabilityFromScratch = ([won, lost]: Fraction): number => Number((won * 10n ** 40n) / (won + lost)) / 1e40

const oddsOf = (probability: number): number => probability / (1 - probability)

describe('known answers', () => {
  it('vector 19, Odoo’s crm tests: 33.49 %', () => {
    const history = [tuple('won', [2, 2, 2]), tuple('lost', [0, 0, 0, 0]), tuple('lost', [1, 1, 1, 1])]
    const estimate = estimateOutcome(tuple('lost', [0, 1, 2, 1]), learnOutcomeOdds(history, { fields, stage: 'stage', smoothing: 0.1 }))
    expect(percent(estimate.probability)).toBe('33.49')
    expect(estimate.prior).toBe(1.1 / 3.2)
    expect(estimate.reasons).toEqual([])
    const unlike = ((0.1 / 1.3) * 2.3) / 1.1
    const alike = ((1.1 / 1.3) * 2.3) / 0.1
    expect(estimate.contributions.map(({ field, value }) => [field, value])).toEqual([
      ['country', 0],
      ['state', 1],
      ['source', 2],
      ['stage', 1],
    ])
    ;[unlike, unlike, alike, 2.1 / 1.1].forEach((factor, index) => {
      expect(estimate.contributions[index]?.factor).toBeCloseTo(factor, 12)
    })
  })

  it('vector 20, the same scheme: 7.74 %', () => {
    const history = [tuple('won', [0, 2, 2]), tuple('lost', [0, 1, 1, 2]), tuple('lost', [0, 1, 2, 1])]
    const odds = learnOutcomeOdds(history, { fields, stage: 'stage' })
    expect(percent(estimateOutcome({ country: 0, state: 1, source: 2, stage: 1 }, odds).probability)).toBe('7.74')
  })

  it('closed form: without smoothing to speak of, the share of what was won among its like', () => {
    const history = [...Array<Row>(30).fill({ outcome: 'won', source: 'fair' }), ...Array<Row>(10).fill({ outcome: 'lost', source: 'fair' })]
    const others = [...Array<Row>(20).fill({ outcome: 'won', source: 'web' }), ...Array<Row>(40).fill({ outcome: 'lost', source: 'web' })]
    const odds = learnOutcomeOdds([...history, ...others], { fields: ['source'], smoothing: '1e-30' })
    expect(estimateOutcome({ source: 'fair' }, odds)).toMatchObject({ probability: 0.75, prior: 0.5, contributions: [{ factor: 3 }] })
    expect(estimateOutcome({ source: 'web' }, odds).probability).toBeCloseTo(1 / 3, 15)
  })
})

describe('learnOutcomeOdds', () => {
  it('gives a document of plain counts', () => {
    const history = [
      { id: 'a', outcome: 'won', size: 3, city: 'b', big: true, note: {} },
      { id: 'b', outcome: 'lost', size: '3', city: null, big: false, step: 'quote' },
      { id: 'c', outcome: 'lost', size: -0, city: 'B', step: 'talk' },
      { id: 'd', outcome: 'lost', size: 20, city: 'b', big: true, step: 'quote' },
    ] as const
    const options = { fields: ['size', 'city', 'big'], stage: { field: 'step', order: ['talk', 'quote', 'contract'] }, minimumCount: 2 }
    expect(learnOutcomeOdds(history, { ...options, smoothing: '0.50', id: 'leads', version: '2026-01' })).toEqual({
      kind: 'outcome-odds',
      id: 'leads',
      version: '2026-01',
      format: 1,
      smoothing: '0.5',
      minimumCount: 2,
      won: 1,
      lost: 3,
      fields: [
        {
          field: 'size',
          values: [
            { value: 0, won: 0, lost: 1 },
            { value: 3, won: 1, lost: 0 },
            { value: 20, won: 0, lost: 1 },
            { value: '3', won: 0, lost: 1 },
          ],
        },
        {
          field: 'city',
          values: [
            { value: 'B', won: 0, lost: 1 },
            { value: 'b', won: 1, lost: 1 },
          ],
        },
        {
          field: 'big',
          values: [
            { value: false, won: 0, lost: 1 },
            { value: true, won: 1, lost: 1 },
          ],
        },
      ],
      stage: {
        field: 'step',
        stages: [
          { stage: 'talk', won: 1, lost: 3 },
          { stage: 'quote', won: 1, lost: 2 },
          { stage: 'contract', won: 1, lost: 0 },
        ],
      },
      rejected: [],
      diagnoses: [],
    })
  })

  it('takes the numbers it finds for the stages, those of won leads too', () => {
    const history = [
      { outcome: 'lost', at: 10 },
      { outcome: 'lost', at: 9 },
      { outcome: 'won', at: 11 },
      { outcome: 'won', at: null },
    ] as const
    expect(learnOutcomeOdds(history, { fields: ['x'], stage: 'at' }).stage?.stages).toEqual([
      { stage: 9, won: 2, lost: 2 },
      { stage: 10, won: 2, lost: 1 },
      { stage: 11, won: 2, lost: 0 },
    ])
  })

  it('takes no notice of what else stands in the stage of a won lead', () => {
    const lost = { outcome: 'lost', at: 1 } as const
    for (const at of ['Won', '1', {}, Number.NaN, Infinity, true])
      expect(learnOutcomeOdds([{ outcome: 'won', at }, lost], { fields: ['x'], stage: 'at' }).stage?.stages).toEqual([{ stage: 1, won: 1, lost: 1 }])
    expect(issuesOf(() => learnOutcomeOdds([{ outcome: 'lost', at: 'Lost' }], { fields: ['x'], stage: 'at' }))).toEqual([
      ['wrong-type', ['history', 0, 'at']],
    ])
  })

  it('does not read the stage of a won lead where the order is given', () => {
    const stage = { field: 'step', order: ['talk', 'quote'] }
    for (const step of ['won!', {}, 'quote', undefined])
      expect(learnOutcomeOdds([{ outcome: 'won', step }], { fields: ['x'], stage }).stage?.stages).toEqual([
        { stage: 'talk', won: 1, lost: 0 },
        { stage: 'quote', won: 1, lost: 0 },
      ])
  })

  it('has defaults, and takes undefined for left out', () => {
    const learned = learnOutcomeOdds([], { fields: ['x'] })
    expect(learned).toEqual({
      kind: 'outcome-odds',
      id: 'outcome-odds',
      version: 1,
      format: 1,
      smoothing: '0.1',
      won: 0,
      lost: 0,
      fields: [{ field: 'x', values: [] }],
      rejected: [],
      diagnoses: [{ code: 'no-history', params: {} }],
    })
    const nothing = { stage: undefined, smoothing: undefined, minimumCount: undefined, id: undefined, version: undefined, invalid: undefined }
    expect(learnOutcomeOdds([], { fields: ['x'], ...nothing })).toEqual(learned)
  })

  it('says that there is only one outcome', () => {
    const one = (outcome: 'won' | 'lost') => learnOutcomeOdds([{ outcome }, { outcome }], { fields: ['x'] }).diagnoses
    expect(one('won')).toEqual([{ code: 'only-one-outcome', params: { outcome: 'won', records: 2 } }])
    expect(one('lost')).toEqual([{ code: 'only-one-outcome', params: { outcome: 'lost', records: 2 } }])
  })

  it('takes any name for a field, and any text for a value', () => {
    const row = (outcome: string, value: string) => JSON.parse(`{"outcome":"${outcome}","__proto__":"${value}","toString":"${value}"}`)
    const history = [row('won', '__proto__'), row('lost', 'constructor'), row('lost', '')]
    const odds = learnOutcomeOdds(history, { fields: ['__proto__', 'toString', 'valueOf'] })
    const values = [
      { value: '', won: 0, lost: 1 },
      { value: '__proto__', won: 1, lost: 0 },
      { value: 'constructor', won: 0, lost: 1 },
    ]
    expect(odds.fields).toEqual([
      { field: '__proto__', values },
      { field: 'toString', values },
      { field: 'valueOf', values: [] },
    ])
    expect(estimateOutcome(row('lost', '__proto__'), odds)).toMatchObject({
      contributions: [{ value: '__proto__' }, { value: '__proto__' }],
      reasons: [{ code: 'value-missing', params: { field: 'valueOf' } }],
    })
    expect(estimateOutcome({}, odds).contributions).toEqual([])
  })

  it('learns from 100,000 records at once', () => {
    const history = Array.from({ length: 100_000 }, (_, index) => ({
      outcome: index % 3 === 0 ? ('won' as const) : ('lost' as const),
      even: index % 2 === 0,
      rest: index % 100,
    }))
    const odds = learnOutcomeOdds(history, { fields: ['even', 'rest'] })
    expect([odds.won, odds.lost]).toEqual([33_334, 66_666])
    expect(odds.fields[0]?.values).toEqual([
      { value: false, won: 16_667, lost: 33_333 },
      { value: true, won: 16_667, lost: 33_333 },
    ])
    expect(odds.fields[1]?.values).toHaveLength(100)
  })

  it('throws everything that is wrong with the records at once', () => {
    const history = [
      null,
      [],
      { outcome: 'open', stage: 1 },
      { stage: 1 },
      { outcome: 'lost', x: Number.NaN, y: [], stage: 1 },
      { outcome: 'won', x: 1n, y: Infinity },
      { outcome: 'lost' },
      { outcome: 'lost', stage: '1' },
      { outcome: 'won', stage: 'won' },
      { outcome: 'lost', stage: null },
      { outcome: 'won', id: 'same' },
      { outcome: 'won', id: 'same' },
      { outcome: 'won', id: 7 },
      { outcome: 'won', id: 7 },
      { outcome: 'won', id: '7' },
      { outcome: 'won', id: '' },
      { outcome: 'won', id: true },
      { outcome: 'won', id: Number.NaN },
      { outcome: 'won', id: null },
    ]
    expect(issuesOf(() => learnOutcomeOdds(history as never, { fields: ['x', 'y'], stage: 'stage' }))).toEqual([
      ['wrong-type', ['history', 0]],
      ['wrong-type', ['history', 1]],
      ['not-allowed', ['history', 2, 'outcome']],
      ['missing', ['history', 3, 'outcome']],
      ['wrong-type', ['history', 4, 'x']],
      ['wrong-type', ['history', 4, 'y']],
      ['wrong-type', ['history', 5, 'x']],
      ['wrong-type', ['history', 5, 'y']],
      ['missing', ['history', 6, 'stage']],
      ['wrong-type', ['history', 7, 'stage']],
      ['missing', ['history', 9, 'stage']],
      ['duplicate', ['history', 11, 'id']],
      ['duplicate', ['history', 13, 'id']],
      ['empty', ['history', 15, 'id']],
      ['wrong-type', ['history', 16, 'id']],
      ['wrong-type', ['history', 17, 'id']],
    ])
    for (const wrong of [undefined, null, 'x', {}]) {
      expect(issuesOf(() => learnOutcomeOdds(wrong as never, { fields: ['x'] }))).toEqual([
        [wrong === undefined ? 'missing' : 'wrong-type', ['history']],
      ])
    }
  })

  it('refuses a lost record in a stage that the order does not name', () => {
    const order = Array.from({ length: 30 }, (_, index) => `step ${index}`)
    const learn = (step: unknown) => learnOutcomeOdds([{ outcome: 'lost', step }], { fields: ['x'], stage: { field: 'step', order } })
    expect(issuesOf(() => learn('step 30'))).toEqual([['not-allowed', ['history', 0, 'step']]])
    expect(issuesOf(() => learn({}))).toEqual([['not-allowed', ['history', 0, 'step']]])
    expect(issuesOf(() => learn(null))).toEqual([['missing', ['history', 0, 'step']]])
    expect(() => learn('x')).toThrow('"step 0", "step 1", "step 2"')
    expect(() => learn('x')).toThrow('"step 19", …, not "x"')
    const short = { field: 'step', order: [1, true] }
    expect(() => learnOutcomeOdds([{ outcome: 'lost', step: '1' }], { fields: ['x'], stage: short })).toThrow('one of 1, true, not "1"')
  })

  it('collects bad records: they are listed and not counted', () => {
    const history = [
      { outcome: 'won', id: 'a', x: 1 },
      { outcome: 'won', id: 'b', x: {} },
      { outcome: 'lost', id: 'a', x: 1 },
      { outcome: 'lost', x: 1 },
      'x',
    ]
    const odds = learnOutcomeOdds(history as never, { fields: ['x'], invalid: 'collect' })
    expect(odds.fields).toEqual([{ field: 'x', values: [{ value: 1, won: 1, lost: 1 }] }])
    expect(odds.rejected.map(({ index, id, issues }) => [index, id, codesAndPaths(issues)])).toEqual([
      [1, 'b', [['wrong-type', ['history', 1, 'x']]]],
      [2, 'a', [['duplicate', ['history', 2, 'id']]]],
      [4, undefined, [['wrong-type', ['history', 4]]]],
    ])
    expect(odds.diagnoses).toEqual([{ code: 'rows-rejected', params: { rejected: 3, records: 2 } }])
    expect(JSON.parse(JSON.stringify(odds))).toEqual(odds)
    expect(checkOutcomeOdds(odds)).toEqual([])
  })

  it.each([
    ['none', undefined, [['missing', ['options']]]],
    ['null', null, [['wrong-type', ['options']]]],
    ['no fields', {}, [['missing', ['options', 'fields']]]],
    ['empty fields', { fields: [] }, [['empty', ['options', 'fields']]]],
    [
      'wrong fields',
      { fields: ['a', 'a', '', 1, 'outcome', undefined] },
      [
        ['empty', ['options', 'fields', 2]],
        ['wrong-type', ['options', 'fields', 3]],
        ['reserved-name', ['options', 'fields', 4]],
        ['missing', ['options', 'fields', 5]],
        ['duplicate', ['options', 'fields', 1]],
      ],
    ],
    ['the stage among the fields', { fields: ['a', 'b'], stage: 'b' }, [['duplicate', ['options', 'stage']]]],
    ['the outcome as stage', { fields: ['a'], stage: 'outcome' }, [['reserved-name', ['options', 'stage']]]],
    ['a nameless stage', { fields: ['a'], stage: '' }, [['empty', ['options', 'stage']]]],
    ['a stage of another type', { fields: ['a'], stage: 3 }, [['wrong-type', ['options', 'stage']]]],
    [
      'a wrong order',
      { fields: ['a'], stage: { field: 'a', order: [1, '1', 1, null, undefined], extra: 1 } },
      [
        ['unknown-key', ['options', 'stage', 'extra']],
        ['duplicate', ['options', 'stage', 'field']],
        ['wrong-type', ['options', 'stage', 'order', 3]],
        ['missing', ['options', 'stage', 'order', 4]],
        ['duplicate', ['options', 'stage', 'order', 2]],
      ],
    ],
    [
      'an empty stage',
      { fields: 'a', stage: {} },
      [
        ['wrong-type', ['options', 'fields']],
        ['missing', ['options', 'stage', 'field']],
        ['missing', ['options', 'stage', 'order']],
      ],
    ],
    ['an empty order', { fields: ['a'], stage: { field: 's', order: [] } }, [['empty', ['options', 'stage', 'order']]]],
    [
      'all others',
      { fields: ['a'], smoothing: 0, minimumCount: -1, id: '', version: null, invalid: 'drop', seed: 1 },
      [
        ['unknown-key', ['options', 'seed']],
        ['not-allowed', ['options', 'invalid']],
        ['empty', ['options', 'id']],
        ['wrong-type', ['options', 'version']],
        ['not-above', ['options', 'smoothing']],
        ['too-small', ['options', 'minimumCount']],
      ],
    ],
    [
      'decimals',
      { fields: ['a'], smoothing: ' 1 ', minimumCount: 0.5 },
      [
        ['not-a-decimal', ['options', 'smoothing']],
        ['not-an-integer', ['options', 'minimumCount']],
      ],
    ],
    ['a negative smoothing', { fields: ['a'], smoothing: '-0.1' }, [['not-above', ['options', 'smoothing']]]],
    ['an extreme smoothing', { fields: ['a'], smoothing: '1e-999' }, [['extreme-size', ['options', 'smoothing']]]],
  ])('refuses wrong options: %s', (_, options, issues) => {
    expect(issuesOf(() => learnOutcomeOdds([], options as never))).toEqual(issues)
  })

  it('says of a stage that it may be a string or an object', () => {
    for (const [stage, shown] of [
      [null, 'null'],
      [5, '5'],
      [['at'], '[…]'],
    ])
      expect(() => learnOutcomeOdds([], { fields: ['x'], stage } as never)).toThrow(`options.stage must be a string or an object, not ${shown}`)
  })
})

describe('estimateOutcome', () => {
  const history = [
    { outcome: 'won', source: 'fair', size: 1 },
    { outcome: 'lost', source: 'web', size: 1, stage: 2 },
    { outcome: 'lost', source: 'web', size: 1, stage: 1 },
  ] as const
  const odds = learnOutcomeOdds(history, { fields: ['source', 'size'], stage: 'stage', minimumCount: 3, version: 7 })

  it('says what it left out: missing values, values never seen, and a stage that too few reached', () => {
    const estimate = estimateOutcome({ size: '1', stage: 2, other: [] }, odds)
    expect(estimate).toEqual({
      probability: 1.1 / 3.2,
      prior: 1.1 / 3.2,
      contributions: [],
      reasons: [
        { code: 'value-missing', params: { field: 'source' } },
        { code: 'value-never-seen', params: { field: 'size', value: '1' } },
        { code: 'stage-below-minimum-count', params: { field: 'stage', value: 2, count: 2, minimumCount: 3 } },
      ],
      policies: [{ kind: 'outcome-odds', id: 'outcome-odds', version: 7 }],
    })
    expect(estimateOutcome({ stage: null }, odds).reasons.at(-1)).toEqual({ code: 'value-missing', params: { field: 'stage' } })
    expect(estimateOutcome({ stage: 3 }, odds).reasons.at(-1)).toEqual({ code: 'value-never-seen', params: { field: 'stage', value: 3 } })
  })

  it('counts a stage that just enough have reached, and every stage where no minimum is set', () => {
    expect(estimateOutcome({ stage: 1 }, odds).contributions).toEqual([{ field: 'stage', value: 1, factor: 1 }])
    const { minimumCount: _, ...without } = odds
    for (const document of [without, { ...odds, minimumCount: 2 }])
      expect(estimateOutcome({ stage: 2 }, document).contributions).toEqual([{ field: 'stage', value: 2, factor: 21 / 11 }])
  })

  it('knows nothing where there is no history', () => {
    const nothing = learnOutcomeOdds([], { fields: ['x'], stage: 'stage' })
    expect(nothing.stage).toEqual({ field: 'stage', stages: [] })
    expect(estimateOutcome({ x: 1, stage: 1 }, nothing)).toMatchObject({
      probability: 0.5,
      prior: 0.5,
      contributions: [],
      reasons: [
        { code: 'value-never-seen', params: { field: 'x', value: 1 } },
        { code: 'value-never-seen', params: { field: 'stage', value: 1 } },
      ],
    })
  })

  it('is never certain, and 300 fields neither underflow nor overflow on the way', () => {
    const names = Array.from({ length: 300 }, (_, index) => `field ${index}`)
    const record = (value: number) => Object.fromEntries(names.map((name) => [name, value]))
    const rows = [...Array(1000).fill({ outcome: 'won', ...record(1) }), ...Array(1000).fill({ outcome: 'lost', ...record(0) })] as Row[]
    const many = learnOutcomeOdds(rows, { fields: names, smoothing: 1e-7 })
    expect(estimateOutcome(record(1), many).probability).toBe(almostOne)
    expect(estimateOutcome(record(0), many).probability).toBe(Number.MIN_VALUE)
    const half = Object.fromEntries(names.map((name, index) => [name, index % 2]))
    expect(estimateOutcome(half, many).probability).toBe(0.5)
    expect(estimateOutcome({ ...half, 'field 0': undefined }, many).probability).toBeGreaterThan(0.99)
    expect(estimateOutcome({}, learnOutcomeOdds([rows[0] as Row], { fields: names, smoothing: '1e-100' })).prior).toBe(almostOne)
  })

  it('keeps counts exact that are beyond 2⁵³ once they are smoothed', () => {
    const won = Number.MAX_SAFE_INTEGER
    const values = [
      { value: 1, won: won - 3, lost: 1 },
      { value: 2, won: 0, lost: 1 },
      { value: 3, won: 3, lost: 1 },
    ]
    const huge: OutcomeOdds = { kind: 'outcome-odds', id: 'h', version: 1, smoothing: 1, won, lost: 3, fields: [{ field: 'x', values }] }
    expect(estimateOutcome({ x: 3 }, huge).contributions).toEqual([{ field: 'x', value: 3, factor: (4 * 6) / ((2 ** 53 + 2) * 2) }])
  })

  it('reads a document’s own keys only', () => {
    const { stage: _, ...without } = odds
    const inherits = Object.assign(Object.create({ stage: odds.stage, minimumCount: 9 }) as object, without)
    expect(estimateOutcome({ stage: 2, source: 'web' }, inherits as OutcomeOdds)).toEqual(estimateOutcome({ source: 'web' }, without))
    expect(estimateOutcome(Object.create({ source: 'web' }) as object, odds).contributions).toEqual([])
  })

  it('refuses a wrong lead and a wrong document', () => {
    expect(issuesOf(() => estimateOutcome({ source: {}, size: Number.NaN, stage: [] }, odds))).toEqual([
      ['wrong-type', ['lead', 'source']],
      ['wrong-type', ['lead', 'size']],
      ['wrong-type', ['lead', 'stage']],
    ])
    expect(issuesOf(() => estimateOutcome(undefined as never, odds))).toEqual([['missing', ['lead']]])
    expect(issuesOf(() => estimateOutcome([], odds))).toEqual([['wrong-type', ['lead']]])
    expect(issuesOf(() => estimateOutcome({}, null as never))).toEqual([['wrong-type', ['odds']]])
    expect(issuesOf(() => estimateOutcome({}, { ...odds, smoothing: 'x' }))).toEqual([['not-a-decimal', ['odds', 'smoothing']]])
  })
})

describe('checkOutcomeOdds', () => {
  const counts = { won: 1, lost: 0 }
  const document = { kind: 'outcome-odds', id: 'a', version: 1, smoothing: 1, ...counts, fields: [{ field: 'x', values: [] }] }

  it('takes what is learned, and the least that an estimate needs', () => {
    expect(checkOutcomeOdds(document)).toEqual([])
    expect(checkOutcomeOdds({ ...document, stage: undefined, minimumCount: undefined, rejected: undefined, diagnoses: undefined })).toEqual([])
    expect(checkOutcomeOdds({ ...document, rejected: [1], diagnoses: [{}], stage: { field: 's', stages: [] } })).toEqual([])
  })

  it('finds everything that is wrong', () => {
    expect(codesAndPaths(checkOutcomeOdds(7))).toEqual([['wrong-type', []]])
    expect(
      codesAndPaths(checkOutcomeOdds({ kind: 'odds', colour: 'red', format: 2, minimumCount: -1, rejected: {}, diagnoses: 1, stage: [] })),
    ).toEqual([
      ['unknown-key', ['colour']],
      ['not-allowed', ['kind']],
      ['missing', ['id']],
      ['missing', ['version']],
      ['not-allowed', ['format']],
      ['missing', ['smoothing']],
      ['too-small', ['minimumCount']],
      ['missing', ['won']],
      ['missing', ['lost']],
      ['missing', ['fields']],
      ['wrong-type', ['stage']],
      ['wrong-type', ['rejected']],
      ['wrong-type', ['diagnoses']],
    ])
    const fields = [
      null,
      { field: 'x', values: [{ value: 1, ...counts }, { value: '1', ...counts }, { value: 1, ...counts }, 5], title: 'X' },
      { field: 'x', values: [{ won: -1, lost: 0.5, value: null, share: 1 }, { lost: 2 ** 53 }] },
      { field: 'outcome', values: {} },
    ]
    const stages = [
      { stage: true, ...counts },
      { stage: true, ...counts },
    ]
    expect(codesAndPaths(checkOutcomeOdds({ ...document, fields, stage: { field: 'x', stages, order: 1 } }))).toEqual([
      ['wrong-type', ['fields', 0]],
      ['unknown-key', ['fields', 1, 'title']],
      ['wrong-type', ['fields', 1, 'values', 3]],
      ['duplicate', ['fields', 1, 'values', 2, 'value']],
      ['unknown-key', ['fields', 2, 'values', 0, 'share']],
      ['wrong-type', ['fields', 2, 'values', 0, 'value']],
      ['too-small', ['fields', 2, 'values', 0, 'won']],
      ['not-an-integer', ['fields', 2, 'values', 0, 'lost']],
      ['missing', ['fields', 2, 'values', 1, 'value']],
      ['missing', ['fields', 2, 'values', 1, 'won']],
      ['too-large', ['fields', 2, 'values', 1, 'lost']],
      ['reserved-name', ['fields', 3, 'field']],
      ['wrong-type', ['fields', 3, 'values']],
      ['duplicate', ['fields', 2, 'field']],
      ['unknown-key', ['stage', 'order']],
      ['duplicate', ['stage', 'field']],
      ['duplicate', ['stage', 'stages', 1, 'stage']],
    ])
    expect(codesAndPaths(checkOutcomeOdds({ ...document, fields: [], stage: { field: 'outcome' } }))).toEqual([
      ['empty', ['fields']],
      ['reserved-name', ['stage', 'field']],
      ['missing', ['stage', 'stages']],
    ])
  })
})

describe('checkOutcomeOdds compares counts', () => {
  const document = { kind: 'outcome-odds', id: 'a', version: 1, smoothing: 1, won: 3, lost: 2, fields: [{ field: 'x', values: [] }] }
  const counted = (key: 'value' | 'stage', counts: readonly (readonly [number, number])[]) =>
    counts.map(([won, lost], index) => ({ [key]: index, won, lost }))
  const issuesOfValues = (...counts: (readonly [number, number])[]) =>
    checkOutcomeOdds({ ...document, fields: [document.fields[0], { field: 'y', values: counted('value', counts) }] })
  const issuesOfStages = (...counts: (readonly [number, number])[]) =>
    checkOutcomeOdds({ ...document, stage: { field: 's', stages: counted('stage', counts) } })

  it('of a field: its values share what was won and lost, and need not use it up', () => {
    expect(issuesOfValues([1, 1], [2, 0], [0, 1])).toEqual([])
    expect(issuesOfValues([0, 0], [1, 1])).toEqual([])
    const issues = issuesOfValues([2, 3], [2, 9], [5, 0])
    expect(codesAndPaths(issues)).toEqual([
      ['too-large', ['fields', 1, 'values', 1, 'won']],
      ['too-large', ['fields', 1, 'values', 0, 'lost']],
    ])
    expect(issues.map(({ message }) => message)).toEqual(['must be at most 1, not 2', 'must be at most 2, not 3'])
  })

  it('of the first stage: every record reached it', () => {
    expect(issuesOfStages([3, 2])).toEqual([])
    const issues = issuesOfStages([2, 3])
    expect(codesAndPaths(issues)).toEqual([
      ['outdated-input', ['stage', 'stages', 0, 'won']],
      ['outdated-input', ['stage', 'stages', 0, 'lost']],
    ])
    expect(issues[0]?.message).toBe('must agree with what it was made from, which gives 3, not 2')
  })

  it('of later stages: nobody reaches one without those before it', () => {
    expect(issuesOfStages([3, 2], [3, 2], [2, 1], [2, 0])).toEqual([])
    expect(codesAndPaths(issuesOfStages([3, 2], [2, 1], [3, 1], [3, 2]))).toEqual([
      ['too-large', ['stage', 'stages', 2, 'won']],
      ['too-large', ['stage', 'stages', 3, 'lost']],
    ])
  })

  it('but not before all are counts', () => {
    const fields = [{ field: 'x', values: counted('value', [[9, Number.NaN]]) }]
    expect(codesAndPaths(checkOutcomeOdds({ ...document, fields }))).toEqual([['not-an-integer', ['fields', 0, 'values', 0, 'lost']]])
  })
})

describe('compileOutcomeOdds', () => {
  const history = [
    { outcome: 'won', x: 'a' },
    { outcome: 'lost', x: 'b', at: 1 },
    { outcome: 'lost', x: 'b', at: 2 },
  ] as const

  it('keeps nothing of the document that could be changed', () => {
    const odds = learnOutcomeOdds(history, { fields: ['x'], stage: 'at' })
    const leads = [{ x: 'a' }, { x: 'b', at: 1 }, { at: 2 }]
    const expected = leads.map((lead) => estimateOutcome(lead, odds))
    const spoiled = structuredClone(odds)
    const { estimateOutcome: estimate } = compileOutcomeOdds(spoiled)
    const spoil = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, part] of Object.entries(value)) {
        spoil(part)
        Object.assign(value, { [key]: 99 })
      }
    }
    spoil(spoiled)
    expect(leads.map((lead) => estimate(lead))).toEqual(expected)
  })

  it('gives results of which none shares anything with another', () => {
    const { estimateOutcome: estimate } = compileOutcomeOdds(learnOutcomeOdds(history, { fields: ['x', 'y'], stage: 'at', minimumCount: 3 }))
    const partsOf = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(partsOf)] : []
    const lead = { x: 'a', at: 2 }
    const [one, other] = [estimate(lead), estimate(lead)]
    expect(one).toEqual(other)
    const seen = new Set(partsOf(one))
    expect(seen.size).toBe(10)
    expect(partsOf(other).filter((part) => seen.has(part))).toEqual([])
  })
})

describe('laws', () => {
  const cases = outcomeHistories.chain(({ history, names }) =>
    fc.record({
      history: fc.constant(history),
      names: fc.constant(names),
      lead: outcomeHistories.map((other) => other.history[0] ?? { outcome: 'lost' as const, stage: 0 }),
      tenths: fc.integer({ min: 1, max: 30 }),
      minimumCount: fc.nat(6),
    }),
  )

  it('agrees with a count from scratch in integers', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ({ history, names, lead, tenths }, named) => {
        const found = [...new Set(history.map((row) => row['stage'] as number | undefined))].filter((stage) => stage !== undefined)
        const stages = named ? [0, 1, 2, 3, 4] : found.sort((a, b) => a - b)
        const stage = named ? { field: 'stage', order: stages } : 'stage'
        const odds = learnOutcomeOdds(history, { fields: names, stage, smoothing: `${tenths / 10}` })
        const expected = probabilityFromScratch(oddsFromScratch(lead, history, names, tenths, stages))
        const { probability, prior, contributions } = estimateOutcome(lead, odds)
        expect(Math.abs(probability / expected - 1)).toBeLessThan(1e-15)
        const product = contributions.reduce((all, { factor }) => all * factor, oddsOf(prior))
        expect(Math.abs(product / oddsOf(expected) - 1)).toBeLessThan(1e-12)
        expect(probability).toBeGreaterThan(0)
        expect(probability).toBeLessThan(1)
      }),
    )
  })

  it('compiled outcome odds say the same of one lead after the other', () => {
    fc.assert(
      fc.property(cases, ({ history, names, tenths, minimumCount }) => {
        const odds = learnOutcomeOdds(history, { fields: names, stage: 'stage', smoothing: tenths / 10, minimumCount })
        const compiled = compileOutcomeOdds(odds)
        for (const lead of [...history, ...history, {}]) expect(compiled.estimateOutcome(lead)).toEqual(estimateOutcome(lead, odds))
      }),
      { numRuns: 30 },
    )
    const { estimateOutcome: estimate } = compileOutcomeOdds(learnOutcomeOdds([], { fields: ['a'] }))
    expect(issuesOf(() => estimate({ a: [] }))).toEqual([['wrong-type', ['lead', 'a']]])
    expect(issuesOf(() => compileOutcomeOdds({} as never))).toContainEqual(['missing', ['odds', 'kind']])
  })

  it('does not depend on the order of records and fields, to the last bit', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ history, names, lead, tenths, minimumCount }, turn) => {
        const options = { stage: 'stage', smoothing: tenths / 10, minimumCount }
        const odds = learnOutcomeOdds(history, { fields: names, ...options })
        const at = turn % (history.length + 1)
        expect(learnOutcomeOdds([...history.slice(at), ...history.slice(0, at)].reverse(), { fields: names, ...options })).toEqual(odds)
        const turned = learnOutcomeOdds(history, { fields: [...names].reverse(), ...options })
        const { contributions, probability, prior } = estimateOutcome(lead, odds)
        const other = estimateOutcome(lead, turned)
        expect([other.probability, other.prior]).toEqual([probability, prior])
        expect(other.contributions.map(({ field }) => field).sort()).toEqual(contributions.map(({ field }) => field).sort())
        expect(contributions.length + estimateOutcome(lead, odds).reasons.length).toBe(names.length + 1)
      }),
    )
  })

  it('every record and the smoothing twice as often say the same', () => {
    fc.assert(
      fc.property(cases, ({ history, names, lead, tenths }) => {
        const once = learnOutcomeOdds(history, { fields: names, stage: 'stage', smoothing: tenths / 10 })
        const twice = learnOutcomeOdds([...history, ...history], { fields: names, stage: 'stage', smoothing: tenths / 5 })
        const [one, other] = [estimateOutcome(lead, once), estimateOutcome(lead, twice)]
        expect([other.probability, other.contributions]).toEqual([one.probability, one.contributions])
      }),
    )
  })

  it('one more win with the lead’s own value makes it no less likely', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom<FieldValue>('a', 1, true), ({ history, tenths }, value) => {
        const learn = (rows: readonly Row[]) => learnOutcomeOdds(rows, { fields: ['x'], smoothing: tenths / 10 })
        const first: Row[] = [...history, { outcome: 'won', x: value }]
        const before = estimateOutcome({ x: value }, learn(first)).probability
        expect(estimateOutcome({ x: value }, learn([...first, { outcome: 'won', x: value }])).probability).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it('survives JSON, changes no input, and is taken as it is given back', () => {
    fc.assert(
      fc.property(cases, ({ history, names, lead, tenths, minimumCount }) => {
        const options = deepFreeze({ fields: names, stage: 'stage', smoothing: tenths / 10, minimumCount })
        const odds = deepFreeze(learnOutcomeOdds(deepFreeze(history), options))
        const estimate = estimateOutcome(deepFreeze(lead), odds)
        expect(checkOutcomeOdds(odds)).toEqual([])
        expect(JSON.parse(JSON.stringify(odds))).toEqual(odds)
        expect(JSON.parse(JSON.stringify(estimate))).toEqual(estimate)
        expect(estimateOutcome(lead, JSON.parse(JSON.stringify(odds)))).toEqual(estimate)
      }),
    )
  })
})

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}
