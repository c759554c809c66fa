import type { Issue } from '@clientele/core'
import { readZone, type Zone } from '@clientele/core/clocks'
import { parseDay } from '@clientele/core/days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { spoil } from '../../testing/describeSchema.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { changesIn, smallPipeline } from '../../testing/pipelines.js'
import type { Pipeline } from '../index.js'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import { checkStageChange } from './checkStageChange.js'
import { type ReadChange, readChange } from './readChange.js'

const zone = readZone('Asia/Shanghai', [], []) as Zone
const compiled = (pipeline: Pipeline): ReadPipeline => readPipeline(pipeline, [], []) as ReadPipeline
const small = compiled(smallPipeline)
const inYuan = compiled({ ...smallPipeline, currency: 'CNY' })
const base = { deal: 'D', at: '2024-03-01', to: 'b' }

/** What is read, and what is told against it: never both, and never neither. */
function readWith(value: unknown, pipeline: ReadPipeline | null = small): { change?: ReadChange; issues: Issue[] } {
  const issues: Issue[] = []
  const change = readChange(value, { pipeline, zone }, ['log', 3], issues)
  expect(change === undefined).toBe(issues.length > 0)
  return { ...(change === undefined ? {} : { change }), issues }
}
const read = (others: object, pipeline?: ReadPipeline): ReadChange | undefined => readWith({ ...base, ...others }, pipeline).change
const told = (value: unknown, pipeline?: ReadPipeline): unknown =>
  codesAndPaths(readWith(value, pipeline).issues).map(([code, path]) => [code, path.slice(2)])
const toldOf = (others: object, pipeline?: ReadPipeline): unknown => told({ ...base, ...others }, pipeline)

