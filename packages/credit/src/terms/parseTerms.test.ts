import { isInputError } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { type CreditTerms, formatTerms, parseTerms, type TermsStart } from '../index.js'

type Pairs = readonly (readonly [number, string])[]
const terms = (pairs: Pairs, netDays: number, start?: TermsStart): Omit<CreditTerms, 'id'> => ({
  kind: 'credit-terms',
  version: '1',
  discounts: pairs.map(([withinDays, percent]) => ({ withinDays, percent })),
  netDays,
  ...(start === undefined ? {} : { start }),
})
const messageOf = (text: string): string => {
  try {
    parseTerms(text)
  } catch (error) {
    if (isInputError(error)) return error.message
    throw error
  }
  return 'nothing was thrown'
}

describe('parseTerms', () => {
  it('textbook S1: 2/15, 1/20, N/30', () => {
    expect(parseTerms('2/15, 1/20, N/30')).toEqual({
      kind: 'credit-terms',
      id: '2/15, 1/20, N/30',
      version: '1',
      discounts: [
        { withinDays: 15, percent: '2' },
        { withinDays: 20, percent: '1' },
      ],
      netDays: 30,
    })
  })

  const tenths: Pairs = [[10, '2']]
  const tiers: Pairs = [
    [15, '2'],
    [20, '1'],
  ]
  const halves: Pairs = [
    [10, '2.5'],
    [12, '0.5'],
  ]
  const cases: readonly (readonly [string, Pairs, number, TermsStart?])[] = [
    ['2/10 net 30', tenths, 30],
    ['2/10, n/30', tenths, 30],
    ['2/10 n/30', tenths, 30],
    ['2/10,n/30', tenths, 30],
    ['2/10;N/30', tenths, 30],
    ['2 / 10 ; N / 30', tenths, 30],
    [' \t2/10\r\nN/30\n', tenths, 30],
    ['2/10 N30', tenths, 30],
    ['2/10 net30', tenths, 30],
    ['2/10 Net/30', tenths, 30],
    ['02/010, N/030', tenths, 30],
    ['2.00/10, N/30', tenths, 30],
    ['2%/10, N/30', tenths, 30],
    ['2 % / 10 days, 30 days', tenths, 30],
    ['2/10天，30天', tenths, 30],
    ['net 30', [], 30],
    ['NET 30', [], 30],
    ['Net 30 days', [], 30],
    ['net 1 day', [], 1],
    ['30 days', [], 30],
    ['30 天', [], 30],
    ['30天', [], 30],
    ['30日', [], 30],
    ['N/0', [], 0],
    ['2/0, N/0', [[0, '2']], 0],
    ['2/15、1/20、N/30', tiers, 30],
    ['2/15；1/20；30天', tiers, 30],
    ['２／１５，Ｎ／３０', [[15, '2']], 30],
    ['２．５％／１５　ｎｅｔ　３０　ｄａｙｓ　ＥＯＭ', [[15, '2.5']], 30, 'end-of-month'],
    ['N/30, 1/20, 2/15', tiers, 30],
    ['2.5/10, 0.5/12, N/30', halves, 30],
    ['n/60 EOM', [], 60, 'end-of-month'],
    ['net 30 eom', [], 30, 'end-of-month'],
    ['2/10, N/30 EOM', tenths, 30, 'end-of-month'],
    ['2/10, N/30, EOM', tenths, 30, 'end-of-month'],
    ['2/10 EOM, N/30 EOM', tenths, 30, 'end-of-month'],
    ['N/30, 2/10 EOM', tenths, 30, 'end-of-month'],
    ['2/10, N/30 ROG', tenths, 30, 'delivery-date'],
    ['2/10 ROG n/30 rog', tenths, 30, 'delivery-date'],
    ['月结30天', [], 30, 'end-of-month'],
    ['月結 30 天', [], 30, 'end-of-month'],
    ['2/10, 月结30', tenths, 30, 'end-of-month'],
    ['货到30天', [], 30, 'delivery-date'],
    ['貨到 30天', [], 30, 'delivery-date'],
    ['2/10 ROG, 货到 30 天', tenths, 30, 'delivery-date'],
    ['2/9007199254740990, N/9007199254740991', [[9007199254740990, '2']], 9007199254740991],
    [`${'0'.repeat(50)}.${'0'.repeat(49)}1/1, N/1`, [[1, `0.${'0'.repeat(49)}1`]], 1],
  ]

  for (const [text, pairs, netDays, start] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const { id, ...read } = parseTerms(text)
      expect(read).toStrictEqual(terms(pairs, netDays, start))
      expect(id).toBe(formatTerms({ ...read, id: 'x' } as CreditTerms))
    })
  }

  it('takes an id and a version, and undefined for none', () => {
    expect(parseTerms('N/30', { id: 'thirty', version: 7 })).toMatchObject({ id: 'thirty', version: 7 })
    expect(parseTerms('N/30', { id: '__proto__', version: '2024-03' })).toMatchObject({ id: '__proto__', version: '2024-03' })
    expect(parseTerms('N/30', { id: undefined, version: undefined })).toMatchObject({ id: 'N/30', version: '1' })
    expect(parseTerms('N/30', { version: -0 })).toStrictEqual({ ...terms([], 30), id: 'N/30', version: 0 })
  })
})

