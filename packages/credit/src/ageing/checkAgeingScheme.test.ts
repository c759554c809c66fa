import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkAgeingScheme } from '../index.js'

const buckets = [
  { id: '1-30', upToDays: 30 },
  { id: '31-60', upToDays: 60 },
  { id: 'over-60', upToDays: null },
]
const scheme = { kind: 'ageing-scheme', id: 'usual', version: 1, by: 'due-date', buckets }
const check = (others: object): unknown => codesAndPaths(checkAgeingScheme({ ...scheme, ...others }))
/** Buckets of these ends. */
const ends = (...list: unknown[]): object => ({ buckets: list.map((upToDays, index) => ({ id: `b${index}`, upToDays })) })

describe('checkAgeingScheme', () => {
  it('takes schemes of any boundary, with titles, and with a single bucket', () => {
    expect(check({})).toEqual([])
    expect(check({ title: { en: 'By month', 'zh-CN': '按月' }, format: 1, version: 'a', boundary: 'below' })).toEqual([])
    expect(check({ boundary: undefined, title: undefined, format: undefined })).toEqual([])
    expect(check({ by: 'invoice-date', buckets: [{ id: 'all', upToDays: null, title: 'All' }] })).toEqual([])
    expect(check({ ...ends(1, 2, 1e15, null), by: 'invoice-date' })).toEqual([])
    expect(check({ buckets: [{ id: '__proto__', title: undefined, upToDays: null }] })).toEqual([])
  })

  it.each(badRecords)('refuses %o, which is no scheme', (value, code) => {
    expect(codesAndPaths(checkAgeingScheme(value))).toEqual([[code, []]])
  })

  it.each(badLists)('refuses %o, which is no list of buckets', (value, code) => {
    expect(check({ buckets: value })).toEqual([[code, ['buckets']]])
  })

  it('finds what is missing, unknown or of another kind', () => {
    expect(codesAndPaths(checkAgeingScheme({}))).toEqual([
      ['missing', ['kind']],
      ['missing', ['id']],
      ['missing', ['version']],
      ['missing', ['by']],
      ['missing', ['buckets']],
    ])
    expect(check({ kind: 'credit-terms', id: '', version: Number.NaN, format: 2, title: '', by: 'date', boundary: 'above', other: 1 })).toEqual([
      ['unknown-key', ['other']],
      ['not-allowed', ['kind']],
      ['empty', ['id']],
      ['wrong-type', ['version']],
      ['not-allowed', ['format']],
      ['empty', ['title']],
      ['not-allowed', ['by']],
      ['not-allowed', ['boundary']],
    ])
    expect(check({ buckets: [] })).toEqual([['empty', ['buckets']]])
    const sparse = new Array(2)
    sparse[1] = { id: '', title: {}, upTo: 3 }
    expect(check({ buckets: sparse })).toEqual([
      ['missing', ['buckets', 0]],
      ['empty', ['buckets', 1, 'id']],
      ['unknown-key', ['buckets', 1, 'upTo']],
      ['empty', ['buckets', 1, 'title']],
      ['missing', ['buckets', 1, 'upToDays']],
    ])
    expect(check(Object.create(scheme))).toEqual([])
    expect(codesAndPaths(checkAgeingScheme(Object.create(scheme)))).toHaveLength(5)
  })

  it('wants ids that differ, and none of them not-due', () => {
    const named = (...ids: unknown[]): unknown =>
      check({ buckets: ids.map((id, index) => ({ id, upToDays: index === ids.length - 1 ? null : index + 1 })) })
    expect(named('a', 'b', 'a', 'a')).toEqual([
      ['duplicate', ['buckets', 2, 'id']],
      ['duplicate', ['buckets', 3, 'id']],
    ])
    expect(named('not-due', 7, undefined)).toEqual([
      ['reserved-name', ['buckets', 0, 'id']],
      ['wrong-type', ['buckets', 1, 'id']],
      ['missing', ['buckets', 2, 'id']],
    ])
    expect(codesAndPaths(checkAgeingScheme({ ...scheme, by: 'invoice-date', buckets: [{ id: 'not-due', upToDays: null }] }))).toEqual([
      ['reserved-name', ['buckets', 0, 'id']],
    ])
  })

  it('wants ages that rise, and an end of none but the last', () => {
    expect(check(ends(30, 30, 29, 31, null))).toEqual([
      ['not-above', ['buckets', 1, 'upToDays']],
      ['not-above', ['buckets', 2, 'upToDays']],
    ])
    expect(check(ends(30, '60', 20, null))).toEqual([
      ['not-an-integer', ['buckets', 1, 'upToDays']],
      ['not-above', ['buckets', 2, 'upToDays']],
    ])
    expect(check(ends(30, 60))).toEqual([['not-allowed', ['buckets', 1, 'upToDays']]])
    expect(check(ends(null, 60, null))).toEqual([['not-an-integer', ['buckets', 0, 'upToDays']]])
    expect(check(ends(30.5, '60', Number.NaN, 2 ** 53, null))).toEqual(
      [0, 1, 2].map((index) => ['not-an-integer', ['buckets', index, 'upToDays']]).concat([['too-large', ['buckets', 3, 'upToDays']]]),
    )
  })

  it.each([
    ['due-date', 'at-or-below', 1],
    ['due-date', 'below', 2],
    ['invoice-date', 'at-or-below', 0],
    ['invoice-date', 'below', 1],
  ])('wants room for an age in the first bucket: by %s, %s', (by, boundary, least) => {
    expect(check({ ...ends(least, least + 1, null), by, boundary })).toEqual([])
    expect(check({ ...ends(least - 1, least, null), by, boundary })).toEqual([['too-small', ['buckets', 0, 'upToDays']]])
  })
})
