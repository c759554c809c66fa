import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkLevelProgramme, type LevelProgramme } from '../index.js'

const good: LevelProgramme = {
  kind: 'level-programme',
  id: 'airline',
  version: 1,
  period: 'P12M',
  levels: [
    { id: 'gold', from: '25000' },
    { id: 'silver', from: '10000' },
  ],
}
const found = (value: unknown): unknown => codesAndPaths(checkLevelProgramme(value))
const foundWith = (others: object): unknown => found({ ...good, ...others })
const inLevel = (others: object): unknown =>
  foundWith({
    levels: [
      { id: 'gold', from: '25000' },
      { id: 'silver', from: '10000', ...others },
    ],
  })

describe('checkLevelProgramme', () => {
  it('takes every optional part, and undefined for a part left out', () => {
    const levels = [
      { id: 'constructor', title: { en: 'Gold', 'zh-CN': '金卡' }, from: 0.5 },
      { id: '__proto__', title: undefined, from: '-1e3' },
    ]
    expect(found(deepFreeze({ ...good, levels, format: 1, title: 'Airline', countForecastPercent: '33.3', softLanding: true }))).toEqual([])
    expect(foundWith({ format: undefined, title: undefined, countForecastPercent: undefined, softLanding: undefined })).toEqual([])
    for (const period of ['P1D', 'P2W', 'P1Y6M', 'P0Y1D']) expect(foundWith({ period })).toEqual([])
    for (const countForecastPercent of [0, '100', '0.0001']) expect(foundWith({ countForecastPercent })).toEqual([])
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
    [Number.NaN, 'not-a-decimal'],
    ['abc', 'not-a-decimal'],
    [' 1 ', 'not-a-decimal'],
    ['0x3', 'not-a-decimal'],
    ['1e1000', 'too-many-digits'],
    ['25000', 'not-below'],
    ['25000.0000000000000000001', 'not-below'],
    [30000, 'not-below'],
  ])('refuses a level from %o', (from, code) => expect(inLevel({ from })).toEqual([[code, ['levels', 1, 'from']]]))

  it.each([
    [{ kind: 'loss-rebate' }, [['not-allowed', ['kind']]]],
    [{ version: undefined }, [['missing', ['version']]]],
    [{ format: 2 }, [['not-allowed', ['format']]]],
    [{ title: {} }, [['empty', ['title']]]],
    [{ points: 1 }, [['unknown-key', ['points']]]],
    [{ period: undefined }, [['missing', ['period']]]],
    [{ period: 'PT8H' }, [['not-a-duration', ['period']]]],
    [{ period: 12 }, [['not-a-duration', ['period']]]],
    [{ period: 'P0D' }, [['not-above', ['period']]]],
    [{ period: 'P0Y0M' }, [['not-above', ['period']]]],
    [{ countForecastPercent: '-0.1' }, [['too-small', ['countForecastPercent']]]],
    [{ countForecastPercent: '100.1' }, [['too-large', ['countForecastPercent']]]],
    [{ countForecastPercent: null }, [['not-a-decimal', ['countForecastPercent']]]],
    [{ softLanding: 'yes' }, [['wrong-type', ['softLanding']]]],
    [{ softLanding: null }, [['wrong-type', ['softLanding']]]],
  ])('refuses %o', (others, issues) => expect(foundWith(others)).toEqual(issues))

  it('names everything that is wrong', () => {
    const levels = [{ id: 'gold', from: 'x', title: '' }, { id: 'gold', from: 10, percent: 1 }, null, { id: 'bronze', from: 10 }]
    expect(foundWith({ levels, period: 'P', softLanding: 0 })).toEqual([
      ['not-a-duration', ['period']],
      ['empty', ['levels', 0, 'title']],
      ['not-a-decimal', ['levels', 0, 'from']],
      ['unknown-key', ['levels', 1, 'percent']],
      ['wrong-type', ['levels', 2]],
      ['not-below', ['levels', 3, 'from']],
      ['duplicate', ['levels', 1, 'id']],
      ['wrong-type', ['softLanding']],
    ])
  })
})