describe('readChange', () => {
  it('reads where a deal comes to, and when', () => {
    expect(read({})).toEqual({ deal: 'D', day: parseDay('2024-03-01'), instant: null, code: 1, evidence: [], said: {} })
    expect(read({ deal: 7, to: 'won' })).toMatchObject({ deal: '7', code: 3 })
    expect(read({ deal: -0, to: 'lost' })).toMatchObject({ deal: '0', code: 4 })
    // In Shanghai it is the next day.
    expect(read({ at: '2024-03-01T23:00:00Z' })).toMatchObject({ day: parseDay('2024-03-02'), instant: 1_709_334_000_000_000_000n })
  })

  it('reads what it says of the deal: an amount, a currency, a reason, a date, attributes', () => {
    expect(read({ amount: '12.50', currency: 'USD' }, inYuan)?.said).toMatchObject({ amount: '12.50', currency: 'USD' })
    expect(read({ amount: 0 }, inYuan)?.said).toEqual({ amount: 0 })
    expect(read({ reason: 'price', expected: '2024-04-30' })?.said).toEqual({ reason: 'price', expected: parseDay('2024-04-30') })
    const attributes = { region: 'west', owner: null, channel: '', left: undefined }
    expect(read({ attributes })?.said.attributes).toEqual([
      ['region', 'west'],
      ['owner', null],
      ['channel', null],
    ])
    expect(read({ currency: 'USD' })?.said).toEqual({ currency: 'USD' })
    expect(
      read({ amount: undefined, currency: undefined, reason: undefined, evidence: undefined, expected: undefined, attributes: undefined }),
    ).toEqual(read({}))
  })

  it('reads evidence as texts, and as records of whatever else the host keeps', () => {
    expect(read({ evidence: ['quotation', { id: 'mail', pages: 3 }, 'quotation'] })?.evidence).toEqual(['quotation', 'mail', 'quotation'])
    expect(read({ evidence: [] })?.evidence).toEqual([])
  })

  it('tells what is no change, and everything that is wrong with one', () => {
    for (const [value, code] of badRecords) expect(told(value)).toEqual([[code, []]])
    expect(told({})).toEqual([
      ['missing', ['deal']],
      ['missing', ['at']],
      ['missing', ['to']],
    ])
    expect(told(Object.create(base))).toEqual(told({}))
    const wrong = { deal: '', at: 'noon', to: 'z', amount: -1, currency: 'yuan', reason: '', evidence: [7], expected: 'soon', attributes: [], n: 1 }
    expect(told(wrong)).toEqual([
      ['unknown-key', ['n']],
      ['empty', ['deal']],
      ['not-a-calendar-date', ['at']],
      ['not-allowed', ['to']],
      ['wrong-type', ['evidence', 0]],
      ['unknown-currency', ['currency']],
      ['empty', ['reason']],
      ['too-small', ['amount']],
      ['not-a-calendar-date', ['expected']],
      ['wrong-type', ['attributes']],
    ])
  })

  it.each<[field: string, value: unknown, code: string]>([
    ['deal', null, 'wrong-type'],
    ['deal', 1.5, 'not-an-integer'],
    ['deal', Number.NaN, 'not-an-integer'],
    ['deal', 2 ** 60, 'too-large'],
    ['at', '2024-03-01T25:00:00Z', 'not-a-moment'],
    ['to', 'B', 'not-allowed'],
    ['to', 'toString', 'not-allowed'],
    ['to', 1, 'not-allowed'],
    ['amount', Number.POSITIVE_INFINITY, 'not-a-decimal'],
    ['amount', '1,000', 'not-a-decimal'],
    ['amount', null, 'not-a-decimal'],
    ['amount', '-0.01', 'too-small'],
    ['amount', '1e1000', 'too-many-digits'],
    ['currency', null, 'unknown-currency'],
    ['currency', 'XXX', 'unknown-currency'],
    ['reason', null, 'wrong-type'],
    ['expected', '2024-03-01T09:00:00Z', 'not-a-calendar-date'],
    ['expected', null, 'not-a-calendar-date'],
    ['attributes', null, 'wrong-type'],
    ['attributes', 'west', 'wrong-type'],
  ])('tells of %s %j: %s', (field, value, code) => expect(toldOf({ [field]: value })).toEqual([[code, [field]]]))

  it('tells what is no evidence and no attribute', () => {
    for (const [value, code] of badLists) expect(toldOf({ evidence: value })).toEqual([[code, ['evidence']]])
    for (const [value, code] of badTexts) {
      expect(toldOf({ evidence: ['x', value] })).toEqual([[code, ['evidence', 1]]])
      expect(toldOf({ evidence: [{ id: value }] })).toEqual([[code, ['evidence', 0, 'id']]])
    }
    expect(toldOf({ evidence: Array(1) })).toEqual([['missing', ['evidence', 0]]])
    expect(toldOf({ evidence: [Object.create({ id: 'x' })] })).toEqual([['missing', ['evidence', 0, 'id']]])
    expect(toldOf({ attributes: { a: 1, b: ['x'], c: {} } })).toEqual([
      ['wrong-type', ['attributes', 'a']],
      ['wrong-type', ['attributes', 'b']],
      ['wrong-type', ['attributes', 'c']],
    ])
    expect(toldOf({ attributes: JSON.parse('{"__proto__":"x"}') })).toEqual([['reserved-name', ['attributes', '__proto__']]])
    expect(told(JSON.parse('{"deal":"D","at":"2024-03-01","to":"b","__proto__":{"reason":"x"}}'))).toEqual([['unknown-key', ['__proto__']]])
  })
})

describe('checkStageChange', () => {
  const own = (value: unknown): Issue[] => {
    const issues: Issue[] = []
    checkStageChange(value, ['log', 3], issues)
    return issues
  }

  it('takes whatever text a change leads to', () => {
    expect(own({ ...base, to: 'anything' })).toEqual([])
    for (const [value, code] of badTexts) expect(codesAndPaths(own({ ...base, to: value }))).toEqual([[code, ['log', 3, 'to']]])
  })

  it('says of all else what is said of it in a log', () => {
    const seen = { fine: 0, wrong: 0 }
    fc.assert(
      fc.property(changesIn(smallPipeline).chain(spoil), (value) => {
        const elsewhere = ({ path }: Issue): boolean => path[2] !== 'to'
        const issues = readWith(deepFreeze(value)).issues.filter(elsewhere)
        expect(own(value).filter(elsewhere)).toEqual(issues)
        seen[issues.length > 0 ? 'wrong' : 'fine'] += 1
      }),
      { numRuns: 300, seed: 11 },
    )
    expect(Math.min(seen.fine, seen.wrong)).toBeGreaterThan(50)
  })
})
