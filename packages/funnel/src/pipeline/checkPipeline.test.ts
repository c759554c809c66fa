import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { spoil } from '../../testing/describeSchema.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { pipelines, smallPipeline } from '../../testing/pipelines.js'
import { checkPipeline } from '../index.js'
import { readPipeline } from './readPipeline.js'

type Place = readonly (string | number)[]

const found = (value: unknown): unknown => codesAndPaths(checkPipeline(value))
const foundWith = (others: object): unknown => found({ ...smallPipeline, ...others })
const inStage = (others: object): unknown => foundWith({ stages: [{ id: 'a' }, { id: 'b', ...others }] })
/** With an own key that an object literal cannot have. */
const keyed = (key: string, value: unknown): object => Object.fromEntries([[key, value]])
const under = (issues: readonly (readonly [string, Place])[], ...path: Place): unknown => issues.map(([code, place]) => [code, [...path, ...place]])

/** Lists, each with what is wrong with it as a list of ids and entries, and where. */
const badEntries: readonly (readonly [unknown, readonly (readonly [string, Place])[]])[] = [
  ...badLists.map(([value, code]) => [value, [[code, []]]] as const),
  [[''], [['empty', [0]]]],
  [[7], [['wrong-type', [0]]]],
  [[null], [['wrong-type', [0]]]],
  [Array(1), [['missing', [0]]]],
  [[{ id: '' }], [['empty', [0, 'id']]]],
  [[{ title: 'X' }], [['missing', [0, 'id']]]],
  [[Object.create({ id: 'x' })], [['missing', [0, 'id']]]],
  [[{ id: 'x', title: '' }], [['empty', [0, 'title']]]],
  [[{ id: 'x', title: { english: 7 } }], [['wrong-type', [0, 'title', 'english']]]],
  [[{ id: 'x', name: 'X' }], [['unknown-key', [0, 'name']]]],
  [
    ['x', { id: 'y' }, 'y', { id: 'x' }],
    [
      ['duplicate', [2]],
      ['duplicate', [3, 'id']],
    ],
  ],
  [['__proto__'], [['reserved-name', [0]]]],
  [[{ id: '__proto__' }], [['reserved-name', [0, 'id']]]],
]

