import type { Issue } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkInterestRate } from '../index.js'

const usual = { kind: 'interest-rate', id: 'usual', version: 1, steps: [{ from: '2024-01-01', percent: '8.5' }], daysInYear: 365 }
const found = (change: Readonly<Record<string, unknown>>): [string, Issue['path']][] => codesAndPaths(checkInterestRate({ ...usual, ...change }))
const steps = (...pairs: readonly (readonly [unknown, unknown])[]): unknown => pairs.map(([from, percent]) => ({ from, percent }))

describe('checkInterestRate', () => {
  it.each([
    ['as few fields as can be', {}],
    ['every field', { format: 1, title: { en: 'Usual', 'zh-CN': '通用' }, stepsApply: 'first-day', daysInYear: 'actual', rounding: 'day' }],
    ['the other choices', { stepsApply: 'each-day', daysInYear: 360, rounding: 'span' }],
    [
      'rates that rise, fall and stay',
      { steps: steps(['0001-01-01', 0], ['2024-01-01', '1000'], ['2024-01-02', 1e-7], ['9999-12-31', '0.0000001']) },
    ],
    ['optional fields that are undefined', { title: undefined, stepsApply: undefined, rounding: undefined, format: undefined }],
  ])('takes %s', (_, change) => expect(found(change)).toEqual([]))

  it.each([
    ['kind', 'rate', 'not-allowed'],
    ['id', '', 'empty'],
    ['version', undefined, 'missing'],
    ['format', 2, 'not-allowed'],
    ['title', {}, 'empty'],
    ['steps', undefined, 'missing'],
    ['steps', { 0: {} }, 'wrong-type'],
    ['steps', [], 'empty'],
    ['stepsApply', 'due-date', 'not-allowed'],
    ['stepsApply', null, 'not-allowed'],
    ['daysInYear', undefined, 'missing'],
    ['daysInYear', '365', 'not-allowed'],
    ['daysInYear', 366, 'not-allowed'],
    ['daysInYear', Number.NaN, 'not-allowed'],
    ['daysInYear', null, 'not-allowed'],
    ['rounding', 'half-up', 'not-allowed'],
    ['rounding', null, 'not-allowed'],
    ['days', 365, 'unknown-key'],
  ])('names a wrong %s: %o', (key, value, code) => expect(found({ [key]: value })).toEqual([[code, [key]]]))

  it.each<readonly [string, unknown, unknown]>([
    ['no object', [null], [['wrong-type', ['steps', 0]]]],
    ['a hole', Array(1), [['missing', ['steps', 0]]]],
    ['an unknown key', [{ from: '2024-01-01', percent: 2, to: '2024-12-31' }], [['unknown-key', ['steps', 0, 'to']]]],
    ['no day', [{ percent: 2 }], [['missing', ['steps', 0, 'from']]]],
    ['a day that does not exist', steps(['2023-02-29', 2]), [['not-a-calendar-date', ['steps', 0, 'from']]]],
    ['the same day twice', steps(['2024-01-01', 2], ['2024-01-01', 3]), [['not-above', ['steps', 1, 'from']]]],
    ['one day out of order', steps(['2024-01-01', 2], ['2023-07-01', 3], ['2024-07-01', 4]), [['not-above', ['steps', 1, 'from']]]],
    [
      'days before a day that is not the one before',
      steps(['2024-01-01', 2], ['2022-01-01', 3], ['2023-01-01', 4]),
      [
        ['not-above', ['steps', 1, 'from']],
        ['not-above', ['steps', 2, 'from']],
      ],
    ],
    [
      'what is wrong on either side of a day that cannot be read',
      steps(['2024-01-01', 2], [20240701, 2], ['2023-01-01', 2]),
      [
        ['not-a-calendar-date', ['steps', 1, 'from']],
        ['not-above', ['steps', 2, 'from']],
      ],
    ],
    ['no percent', [{ from: '2024-01-01' }], [['missing', ['steps', 0, 'percent']]]],
    ['a percent below 0', steps(['2024-01-01', '-0.01']), [['too-small', ['steps', 0, 'percent']]]],
    ...[' 1 ', '0x3', 'abc', '8.5%', null, Number.NaN, Number.POSITIVE_INFINITY].map(
      (percent) => [`the percent ${percent}`, steps(['2024-01-01', percent]), [['not-a-decimal', ['steps', 0, 'percent']]]] as const,
    ),
    ['a percent of too many digits', steps(['2024-01-01', '1e-1001']), [['too-many-digits', ['steps', 0, 'percent']]]],
  ])('names in a step %s', (_, value, issues) => expect(found({ steps: value })).toEqual(issues))

  it('says which day a step must follow, and which lengths a year may have', () => {
    const [first, second] = checkInterestRate({ ...usual, steps: steps(['2024-01-01', 2], ['2023-07-01', 3]), daysInYear: '365' })
    expect(first?.message).toBe('must be above 2024-01-01, not 2023-07-01')
    expect(second?.message).toBe('must be one of 365, 360, "actual", not "365"')
  })

  it('names everything at once', () => {
    const wrong = { kind: 'interest-rate', id: 'x', version: 1, steps: steps(['x', -1], ['2024-01-01', '']), rounding: '', extra: 1 }
    expect(codesAndPaths(checkInterestRate(wrong))).toEqual([
      ['unknown-key', ['extra']],
      ['not-a-calendar-date', ['steps', 0, 'from']],
      ['too-small', ['steps', 0, 'percent']],
      ['not-a-decimal', ['steps', 1, 'percent']],
      ['missing', ['daysInYear']],
      ['not-allowed', ['rounding']],
    ])
  })

  it.each([null, undefined, '8.5 %', 8.5, [usual], new Map(), () => usual])('takes no %o', (value) => {
    expect(codesAndPaths(checkInterestRate(value))).toEqual([[value === undefined ? 'missing' : 'wrong-type', []]])
  })

  it('reads own properties only', () => {
    expect(codesAndPaths(checkInterestRate(Object.create(usual))).map(([code]) => code)).toEqual(Array(5).fill('missing'))
    expect(found({ steps: [Object.create({ from: '2024-01-01', percent: 2 })] }).map(([code]) => code)).toEqual(['missing', 'missing'])
    const text = '{"kind":"interest-rate","id":"__proto__","version":1,"steps":[{"from":"2024-01-01","percent":1}],"daysInYear":360,"__proto__":{}}'
    expect(codesAndPaths(checkInterestRate(JSON.parse(text)))).toEqual([['unknown-key', ['__proto__']]])
  })
})
