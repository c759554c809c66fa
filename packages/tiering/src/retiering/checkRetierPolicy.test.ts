import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { checkRetierPolicy, type RetierPolicy, retier } from '../index.js'

const top = { id: 'A', promoteFrom: '550000', demoteBelow: '450000' }
const middle = { id: 'B', promoteFrom: '110000', demoteBelow: '90000' }
const last = { id: 'C' }
const good: RetierPolicy = {
  kind: 'retier-policy',
  id: 'usual',
  version: 1,
  tiers: [top, middle, last],
  up: 'at-once',
  down: 'at-once',
}
const found = (value: unknown): unknown => codesAndPaths(checkRetierPolicy(value))
const inTiers = (...tiers: readonly unknown[]): unknown => found({ ...good, tiers })

describe('checkRetierPolicy', () => {
  it('takes the least there may be, every optional part, and undefined for a part left out', () => {
    expect(found(deepFreeze(good))).toEqual([])
    const others = {
      format: 1,
      title: { en: 'Usual', 'zh-CN': '常用' },
      currency: 'CNY',
      minimumStay: 'P6M',
      grace: 'P1Y2M3W4D',
      review: { months: [7, 1, 12] },
      maximumSteps: 1,
      withoutValue: 'zero',
    }
    expect(found(deepFreeze({ ...good, ...others, up: 'at-review', down: 'at-review' }))).toEqual([])
    expect(found({ ...good, review: { months: [2] } })).toEqual([])
    expect(found({ ...good, ...Object.fromEntries(Object.keys(others).map((key) => [key, undefined])) })).toEqual([])
  })

  it('takes cuts of any sign and precision, alike within a tier, none in the last', () => {
    expect(
      inTiers({ ...top, title: 'Few', promoteFrom: '0.000000000000000000001', demoteBelow: '1e-21' }, { id: '__proto__', ...cutsOf(-1) }, last),
    ).toEqual([])
    expect(inTiers({ ...top, promoteFrom: 550000, demoteBelow: 550000 }, { ...last, promoteFrom: null, demoteBelow: undefined })).toEqual([])
    expect(inTiers({ ...top, demoteBelow: 90_001 }, middle, last)).toEqual([])
    expect(inTiers({ ...top, from: '550000.0' }, { ...middle, from: 9e4 }, { ...last, from: null })).toEqual([])
    expect(inTiers({ ...top, from: 450_000 }, { ...middle, from: null }, { ...last, from: undefined })).toEqual([])
    expect(inTiers(last)).toEqual([])
  })

  it.each(badRecords)('refuses %o', (value, code) => {
    expect(found(value)).toEqual([[code, []]])
    expect(inTiers(top, value, last)).toEqual([[code, ['tiers', 1]]])
    if (value !== undefined) expect(found({ ...good, review: value })).toEqual([[code, ['review']]])
  })

  const needed = ['kind', 'id', 'version', 'tiers', 'up', 'down']
  it.each([
    [{}, needed.map((key) => ['missing', [key]])],
    [Object.create(good), needed.map((key) => ['missing', [key]])],
    [{ ...good, kind: 'tier-scheme' }, [['not-allowed', ['kind']]]],
    [{ ...good, id: '' }, [['empty', ['id']]]],
    [{ ...good, version: Number.NaN }, [['wrong-type', ['version']]]],
    [{ ...good, format: 2 }, [['not-allowed', ['format']]]],
    [{ ...good, title: 5 }, [['wrong-type', ['title']]]],
    [{ ...good, currency: 'cny' }, [['unknown-currency', ['currency']]]],
    [{ ...good, currency: null }, [['unknown-currency', ['currency']]]],
    [{ ...good, steps: 1 }, [['unknown-key', ['steps']]]],
    [JSON.parse(JSON.stringify(good).replace('{', '{"__proto__":{},')), [['unknown-key', ['__proto__']]]],
    [{ ...good, tiers: null }, [['wrong-type', ['tiers']]]],
    [{ ...good, tiers: [] }, [['empty', ['tiers']]]],
    [{ ...good, tiers: Object.assign([], { 1: last }) }, [['missing', ['tiers', 0]]]],
    [{ ...good, minimumStay: 'PT8H' }, [['not-a-duration', ['minimumStay']]]],
    [{ ...good, minimumStay: null }, [['not-a-duration', ['minimumStay']]]],
    [{ ...good, grace: '3 months' }, [['not-a-duration', ['grace']]]],
    [{ ...good, up: 'never' }, [['not-allowed', ['up']]]],
    [{ ...good, down: null }, [['not-allowed', ['down']]]],
    [{ ...good, up: 'at-review' }, [['missing', ['review']]]],
    [{ ...good, down: 'at-review', review: undefined }, [['missing', ['review']]]],
    [{ ...good, maximumSteps: 0 }, [['too-small', ['maximumSteps']]]],
    [{ ...good, maximumSteps: 1.5 }, [['not-an-integer', ['maximumSteps']]]],
    [{ ...good, maximumSteps: '1' }, [['not-an-integer', ['maximumSteps']]]],
    [{ ...good, maximumSteps: Infinity }, [['not-an-integer', ['maximumSteps']]]],
    [{ ...good, withoutValue: 'fall' }, [['not-allowed', ['withoutValue']]]],
    [{ ...good, withoutValue: null }, [['not-allowed', ['withoutValue']]]],
  ])('policy %o', (value, issues) => expect(found(value)).toEqual(issues))

  it.each([
    [{}, [['missing', ['months']]]],
    [{ months: [] }, [['empty', ['months']]]],
    [{ months: { 0: 1 } }, [['wrong-type', ['months']]]],
    [{ months: [1], every: 6 }, [['unknown-key', ['every']]]],
    [
      { months: [0, 13, 1.5, '7', null, Number.NaN] },
      [
        ['too-small', ['months', 0]],
        ['too-large', ['months', 1]],
        ['not-an-integer', ['months', 2]],
        ['not-an-integer', ['months', 3]],
        ['not-an-integer', ['months', 4]],
        ['not-an-integer', ['months', 5]],
      ],
    ],
    [{ months: [7, 1, 7] }, [['duplicate', ['months', 2]]]],
    [{ months: Array(1) }, [['missing', ['months', 0]]]],
  ])('review %o', (review, issues) => {
    expect(found({ ...good, review })).toEqual(issues.map(([code, path]) => [code, ['review', ...(path as string[])]]))
  })

  it.each([
    ['id', undefined, 'missing'],
    ['id', '', 'empty'],
    ['id', 7, 'wrong-type'],
    ['title', {}, 'empty'],
    ['above', '1', 'unknown-key'],
    ['promoteFrom', undefined, 'missing'],
    ['promoteFrom', null, 'not-a-decimal'],
    ['promoteFrom', ' 1 ', 'not-a-decimal'],
    ['promoteFrom', Number.NaN, 'not-a-decimal'],
    ['promoteFrom', '1e5000', 'too-many-digits'],
    ['demoteBelow', undefined, 'missing'],
    ['demoteBelow', null, 'not-a-decimal'],
    ['demoteBelow', '0x3', 'not-a-decimal'],
    ['demoteBelow', '110000.01', 'too-large'],
    ['from', 'x', 'not-a-decimal'],
    ['from', '110000.01', 'too-large'],
    ['from', '89999.99', 'too-small'],
  ])('tier: %s %o', (key, value, code) => expect(inTiers(top, { ...middle, [key]: value }, last)).toEqual([[code, ['tiers', 1, key]]]))

  it('refuses a customer lifted by a value by which it falls, cuts that do not fall, a last tier with cuts, and one id twice', () => {
    expect(inTiers({ ...top, promoteFrom: '110000' }, { ...middle, id: 'A' }, { ...last, promoteFrom: 0, demoteBelow: '0' })).toEqual([
      ['too-large', ['tiers', 0, 'demoteBelow']],
      ['not-allowed', ['tiers', 2, 'promoteFrom']],
      ['not-allowed', ['tiers', 2, 'demoteBelow']],
      ['duplicate', ['tiers', 1, 'id']],
      ['not-below', ['tiers', 1, 'promoteFrom']],
    ])
    const overlapping = { ...middle, promoteFrom: 500_000 }
    expect(inTiers({ ...top, from: 500_000 }, overlapping, { ...last, from: 5 })).toEqual([
      ['not-allowed', ['tiers', 2, 'from']],
      ['not-below', ['tiers', 1, 'from']],
    ])
    expect(inTiers({ ...top, from: 500_000 }, { ...overlapping, from: 500_000 }, last)).toEqual([['not-below', ['tiers', 1, 'from']]])
    expect(inTiers({ ...top, from: 500_000 }, { ...overlapping, from: '499999.99' }, last)).toEqual([])
    expect(inTiers(top, { ...middle, demoteBelow: null }, { ...middle, id: 'C', demoteBelow: '89999.99' }, { id: 'D' })).toEqual([
      ['not-a-decimal', ['tiers', 1, 'demoteBelow']],
      ['not-below', ['tiers', 2, 'promoteFrom']],
    ])
    expect(inTiers(top, { ...top, id: 'B', promoteFrom: '500000' }, last)).toEqual([['not-below', ['tiers', 1, 'demoteBelow']]])
    expect(checkRetierPolicy({ ...good, tiers: [top, { ...top, id: 'B', promoteFrom: '500000' }, last] })[0]?.params).toEqual({
      bound: '450000',
      actual: '450000',
    })
  })

  it('finds something in just those policies that retier refuses, whatever stands anywhere in them', () => {
    const whole = { ...good, currency: 'CNY', minimumStay: 'P6M', grace: 'P1M', down: 'at-review', review: { months: [1, 7] }, maximumSteps: 1 }
    const seen = { good: 0, bad: 0 }
    fc.assert(
      fc.property(spoil(whole), (spoilt) => {
        const issues = checkRetierPolicy(spoilt)
        codesAndPaths(issues)
        const run = (): unknown => retier({ previous: [], current: [] }, spoilt as RetierPolicy, { asOf: '2024-01-01' })
        if (issues.length === 0) expect(run).not.toThrow()
        else expect(run).toThrow(expect.objectContaining({ issues: issues.map((issue) => ({ ...issue, path: ['policy', ...issue.path] })) }))
        seen[issues.length === 0 ? 'good' : 'bad'] += 1
      }),
      { numRuns: 400 },
    )
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(10)
  })
})

function cutsOf(value: number): Pick<RetierPolicy['tiers'][0], 'promoteFrom' | 'demoteBelow'> {
  return { promoteFrom: value, demoteBelow: value }
}