describe('checkPipeline', () => {
  it('takes every optional part, undefined for a part left out, and names that objects have of themselves', () => {
    expect(found(deepFreeze(structuredClone(smallPipeline)))).toEqual([])
    const left = { format: undefined, title: undefined, reopenings: undefined, lossReason: undefined, currency: undefined }
    expect(foundWith(left)).toEqual([])
    const given = { format: 1, title: { en: 'Small', 'zh-CN': '小' }, reopenings: 'refuse', lossReason: 'required', currency: 'JPY', version: 2.5 }
    expect(foundWith(given)).toEqual([])
    expect(inStage({ title: undefined, band: undefined, evidence: undefined, winPercent: undefined, onEnter: undefined })).toEqual([])
    expect(inStage({ title: 'B', band: 'top', evidence: [], winPercent: null, onEnter: [] })).toEqual([])
    expect(inStage({ evidence: ['x', { id: 'y', title: undefined }, { id: 'z', title: 'Z' }] })).toEqual([])
    expect(inStage({ onEnter: [{ effect: 'x', none: undefined, nothing: null, list: [1, { n: true }] }, { effect: 'x' }] })).toEqual([])
    expect(foundWith({ lossReasons: [], won: 'toString', lost: 'constructor', stages: [{ id: 'hasOwnProperty' }] })).toEqual([])
    for (const winPercent of [0, '0', 100, '100.00', '1e2', -0, 33.3, null]) expect([winPercent, inStage({ winPercent })]).toEqual([winPercent, []])
    expect(foundWith({ stages: Array.from({ length: 250 }, (_, index) => ({ id: `s${index}` })) })).toEqual([])
  })

  it('tells what is no document, and all that is missing of one', () => {
    for (const [value, code] of badRecords) expect(found(value)).toEqual([[code, []]])
    expect(found({})).toEqual(
      ['kind', 'id', 'version', 'stages', 'won', 'lost', 'lossReasons', 'skips', 'regressions'].map((key) => ['missing', [key]]),
    )
    expect(found(Object.create(smallPipeline))).toEqual(found({}))
  })

  it.each<[field: string, value: unknown, code: string]>([
    ['kind', 'funnel', 'not-allowed'],
    ['format', 2, 'not-allowed'],
    ['version', Number.NaN, 'wrong-type'],
    ['title', {}, 'empty'],
    ['colour', 'red', 'unknown-key'],
    ['skips', 'maybe', 'not-allowed'],
    ['skips', undefined, 'missing'],
    ['regressions', true, 'not-allowed'],
    ['reopenings', null, 'not-allowed'],
    ['reopenings', 'no', 'not-allowed'],
    ['lossReason', 'always', 'not-allowed'],
    ['currency', 'cny', 'unknown-currency'],
    ['currency', null, 'unknown-currency'],
    ['stages', [], 'empty'],
    ['stages', Array.from({ length: 251 }, (_, index) => ({ id: `s${index}` })), 'too-many-parts'],
  ])('of %s %j: %s', (field, value, code) => {
    expect(foundWith(keyed(field, value))).toEqual([[code, [field]]])
  })

  it('does not count through a list that is far too long', () => {
    expect(foundWith({ stages: new Array(4_000_000_000) })).toEqual([['too-many-parts', ['stages']]])
  })

  it('refuses the name that objects lose, as a key and wherever it is an id', () => {
    expect(foundWith(keyed('__proto__', {}))).toEqual([['unknown-key', ['__proto__']]])
    expect(inStage(keyed('__proto__', {}))).toEqual([['unknown-key', ['stages', 1, '__proto__']]])
    expect(inStage({ id: '__proto__' })).toEqual([['reserved-name', ['stages', 1, 'id']]])
    expect(foundWith({ won: '__proto__' })).toEqual([['reserved-name', ['won']]])
    expect(inStage({ onEnter: [JSON.parse('{"effect":"x","__proto__":1}')] })).toEqual([['reserved-name', ['stages', 1, 'onEnter', 0, '__proto__']]])
  })

  it('tells what is no stage', () => {
    for (const [value, code] of badRecords) expect(foundWith({ stages: [{ id: 'a' }, value] })).toEqual([[code, ['stages', 1]]])
    for (const [value, code] of badTexts) expect(inStage({ id: value })).toEqual([[code, ['stages', 1, 'id']]])
    expect(foundWith({ stages: Array(2) })).toEqual([
      ['missing', ['stages', 0]],
      ['missing', ['stages', 1]],
    ])
    expect(inStage({ id: 'a' })).toEqual([['duplicate', ['stages', 1, 'id']]])
    expect(inStage({ band: 'upper', colour: 'red', title: 7 })).toEqual([
      ['unknown-key', ['stages', 1, 'colour']],
      ['wrong-type', ['stages', 1, 'title']],
      ['not-allowed', ['stages', 1, 'band']],
    ])
  })

  it.each<[winPercent: unknown, code: string]>([
    [-0.01, 'out-of-range'],
    ['100.000001', 'out-of-range'],
    [Number.NaN, 'not-a-decimal'],
    ['25%', 'not-a-decimal'],
    ['', 'not-a-decimal'],
    [true, 'not-a-decimal'],
    [25n, 'not-a-decimal'],
  ])('tells a probability that is none: %s', (winPercent, code) => {
    expect(inStage({ winPercent })).toEqual([[code, ['stages', 1, 'winPercent']]])
  })

  it.each(badEntries)('tells what is no list of ids or entries: %j', (value, issues) => {
    expect(inStage({ evidence: value })).toEqual(under(issues, 'stages', 1, 'evidence'))
    expect(foundWith({ lossReasons: value })).toEqual(under(issues, 'lossReasons'))
  })

  it('tells what is no list of effects that JSON can hold', () => {
    const at = (...path: Place): Place => ['stages', 1, 'onEnter', ...path]
    for (const [value, code] of badLists) expect(inStage({ onEnter: value })).toEqual([[code, at()]])
    for (const [value, code] of badRecords) expect(inStage({ onEnter: [value] })).toEqual([[code, at(0)]])
    for (const [effect, code] of badTexts) {
      const told = inStage({ onEnter: [{ effect }] })
      expect(told).toEqual([[code, at(0, 'effect')]])
    }
    const loop: unknown[] = []
    loop.push(loop, loop)
    for (const more of [1n, Number.NaN, () => 1, new Date(0), Symbol('x')]) {
      expect(inStage({ onEnter: [{ effect: 'x', more: [more] }] })).toEqual([['wrong-type', at(0, 'more', 0)]])
    }
    expect(() => inStage({ onEnter: [{ effect: 'x', loop }] })).not.toThrow()
    expect(checkPipeline({ ...smallPipeline, stages: [{ id: 'a', onEnter: [{ effect: 'x', loop }] }] })[0]?.code).toBe('too-deep')
  })

  it('keeps the outcomes apart from each other and from the stages, wherever these stand', () => {
    expect(foundWith({ lost: 'won' })).toEqual([['given-elsewhere', ['lost']]])
    expect(foundWith({ won: 'b', lost: 'c' })).toEqual([
      ['given-elsewhere', ['won']],
      ['given-elsewhere', ['lost']],
    ])
    for (const [value, code] of badTexts) expect(foundWith({ won: value })).toEqual([[code, ['won']]])
    const told = checkPipeline({ ...smallPipeline, stages: [null, { id: 'a' }], won: 'a' })
    expect(told.map(({ code, params }) => [code, params['place']])).toEqual([
      ['wrong-type', undefined],
      ['given-elsewhere', 'stages[1].id'],
    ])
    const twice = checkPipeline({ ...smallPipeline, stages: [{ id: 'a' }, { id: 'a' }], lost: 'a' })
    expect(twice.map(({ code, params }) => [code, params['place']])).toEqual([
      ['duplicate', undefined],
      ['given-elsewhere', 'stages[0].id'],
    ])
  })

  it('has loss reasons where it asks for one', () => {
    expect(foundWith({ lossReasons: [], lossReason: 'required' })).toEqual([['empty', ['lossReasons']]])
    expect(foundWith({ lossReasons: [], lossReason: 'optional' })).toEqual([])
  })
})

