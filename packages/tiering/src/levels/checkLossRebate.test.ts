import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkLossRebate, type LossRebate } from '../index.js'

const good: LossRebate = {
  kind: 'loss-rebate',
  id: 'casino',
  version: 1,
  levels: [
    { id: 'diamond', percent: '30' },
    { id: 'gold', percent: '10' },
  ],
}
const found = (value: unknown): unknown => codesAndPaths(checkLossRebate(value))
const foundWith = (others: object): unknown => found({ ...good, ...others })
const inLevel = (others: object): unknown =>
  foundWith({
    levels: [
      { id: 'diamond', percent: '30' },
      { id: 'gold', percent: '10', ...others },
    ],
  })

describe('checkLossRebate', () => {
  it('takes every optional part, and undefined for a part left out', () => {
    const levels = [
      { id: 'constructor', title: { en: 'Diamond', 'zh-CN': '钻石' }, percent: 100 },
      { id: '__proto__', title: undefined, percent: '100.0' },
      { id: 'gold', percent: 0 },
    ]
    expect(found(deepFreeze({ ...good, levels, format: 1, title: 'Casino', currency: 'USD', inKind: false }))).toEqual([])
    expect(foundWith({ format: undefined, title: undefined, currency: undefined, inKind: undefined })).toEqual([])
  })

  it.each(badRecords)('refuses %o', (value, code) => {
    expect(found(value)).toEqual([[code, []]])
    expect(foundWith({ levels: [value] })).toEqual([[code, ['levels', 0]]])
  })
  it.each([...badLists, [undefined, 'missing'], [[], 'empty']] as const)('refuses the levels %o', (value, code) => {
    expect(foundWith({ levels: value })).toEqual([[code, ['levels']]])
  })
  it.each(badTexts)('refuses the id %o', (value, code) => {
    expect(foundWith({ id: value })).toEqual([[code, ['id']]])
    expect(inLevel({ id: value })).toEqual([[code, ['levels', 1, 'id']]])
  })
  it.each([
    [undefined, 'missing'],
    [null, 'not-a-decimal'],
    ['10 %', 'not-a-decimal'],
    [-1, 'too-small'],
    ['100.01', 'too-large'],
    ['30.0000000000000000001', 'too-large'],
    ['1e1000', 'too-many-digits'],
  ])('refuses the percentage %o', (percent, code) => expect(inLevel({ percent })).toEqual([[code, ['levels', 1, 'percent']]]))

  it.each([
    [{ kind: 'level-programme' }, [['not-allowed', ['kind']]]],
    [{ currency: 'usd' }, [['unknown-currency', ['currency']]]],
    [{ currency: null }, [['unknown-currency', ['currency']]]],
    [{ title: 7 }, [['wrong-type', ['title']]]],
    [{ period: 'P1Y' }, [['unknown-key', ['period']]]],
    [{ inKind: 1 }, [['wrong-type', ['inKind']]]],
  ])('refuses %o', (others, issues) => expect(foundWith(others)).toEqual(issues))

  it('names everything that is wrong', () => {
    const levels = [
      { id: 'gold', percent: 'x', title: '' },
      { id: 'gold', percent: 10, from: 1 },
      { id: 'silver', percent: 20 },
      { id: 'bronze', percent: 15 },
    ]
    expect(foundWith({ levels, currency: 'XXX' })).toEqual([
      ['unknown-currency', ['currency']],
      ['empty', ['levels', 0, 'title']],
      ['not-a-decimal', ['levels', 0, 'percent']],
      ['unknown-key', ['levels', 1, 'from']],
      ['too-large', ['levels', 2, 'percent']],
      ['too-large', ['levels', 3, 'percent']],
      ['duplicate', ['levels', 1, 'id']],
    ])
  })
})