describe('what cannot be read', () => {
  it.each([
    ['junk', '"junk"'],
    ['2/10, foo, N/30', '"foo"'],
    ['2/1e3, N/30', '"2/1e3"'],
    ['-2/10, N/30', '"-2/10"'],
    ['+2/10, N/30', '"+2/10"'],
    ['2/-10, N/30', '"2/-10"'],
    ['2//10, N/30', '"2//10"'],
    ['2/10/30', '"2/10/30"'],
    ['2/10N/30', '"2/10N/30"'],
    ['.5/10, N/30', '".5/10"'],
    ['2./10, N/30', '"2./10"'],
    ['0x2/10, N/30', '"0x2/10"'],
    ['2/10, N/30.5', '"N/30.5"'],
    ['N/-30', '"N/-30"'],
    ['30', '"30"'],
    ['2%, N/30', '"2%"'],
    ['N/30.', '"N/30."'],
    ['EOM', '"EOM"'],
    ['EOM N/30', '"EOM"'],
    ['N/30 EOM EOM', '"EOM"'],
    ['月结30天 EOM', '"EOM"'],
    ['N/30 eoms', '"eoms"'],
    ['٣/١٠, N/30', '"٣/١٠"'],
    ['N/30 __proto__', '"__proto__"'],
    [`2/10, N/${'9'.repeat(1000)}`, `"N/${'9'.repeat(57)}…`],
  ])('%o names the part', (text, part) => {
    expect(issuesOf(() => parseTerms(text))).toEqual([['unreadable', ['text']]])
    expect(messageOf(text)).toBe(`text must be written like "2/15, 1/20, N/30"; ${part} cannot be read`)
  })

  it('names each part that cannot be read', () => {
    const unreadable = ['unreadable', ['text']]
    expect(issuesOf(() => parseTerms('foo bar; N/30, 2/x'))).toEqual([unreadable, unreadable, unreadable])
  })

  it.each(['2/10 EOM, N/30', 'N/30 EOM, 2/10', '2/10 EOM, N/30 ROG', '2/10 EOM, 1/20, N/30 EOM', '月结30天, 2/10', '2/10 EOM, 货到30天'])(
    '%o: a suffix stands at the end, or behind every part alike',
    (text) => {
      expect(issuesOf(() => parseTerms(text))).toEqual([['unreadable', ['text']]])
      expect(messageOf(text)).toBe(`text must be written like "2/10, N/30 EOM"; "${text}" cannot be read`)
    },
  )

  it.each([
    ['', [['empty', ['text']]]],
    ['  ', [['missing', ['text', 'netDays']]]],
    [',；、', [['missing', ['text', 'netDays']]]],
    ['2/10', [['missing', ['text', 'netDays']]]],
    ['N/30, N/60', [['duplicate', ['text', 'netDays']]]],
    ['2/10 EOM', [['missing', ['text', 'netDays']]]],
    ['30 days, 2/10, net 30', [['duplicate', ['text', 'netDays']]]],
    [
      '2/10, 2/10, N/30',
      [
        ['duplicate', ['text', 'discounts', 1, 'withinDays']],
        ['not-below', ['text', 'discounts', 1, 'percent']],
      ],
    ],
    ['2/10, 1/10, N/30', [['duplicate', ['text', 'discounts', 1, 'withinDays']]]],
    ['2/20, 1/15, N/30', [['not-below', ['text', 'discounts', 1, 'percent']]]],
    ['1/15, 1.0/20, N/30', [['not-below', ['text', 'discounts', 1, 'percent']]]],
    ['2/31, N/30', [['too-large', ['text', 'discounts', 0, 'withinDays']]]],
    ['0/10, N/30', [['not-above', ['text', 'discounts', 0, 'percent']]]],
    ['0.00/10, N/30', [['not-above', ['text', 'discounts', 0, 'percent']]]],
    ['100/10, N/30', [['not-below', ['text', 'discounts', 0, 'percent']]]],
    ['2/99999999999999999999, N/30', [['too-large', ['text', 'discounts', 0, 'withinDays']]]],
    ['2/10, N/99999999999999999999', [['too-large', ['text', 'netDays']]]],
    [`${'9'.repeat(1001)}/10, N/30`, [['too-many-digits', ['text', 'discounts', 0, 'percent']]]],
  ])('%o', (text, issues) => expect(issuesOf(() => parseTerms(text))).toEqual(issues))

  it.each([null, 30, ['N/30'], { text: 'N/30' }, new String('N/30')])('takes no %o for a text', (text) => {
    expect(issuesOf(() => parseTerms(text as never))).toEqual([['wrong-type', ['text']]])
  })

  it('names a missing text, and every wrong option', () => {
    expect(issuesOf(() => parseTerms(undefined as never, null as never))).toEqual([
      ['missing', ['text']],
      ['wrong-type', ['options']],
    ])
    expect(issuesOf(() => parseTerms('x', { id: '', version: Number.NaN, format: 1 } as never))).toEqual([
      ['unreadable', ['text']],
      ['unknown-key', ['options', 'format']],
      ['empty', ['options', 'id']],
      ['wrong-type', ['options', 'version']],
    ])
    expect(issuesOf(() => parseTerms('N/30', { id: 5, version: null } as never))).toEqual([
      ['wrong-type', ['options', 'id']],
      ['wrong-type', ['options', 'version']],
    ])
    expect(parseTerms('N/30', Object.create({ id: 5 }) as never).id).toBe('N/30')
  })

  it.each([
    ['digits', 1_000_000, '9', ''],
    ['spaces', 1_000_000, ' ', 'N/30 x'],
    ['separators', 1_000_000, ',', 'x'],
    ['slashes', 1_000_000, '/', ''],
    ['full-width digits', 1_000_000, '９', '／'],
    ['net terms', 200_000, 'N/30 ', ''],
    ['discounts', 200_000, '2/10 ', 'N/30'],
    ['parts that cannot be read', 200_000, '9 ', 'x'],
    ['parts without days', 200_000, '2% ', ''],
    ['suffixes', 200_000, 'EOM ', ''],
  ])('refuses a mass of %s, in linear time', (_, length, unit, end) => {
    expect(() => parseTerms(unit.repeat(length / unit.length) + end)).toThrow(/^text/)
  })
})