describe('what is read of a pipeline', () => {
  it('is what it says, in canonical words, and nothing but issues where it says anything wrong', () => {
    fc.assert(
      fc.property(pipelines, (pipeline) => {
        const read = readPipeline(deepFreeze(structuredClone(pipeline)), [], [])
        const names = [...pipeline.stages.map(({ id }) => id), pipeline.won, pipeline.lost]
        expect(read?.names).toEqual(names)
        expect([...(read?.codes ?? [])]).toEqual(names.map((name, code) => [name, code]))
        expect([read?.won, read?.lost]).toEqual([names.length - 2, names.length - 1])
        expect(read?.stages.map(({ effects }) => effects)).toEqual(pipeline.stages.map(({ onEnter = [] }) => onEnter))
        for (const [index, { winPercent = null }] of pipeline.stages.entries()) {
          const said = read?.stages[index]?.winPercent ?? null
          expect([said === null, Number(said)]).toEqual([winPercent === null, Number(winPercent)])
        }
        expect(read).toMatchObject({
          refusesSkips: pipeline.skips === 'refuse',
          refusesRegressions: pipeline.regressions === 'refuse',
          refusesReopenings: pipeline.reopenings === 'refuse',
          needsLossReason: pipeline.lossReason === 'required',
          currency: pipeline.currency ?? null,
        })
      }),
      { numRuns: 100 },
    )
    fc.assert(
      fc.property(pipelines.chain(spoil), (value) => {
        const issues = checkPipeline(value)
        expect(readPipeline(value, [], []) === undefined).toBe(issues.length > 0)
        expect(JSON.parse(JSON.stringify(issues))).toEqual(issues)
      }),
      { numRuns: 300 },
    )
  })
})
